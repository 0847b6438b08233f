// TrainingConfig: everything that decides a run, its limits, and what it will cost. Two runs with equal
// configs on the same data are equal bit for bit.
#pragma once

#include <cstdint>

#include "ffnn/network.h"

namespace ffnn {

namespace limits {
inline constexpr Index kHiddenLayers = 6;
inline constexpr Index kWidth = 2048;
inline constexpr Index kParameters = 8'000'000;
inline constexpr Index kBatchSize = 4096;
inline constexpr Index kEpochs = 10'000;
inline constexpr double kLearningRate = 100.0;
inline constexpr double kMemoryBytes = 384.0 * 1024 * 1024;
}  // namespace limits

struct TrainingConfig {
  Index trainImages = 10'000;  // the first n training images; 1 … those loaded
  NetworkConfig network;       // 0 to 6 hidden layers of width 1 … 2048; at most 8,000,000 parameters
  double learningRate = 0.1;   // above 0, at most 100
  Index batchSize = 100;       // images a step; 1 … 4096; more than trainImages counts as trainImages
  Index epochs = 10;           // passes over the training images; 1 … 10,000
  std::uint32_t seed = 1;      // any
  GradientRule gradient = GradientRule::exact;

  // The batch size that is used: never more than there are images.
  Index effectiveBatchSize() const { return batchSize < trainImages ? batchSize : trainImages; }
};

// Rows of a batch or of an evaluation that are worked on at once: a fixed function of the network, so that no
// piece of work is long at any allowed size and no result depends on timing. flopsPerRow: floating-point
// operations.
Index rowsPerBlock(double flopsPerRow);

// Floating-point operations of one sample: forward pass 2 a weight, training step 6 (4 in the first layer,
// whose input needs no gradient).
double forwardFlops(const NetworkConfig& network);
double trainingFlops(const NetworkConfig& network);

// Bytes that a run of this config will allocate, data set not included.
double estimateMemory(const TrainingConfig& config);

// Throws Error{invalidSetting} that names the field, its value and its range, before anything is allocated.
// availableImages: training images loaded so far.
void validate(const TrainingConfig& config, Index availableImages);

// The same check for a new number of epochs alone.
void validateEpochs(Index epochs);

}  // namespace ffnn
