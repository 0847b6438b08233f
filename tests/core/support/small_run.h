// A small run: what tests train that need a trainer at work, but nothing particular of it.
#pragma once

#include "ffnn/training_config.h"

namespace ffnn::test {

inline constexpr double kUnlimited = 1e15;  // operations: more than any run here has

inline TrainingConfig smallConfig(Index trainImages) {
  return {.trainImages = trainImages,
          .network = {.hidden = {8}},
          .learningRate = 0.05,
          .batchSize = 16,
          .epochs = 3,
          .seed = 5};
}

}  // namespace ffnn::test
