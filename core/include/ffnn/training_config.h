// TrainingConfig: everything that decides a run, its limits, and what it will cost. Two runs with equal
// configs on the same data are equal bit for bit.
#pragma once

#include <cstdint>

#include "ffnn/dataset.h"
#include "ffnn/network.h"
#include "ffnn/optimizer.h"
#include "ffnn/schedule.h"

namespace ffnn {

namespace limits {
inline constexpr Index kHiddenLayers = 6;
inline constexpr Index kWidth = 2048;
inline constexpr Index kParameters = 8'000'000;
inline constexpr Index kBatchSize = 4096;
inline constexpr Index kEpochs = 10'000;
inline constexpr double kLearningRate = 100.0;
inline constexpr double kInitialDeviation = 10.0;
inline constexpr double kDropout = 0.9;
inline constexpr double kLabelSmoothing = 0.9;
inline constexpr double kClipNorm = 1e6;
inline constexpr double kValidationShare = 0.5;
inline constexpr double kDrawnShare = 0.9;
inline constexpr double kPhotoShare = 0.9;
inline constexpr double kMemoryBytes = 384.0 * 1024 * 1024;
}  // namespace limits

struct TrainingConfig {
  Index trainImages = 10'000;  // the first n training images; 1 … those loaded
  NetworkConfig network;       // 0 to 6 hidden layers of width 1 … 2048; at most 8,000,000 parameters
  double learningRate = 0.1;   // above 0, at most 100
  Index batchSize = 100;       // images a step; 1 … 4096; more than there are counts as all
  Index epochs = 10;           // passes over the training images; 1 … 10,000
  std::uint32_t seed = 1;      // any
  GradientRule gradient = GradientRule::exact;

  InputScaling inputScaling = InputScaling::unit;
  bool mirror = false;          // mirror half of the images of each batch, see augment.h
  bool shuffledLabels = false;  // the training images have each other's labels, see shuffled_labels.h
  double drawnShare = 0;  // of each batch, drawings instead of training images; 0 … 0.9, see drawn_mix.h
  double photoShare =
      0;  // of the training images in each batch, made to look like photos; 0 … 0.9, see photo_mix.h
  double validationShare = 0;  // of the training images, set aside; 0 … 0.5
  Index patience = 0;          // epochs, 0 … 10,000; 0: no early stopping. Off without a validation part
  bool restoreBest = false;    // end with the weights of the lowest validation loss. Off without such a part

  OptimizerConfig optimizer = {};
  ScheduleConfig schedule = {};
  double dropout = 0;         // chance of leaving a hidden unit out, 0 … 0.9
  double labelSmoothing = 0;  // share of each label spread over all classes, 0 … 0.9
  double clipNorm = 0;        // longest gradient of all parameters together, 0 … 1,000,000; 0: not clipped

  // What restoreBest and patience come to.
  bool restoresBest() const { return restoreBest && validationShare > 0; }
  Index effectivePatience() const { return validationShare > 0 ? patience : 0; }
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
// availableImages, availableDrawings: loaded so far.
void validate(const TrainingConfig& config, Index availableImages, Index availableDrawings = 0);

// The same check for a new number of epochs alone.
void validateEpochs(Index epochs);

}  // namespace ffnn
