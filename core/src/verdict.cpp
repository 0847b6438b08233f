#include "ffnn/verdict.h"

#include <algorithm>
#include <array>
#include <vector>

#include "ffnn/names.h"

namespace ffnn {
namespace {

constexpr std::array kNames{
    Named{VerdictCode::undecided, "undecided"},
    Named{VerdictCode::underFitted, "under-fitted"},
    Named{VerdictCode::wellFitted, "well-fitted"},
    Named{VerdictCode::overFitted, "over-fitted"},
};

constexpr std::size_t kFewestEpochs = 4;
constexpr std::size_t kTail = 3;
constexpr std::size_t kLongestQuarter = 25;

struct WholeEpoch {
  Index epoch = 0;
  Score train;
  Score reference;
};

std::vector<WholeEpoch> wholeEpochs(std::span<const CurvePoint> curve) {
  std::vector<WholeEpoch> epochs;
  for (const CurvePoint& point : curve) {
    if (point.epoch >= 1 && std::floor(point.epoch) == point.epoch) {
      epochs.push_back({static_cast<Index>(point.epoch), point.train, point.validation.value_or(point.test)});
    }
  }
  return epochs;
}

std::span<const WholeEpoch>::iterator lowest(std::span<const WholeEpoch> epochs) {
  return std::min_element(epochs.begin(), epochs.end(), [](const WholeEpoch& a, const WholeEpoch& b) {
    return a.reference.loss < b.reference.loss;
  });
}

double lowestReferenceLoss(std::span<const WholeEpoch> epochs) { return lowest(epochs)->reference.loss; }

double square(double x) { return x * x; }

double meanReferenceLoss(std::span<const WholeEpoch> epochs) {
  double sum = 0;
  for (const WholeEpoch& epoch : epochs) {
    sum += epoch.reference.loss;
  }
  return sum / static_cast<double>(epochs.size());
}

// Where the unbroken run of epochs at the end begins that lie above `loss` by more than their margin.
std::size_t beginOfRise(std::span<const WholeEpoch> epochs, double loss) {
  std::size_t begin = epochs.size();
  while (begin > 0 && epochs[begin - 1].reference.loss > loss + 2 * epochs[begin - 1].reference.lossError) {
    --begin;
  }
  return begin;
}

}  // namespace

std::string_view name(VerdictCode code) { return nameIn(kNames, code); }

Verdict judge(std::span<const CurvePoint> curve) {
  const std::vector<WholeEpoch> list = wholeEpochs(curve);
  const std::span epochs(list);
  Verdict verdict;
  if (epochs.empty()) {
    return verdict;
  }
  const WholeEpoch& last = epochs.back();
  const WholeEpoch& best = *lowest(epochs);
  verdict.onValidation = curve.back().validation.has_value();
  verdict.epoch = last.epoch;
  verdict.bestEpoch = best.epoch;
  verdict.margin = 2 * last.reference.lossError;
  verdict.accuracyGap = last.train.accuracy - last.reference.accuracy;
  verdict.gapMargin =
      2 * std::sqrt(square(last.train.accuracyError()) + square(last.reference.accuracyError()));
  if (epochs.size() < kFewestEpochs) {
    return verdict;
  }

  const std::size_t rise = beginOfRise(epochs, best.reference.loss);
  if (epochs.size() - rise >= kTail && last.train.loss < best.train.loss) {
    verdict.code = VerdictCode::overFitted;
    verdict.sinceEpoch = epochs[rise].epoch;
    verdict.lossChange = meanReferenceLoss(epochs.last(kTail)) - best.reference.loss;
    return verdict;
  }
  const std::size_t quarter = std::min(epochs.size() / 4, kLongestQuarter);
  const double fall =
      lowestReferenceLoss(epochs.first(epochs.size() - quarter)) - lowestReferenceLoss(epochs.last(quarter));
  verdict.stillFalling = fall > verdict.margin;
  if (verdict.stillFalling) {
    verdict.lossChange = fall;
  }
  const bool knowsNothingMore = verdict.accuracyGap <= verdict.gapMargin;
  verdict.code =
      verdict.stillFalling || knowsNothingMore ? VerdictCode::underFitted : VerdictCode::wellFitted;
  return verdict;
}

}  // namespace ffnn
