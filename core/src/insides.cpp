#include "ffnn/insides.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "ffnn/norm.h"
#include "ffnn/state_archive.h"

namespace ffnn {
namespace {

constexpr Index kWatchedSteps = 16;

// Network::parameters() lists weights, biases of layer 1, of layer 2, …
bool isOfWeights(std::size_t tensor) { return tensor % 2 == 0; }
std::size_t layerOf(std::size_t tensor) { return tensor / 2; }

}  // namespace

StepWatch::StepWatch(const Network& network, Index stepsPerEpoch)
    : interval_((stepsPerEpoch + kWatchedSteps - 1) / kWatchedSteps),
      gradientSquares_(network.layers().size()),
      updateRatios_(network.layers().size()) {
  for (const DenseLayer& layer : network.layers()) {
    blocks_.emplace_back(static_cast<std::size_t>((layer.weights().size() + kBlock - 1) / kBlock));
  }
}

void StepWatch::look(std::size_t tensor, Range block, const ParameterView& parameter,
                     std::span<Scalar> before) {
  if (!isOfWeights(tensor)) {
    return;
  }
  const auto first = static_cast<std::size_t>(block.first);
  Squares& squares = blocks_[layerOf(tensor)][first / static_cast<std::size_t>(kBlock)];
  squares.gradient = sumOfSquares(parameter.gradient.subspan(first, before.size()));
  squares.weight = sumOfSquares(before);
  for (std::size_t i = 0; i < before.size(); ++i) {
    before[i] = parameter.value[first + i] - before[i];
  }
  squares.change = sumOfSquares(before);
}

void StepWatch::endStep(double clipping) {
  for (std::size_t l = 0; l < blocks_.size(); ++l) {
    Squares all{};
    for (const Squares& squares : blocks_[l]) {
      all.gradient += squares.gradient;
      all.weight += squares.weight;
      all.change += squares.change;
    }
    gradientSquares_[l] += clipping > 0 ? all.gradient / (clipping * clipping) : 0.0;
    updateRatios_[l] += all.weight > 0 ? std::sqrt(all.change / all.weight) : 0.0;
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
