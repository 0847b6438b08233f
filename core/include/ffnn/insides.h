// What training looks like inside: numbers a layer and epoch that make vanishing gradients, steps that are
// too large or too small, and dead units visible.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "ffnn/network.h"
#include "ffnn/range.h"

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
  // Numbers that are looked at together, while they are in the innermost cache. Their sums are added up in
  // order, so that the result is the same for every number of threads.
  static constexpr Index kBlock = 1024;

  // network: the one being trained.
  StepWatch(const Network& network, Index stepsPerEpoch);

  // Whether this step of the epoch (0 … stepsPerEpoch − 1) is one of those watched.
  bool watches(Index stepOfEpoch) const { return stepOfEpoch % interval_ == 0; }

  // Calls update(block) for one range of a tensor, block by block, and looks at each before and after.
  // tensor: its place in Network::parameters(); range: from a multiple of kBlock to another, or to the
  // tensor's end. Ranges that do not overlap may be worked on at the same time.
  template <typename Update>
  void around(std::size_t tensor, Range range, const ParameterView& parameter, const Update& update) {
    std::array<Scalar, kBlock> before{};
    for (Range block = range; block.first < range.end(); block.first += kBlock) {
      block.count = std::min(kBlock, range.end() - block.first);
      const auto values = parameter.value.subspan(static_cast<std::size_t>(block.first),
                                                  static_cast<std::size_t>(block.count));
      std::copy(values.begin(), values.end(), before.begin());
      update(block);
      look(tensor, block, parameter, std::span(before).first(values.size()));
    }
  }

  // Once every tensor of a watched step has been updated. clipping: what its gradients were multiplied with
  // before; after a 0 nothing is left of them, and they count as 0.
  void endStep(double clipping);

  // Means since restart(), one a layer; flatShare is left 0.
  EpochInsides means() const;

  void restart();

  void exchangeState(StateArchive& archive);

 private:
  struct Squares {  // sums of them over a block of weights
    double gradient;
    double weight;
    double change;
  };
  void look(std::size_t tensor, Range block, const ParameterView& parameter, std::span<Scalar> before);

  Index interval_;
  std::vector<std::vector<Squares>> blocks_;  // of a layer each
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
