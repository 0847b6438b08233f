#include "ffnn/examination.h"

namespace ffnn {
namespace {

constexpr Index kTrainingSample = 10'000;

std::vector<std::uint32_t> sampleOf(const std::vector<std::uint32_t>& images) {
  std::vector<std::uint32_t> sample = evenSample(static_cast<Index>(images.size()), kTrainingSample);
  for (std::uint32_t& item : sample) {
    item = images[item];
  }
  return sample;
}

}  // namespace

Examination::Examination(const Dataset& train, const Split& split, const ShuffledLabels& labels,
                         const Dataset& test, const PixelScale& scale, const NetworkConfig& network)
    : validates_(!split.validation.empty()),
      train_(train, sampleOf(split.training), scale, labels),
      validation_(train, split.validation, scale),
      test_(test, evenSample(test.size(), test.size()), scale),
      units_(network) {
  testScores_.reserve(static_cast<std::size_t>(test.size() * kClasses));
}

void Examination::restart() {
  train_.restart();
  validation_.restart();
  test_.restart();
  units_.restart();
  testScores_.clear();
}

Index Examination::advance(const Network& network, Index rows, Matrix& x, Workspace& workspace,
                           ThreadPool& threads) {
  if (!train_.done()) {
    return train_.advance(network, rows, x, workspace, threads, &units_);
  }
  if (!validation_.done()) {
    return validation_.advance(network, rows, x, workspace, threads);
  }
  return test_.advance(network, rows, x, workspace, threads, nullptr, &testScores_);
}

CurvePoint Examination::point(double epoch) const {
  CurvePoint found{.epoch = epoch, .train = train_.score(), .test = test_.score(), .validation = {}};
  if (validates_) {
    found.validation = validation_.score();
  }
  return found;
}

}  // namespace ffnn
