#include "ffnn/gradient_pass.h"

#include <array>
#include <utility>

#include "ffnn/augment.h"
#include "ffnn/error.h"
#include "ffnn/loss.h"
#include "ffnn/state_archive.h"

namespace ffnn {
namespace {

// To fetch the bytes of an image and scale them takes as long as about so many operations of a product.
constexpr double kFlopsPerGathered = 20.0 * kPixels;

}  // namespace

GradientPass::GradientPass(const TrainingConfig& config, const Dataset& data, ShuffledLabels labels,
                           const Dataset& drawings, const PixelScale& scale, Index mostRows)
    : data_(data),
      taught_(std::move(labels)),
      scale_(scale),
      mirrors_(config.mirror),
      rule_(config.gradient),
      smoothing_(static_cast<Scalar>(config.labelSmoothing)),
      flopsPerImage_(trainingFlops(config.network)),
      flopsAbove_(2 * (flopsPerImage_ - 2 * forwardFlops(config.network))),
      mirrorRng_(config.seed, streams::kMirror),
      dropout_(config.dropout, Rng(config.seed, streams::kDropout)),
      photoMix_(config.photoShare, mostRows, Rng(config.seed, streams::kPhotos)),
      drawnMix_(drawings, config.drawnShare, mostRows, Rng(config.seed, streams::kMix)),
      labels_(static_cast<std::size_t>(mostRows)),
      mirrored_(static_cast<std::size_t>(mostRows)) {}

Index GradientPass::partsFor(Index rows, const ThreadPool& threads) const {
  return threads.partsFor(flopsPerImage_ * static_cast<double>(rows));
}

double GradientPass::run(std::span<const std::uint32_t> images, Index batchSize, const Network& network,
                         Matrix& x, Workspace& workspace, ThreadPool& threads) {
  const auto rows = static_cast<Index>(images.size());
  const Masks masks = dropout_.active() ? Masks::applied : Masks::ignored;
  const auto input = x.topRows(rows);
  draw(rows, workspace);

  std::array<double, ThreadPool::kMostThreads> losses{};
  const auto inRows = [&](double flopsPerRow, const auto& work) {
    threads.run(threads.partsFor(flopsPerRow * static_cast<double>(rows)),
                [&](const Part& part) { work(part.of(rows, kRowUnit), part.number); });
  };
  const auto carryBack = [&](const ConstMatrixRef& logits, Range range, Index number) {
    losses[static_cast<std::size_t>(number)] = crossEntropyWithGradient(
        logits, labelsOf(range), smoothing_, Scalar(1) / static_cast<Scalar>(batchSize),
        workspace.gradients.back().middleRows(range.first, range.count));
    network.backwardRows(range, workspace, rule_, batchSize, masks);
  };

  const Index parts = partsFor(rows, threads);
  if (parts > 1 && network.layers().front().isCutByOutputs(parts)) {
    inRows(kFlopsPerGathered, [&](Range range, Index) { gather(images, range, x); });
    threads.run(parts, [&](const Part& part) { network.firstOutputs(input, workspace, part); });
    inRows(flopsAbove_, [&](Range range, Index number) {
      carryBack(network.forwardAbove(range, workspace, masks), range, number);
    });
  } else {
    inRows(flopsPerImage_, [&](Range range, Index number) {
      gather(images, range, x);
      carryBack(network.forwardRows(input, range, workspace, masks), range, number);
    });
  }

  double sum = 0;
  for (const double loss : losses) {
    sum += loss;
  }
  return sum;
}

std::span<Label> GradientPass::labelsOf(Range range) {
  return std::span(labels_).subspan(static_cast<std::size_t>(range.first),
                                    static_cast<std::size_t>(range.count));
}

void GradientPass::gather(std::span<const std::uint32_t> images, Range range, Matrix& x) {
  const auto first = static_cast<std::size_t>(range.first);
  const auto count = static_cast<std::size_t>(range.count);
  const auto own = images.subspan(first, count);
  const auto labels = labelsOf(range);
  auto ownX = x.middleRows(range.first, range.count);
  data_.gather(own, scale_, ownX, labels);
  taught_.apply(own, labels);
  photoMix_.apply(range.first, data_, own, scale_, ownX);
  drawnMix_.apply(range.first, scale_, ownX, labels);
  if (mirrors_) {
    mirror(ownX, std::span(mirrored_).subspan(first, count));
  }
}

void GradientPass::addGradients(Index rows, bool accumulate, const Matrix& x, const Workspace& workspace,
                                Network& network, ThreadPool& threads) const {
  threads.run(partsFor(rows, threads),
              [&](const Part& part) { network.addGradients(x.topRows(rows), workspace, accumulate, part); });
}

void GradientPass::descend(Index rows, double learningRate, const Matrix& x, const Workspace& workspace,
                           Network& network, ThreadPool& threads) const {
  threads.run(partsFor(rows, threads), [&](const Part& part) {
    network.descend(x.topRows(rows), workspace, static_cast<Scalar>(learningRate), part);
  });
}

void GradientPass::draw(Index rows, Workspace& workspace) {
  photoMix_.draw(rows);
  drawnMix_.draw(rows);
  if (mirrors_) {
    chooseHalf(std::span(mirrored_).first(static_cast<std::size_t>(rows)), mirrorRng_);
  }
  if (dropout_.active()) {
    for (Matrix& mask : workspace.masks) {
      dropout_.draw(mask.topRows(rows));
    }
  }
}

void GradientPass::exchangeState(StateArchive& archive) {
  mirrorRng_.exchangeState(archive, "mirror.rng");
  dropout_.exchangeState(archive);
  photoMix_.exchangeState(archive);
  drawnMix_.exchangeState(archive);
}

}  // namespace ffnn
