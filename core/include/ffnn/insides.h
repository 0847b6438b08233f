// What training looks like inside: numbers a layer and epoch that make vanishing gradients, steps that are
// too large or too small, and dead units visible.
#pragma once

#include <vector>

#include "ffnn/network.h"

namespace ffnn {

struct LayerInsides {
  double gradientNorm = 0;  // root mean square over sampled steps of ‖∂loss/∂w‖ (weights, before clipping)
  double updateRatio = 0;  // mean over the same steps of ‖change of w‖ / ‖w‖; around 1/1000 is healthy
  // 0 … 1: units that were flat (see isFlat) on every image of the training sample; hidden layers only. Dead
  // for ReLU, saturated for Sigmoid and tanh.
  double flatShare = 0;
};

// One epoch's: a layer each, from the input side, the output layer included.
using EpochInsides = std::vector<LayerInsides>;

// Watches at most sixteen evenly spread steps of an epoch: all of them would cost a tenth of the time.
class StepWatch {
 public:
  // network: the one being trained.
  StepWatch(const Network& network, Index stepsPerEpoch);

  // Whether this step of the epoch (0 … stepsPerEpoch − 1) is one of those watched.
  bool watches(Index stepOfEpoch) const { return stepOfEpoch % interval_ == 0; }

  // To be called around the update of a watched step: before it with the gradients as they came, after it.
  void before(std::span<const ParameterView> parameters);
  void after(std::span<const ParameterView> parameters);

  // Means since restart(), one a layer; flatShare is left 0.
  EpochInsides means() const;

  void restart();

  void exchangeState(StateArchive& archive);

 private:
  Index interval_;
  std::vector<Scalar> weightsBefore_;  // of all layers, one after another
  std::vector<double> gradientSquares_;
  std::vector<double> updateRatios_;
  double steps_ = 0;
};

// Finds the units that were flat on every image that they were shown.
class UnitWatch {
 public:
  explicit UnitWatch(const NetworkConfig& config);

  void restart();

  // outputs: of a pass without dropout, one matrix a layer; the first `rows` rows count.
  void add(const std::vector<Matrix>& outputs, Index rows);

  // For each hidden layer, the share of its units that were never anything but flat.
  std::vector<double> flatShares() const;

 private:
  Activation activation_;
  std::vector<Index> widths_;
  std::vector<std::vector<Index>> flat_;  // a hidden layer each: the units that were never anything else
};

}  // namespace ffnn
