// GradientPass: from images to the gradient of their loss by every parameter, one block of rows of a batch at
// a time. Everything random of a training step is drawn here, by one thread and in row order; the arithmetic
// is cut by rows and by weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/dataset.h"
#include "ffnn/drawn_mix.h"
#include "ffnn/dropout.h"
#include "ffnn/network.h"
#include "ffnn/photo_mix.h"
#include "ffnn/rng.h"
#include "ffnn/shuffled_labels.h"
#include "ffnn/thread_pool.h"
#include "ffnn/training_config.h"

namespace ffnn {

class GradientPass {
 public:
  // data and drawings must outlive the pass. labels: what the images of data are taught as. drawings: those
  // that config.drawnShare mixes in. mostRows: the largest block that run() will get.
  GradientPass(const TrainingConfig& config, const Dataset& data, ShuffledLabels labels,
               const Dataset& drawings, const PixelScale& scale, Index mostRows);

  // Carries the mean loss of a batch down to the outputs of all layers, as far as these images go, which are
  // some or all of it. batchSize: images in the whole batch. x and workspace: scratch with room for these
  // images; one of the next two finds in them what it needs. Returns the sum of the losses.
  double run(std::span<const std::uint32_t> images, Index batchSize, const Network& network, Matrix& x,
             Workspace& workspace, ThreadPool& threads);

  // Then, for the same `rows` images: the gradients of network become those of that loss; with accumulate
  // they are added to what is there.
  void addGradients(Index rows, bool accumulate, const Matrix& x, const Workspace& workspace,
                    Network& network, ThreadPool& threads) const;

  // Or: the parameters take a step of plain gradient descent, to the bit that which an Optimizer would take
  // with those gradients. network's own gradients are no longer anything's.
  void descend(Index rows, double learningRate, const Matrix& x, const Workspace& workspace, Network& network,
               ThreadPool& threads) const;

  void exchangeState(StateArchive& archive);

 private:
  void draw(Index rows, Workspace& workspace);
  std::span<Label> labelsOf(Range range);
  void gather(std::span<const std::uint32_t> images, Range range, Matrix& x);
  Index partsFor(Index rows, const ThreadPool& threads) const;

  const Dataset& data_;
  ShuffledLabels taught_;
  PixelScale scale_;
  bool mirrors_;
  GradientRule rule_;
  Scalar smoothing_;
  double flopsPerImage_;  // of a whole step
  double flopsAbove_;     // of the way through all layers but the first, and back
  Rng mirrorRng_;
  Dropout dropout_;
  PhotoMix photoMix_;
  DrawnMix drawnMix_;
  std::vector<Label> labels_;           // of the block
  std::vector<std::uint8_t> mirrored_;  // 1: this row of the block is mirrored
};

}  // namespace ffnn
