// The textbook's training loop over the core's parts, without the trainer: one batch, one pass, one update. A
// run of the trainer must equal it bit for bit as long as a batch fits into one block of rows (256 at most).
#pragma once

#include <cmath>
#include <vector>

#include "ffnn/batcher.h"
#include "ffnn/dataset.h"
#include "ffnn/loss.h"
#include "ffnn/optimizer.h"
#include "ffnn/training_config.h"

namespace ffnn::test {

class TextbookTraining {
 public:
  TextbookTraining(const TrainingConfig& config, const Dataset& data)
      : config_(config),
        data_(data),
        network_(config.network),
        batcher_(config.trainImages, config.effectiveBatchSize(), Rng(config.seed, 1)) {
    Rng rng(config.seed, 0);
    network_.initialize(rng);
  }

  const Network& network() const { return network_; }

  // One step. False, and the weights untouched, when the batch's loss is not finite.
  bool step() {
    const auto batch = batcher_.next();
    const auto size = static_cast<Index>(batch.size());
    Matrix x(size, kPixels);
    std::vector<Label> labels(batch.size());
    data_.gather(batch, x, labels);
    Workspace workspace(config_.network, size);
    const Matrix logits = network_.forward(x, workspace);
    const Scalar mean = Scalar(1) / static_cast<Scalar>(size);
    if (!std::isfinite(crossEntropyWithGradient(logits, labels, mean, workspace.gradients.back()))) {
      return false;
    }
    network_.backward(x, workspace, config_.gradient, size, false);
    const std::vector<ParameterView> parameters = network_.parameters();
    Sgd(static_cast<Scalar>(config_.learningRate)).update(parameters);
    return true;
  }

 private:
  TrainingConfig config_;
  const Dataset& data_;
  Network network_;
  Batcher batcher_;
};

}  // namespace ffnn::test
