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

// The same run with everything on that draws random numbers or keeps a state.
inline TrainingConfig withEverythingOn(TrainingConfig config, OptimizerKind optimizer) {
  config.learningRate = 0.01;
  config.inputScaling = InputScaling::standardized;
  config.mirror = true;
  config.validationShare = 0.1;
  config.restoreBest = true;
  config.optimizer = {.kind = optimizer, .weightDecay = 0.01};
  config.schedule = {.kind = ScheduleKind::oneCycle, .warmUpEpochs = 0.5};
  config.dropout = 0.2;
  config.labelSmoothing = 0.1;
  config.clipNorm = 1;
  return config;
}

}  // namespace ffnn::test
