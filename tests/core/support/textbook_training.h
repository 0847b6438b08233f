// The textbook's training loop over the core's parts, without the trainer: one batch, one pass, one update. A
// run of the trainer must equal it bit for bit as long as a batch fits into one block of rows (256 at most).
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "ffnn/batcher.h"
#include "ffnn/dataset.h"
#include "ffnn/loss.h"
#include "ffnn/optimizer.h"
#include "ffnn/training_config.h"

namespace ffnn::test {

// Plain gradient descent on images in [0, 1]: of the settings, those of the report count.
class TextbookTraining {
 public:
  TextbookTraining(const TrainingConfig& config, const Dataset& data)
      : config_(config),
        data_(data),
        network_(config.network),
        batcher_(firstImages(config.trainImages), std::min(config.batchSize, config.trainImages),
                 Rng(config.seed, 1)) {
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
    data_.gather(batch, PixelScale(), x, labels);
    Workspace workspace(config_.network, size);
    const Matrix logits = network_.forward(x, workspace);
    const Scalar mean = Scalar(1) / static_cast<Scalar>(size);
    if (!std::isfinite(crossEntropyWithGradient(logits, labels, 0, mean, workspace.gradients.back()))) {
      return false;
    }
    network_.backward(x, workspace, config_.gradient, size, false);
    const auto rate = static_cast<Scalar>(config_.learningRate);
    for (const ParameterView& parameter : network_.parameters()) {
      for (std::size_t i = 0; i < parameter.value.size(); ++i) {
        parameter.value[i] -= rate * parameter.gradient[i];
      }
    }
    return true;
  }

 private:
  static std::vector<std::uint32_t> firstImages(Index count) {
    std::vector<std::uint32_t> images(static_cast<std::size_t>(count));
    std::iota(images.begin(), images.end(), 0U);
    return images;
  }

  TrainingConfig config_;
  const Dataset& data_;
  Network network_;
  Batcher batcher_;
};

}  // namespace ffnn::test
