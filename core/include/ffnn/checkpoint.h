// Checkpoint: the whole state of a run between two steps. A Trainer made from it goes on bit for bit.
#pragma once

#include <vector>

#include "ffnn/state_archive.h"
#include "ffnn/training_config.h"

namespace ffnn {

struct Checkpoint {
  TrainingConfig config;
  std::vector<NamedArray> arrays;
};

}  // namespace ffnn
