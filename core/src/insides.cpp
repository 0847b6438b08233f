#include "ffnn/insides.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ffnn/norm.h"
#include "ffnn/state_archive.h"

namespace ffnn {
namespace {

constexpr Index kWatchedSteps = 16;

// parameters() lists weights, biases of layer 1, of layer 2, …
const ParameterView& weightsOf(std::span<const ParameterView> parameters, std::size_t layer) {
  return parameters[2 * layer];
}

}  // namespace

StepWatch::StepWatch(const Network& network, Index stepsPerEpoch)
    : interval_((stepsPerEpoch + kWatchedSteps - 1) / kWatchedSteps),
      gradientSquares_(network.layers().size()),
      updateRatios_(network.layers().size()) {
  Index weights = 0;
  for (const DenseLayer& layer : network.layers()) {
    weights += layer.weights().size();
  }
  weightsBefore_.resize(static_cast<std::size_t>(weights));
}

void StepWatch::before(std::span<const ParameterView> parameters) {
  auto next = weightsBefore_.begin();
  for (std::size_t l = 0; l < gradientSquares_.size(); ++l) {
    const ParameterView& weights = weightsOf(parameters, l);
    const double norm = euclideanNorm(weights.gradient);
    gradientSquares_[l] += norm * norm;
    next = std::copy(weights.value.begin(), weights.value.end(), next);
  }
}

void StepWatch::after(std::span<const ParameterView> parameters) {
  std::size_t first = 0;
  for (std::size_t l = 0; l < updateRatios_.size(); ++l) {
    const std::span<const Scalar> now = weightsOf(parameters, l).value;
    const std::span<Scalar> before = std::span(weightsBefore_).subspan(first, now.size());
    const double size = euclideanNorm(before);
    for (std::size_t i = 0; i < now.size(); ++i) {
      before[i] = now[i] - before[i];
    }
    updateRatios_[l] += size > 0 ? euclideanNorm(before) / size : 0.0;
    first += now.size();
  }
  ++steps_;
}

EpochInsides StepWatch::means() const {
  EpochInsides layers(updateRatios_.size());
  for (std::size_t l = 0; l < layers.size() && steps_ > 0; ++l) {
    layers[l].gradientNorm = std::sqrt(gradientSquares_[l] / steps_);
    layers[l].updateRatio = updateRatios_[l] / steps_;
  }
  return layers;
}

void StepWatch::restart() {
  std::fill(gradientSquares_.begin(), gradientSquares_.end(), 0.0);
  std::fill(updateRatios_.begin(), updateRatios_.end(), 0.0);
  steps_ = 0;
}

void StepWatch::exchangeState(StateArchive& archive) {
  archive.numbers("insides.gradientSquares", gradientSquares_);
  archive.numbers("insides.updateRatios", updateRatios_);
  archive.number("insides.steps", steps_);
}

UnitWatch::UnitWatch(const NetworkConfig& config)
    : activation_(config.activation), widths_(config.hidden), flat_(config.hidden.size()) {
  restart();
}

void UnitWatch::restart() {
  for (std::size_t l = 0; l < flat_.size(); ++l) {
    flat_[l].resize(static_cast<std::size_t>(widths_[l]));
    std::iota(flat_[l].begin(), flat_[l].end(), Index{0});
  }
}

void UnitWatch::add(const std::vector<Matrix>& outputs, Index rows) {
  for (std::size_t l = 0; l < flat_.size(); ++l) {
    for (Index i = 0; i < rows; ++i) {  // most units leave the list within a few rows
      const Scalar* a = outputs[l].row(i).data();
      std::erase_if(flat_[l], [&](Index unit) { return !isFlat(activation_, a[unit]); });
    }
  }
}

std::vector<double> UnitWatch::flatShares() const {
  std::vector<double> shares;
  for (std::size_t l = 0; l < flat_.size(); ++l) {
    shares.push_back(static_cast<double>(flat_[l].size()) / static_cast<double>(widths_[l]));
  }
  return shares;
}

}  // namespace ffnn
