#include "ffnn/training_config.h"

#include <algorithm>
#include <array>
#include <cfloat>
#include <cmath>
#include <cstdio>
#include <string>

#include "ffnn/error.h"

namespace ffnn {
namespace {

[[noreturn]] void refuse(const std::string& message) { throw Error(ErrorCode::invalidSetting, message); }

// 60000 → "60,000".
std::string withSeparators(Index value) {
  const std::string digits = std::to_string(value);
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const std::size_t left = digits.size() - i;
    if (i > 0 && left % 3 == 0 && digits[i - 1] != '-') {
      text += ',';
    }
    text += digits[i];
  }
  return text;
}

void expectRange(const char* field, Index value, Index low, Index high) {
  if (value < low || value > high) {
    refuse(std::string(field) + " is " + withSeparators(value) + ", but must be from " + withSeparators(low) +
           " to " + withSeparators(high));
  }
}

// Counts in double: widths have been checked by now, and a sum of products of them cannot lose a digit there.
void validateNetwork(const NetworkConfig& network) {
  const auto layers = static_cast<Index>(network.hidden.size());
  if (layers > limits::kHiddenLayers) {
    refuse("hidden layers: " + std::to_string(layers) + " given, at most " +
           std::to_string(limits::kHiddenLayers) + " allowed");
  }
  for (std::size_t l = 0; l < network.hidden.size(); ++l) {
    const std::string field = "width of hidden layer " + std::to_string(l + 1);
    expectRange(field.c_str(), network.hidden[l], 1, limits::kWidth);
  }
  const Index parameters = network.parameterCount();
  if (parameters > limits::kParameters) {
    refuse("hidden layers: this network would have " + withSeparators(parameters) + " parameters, at most " +
           withSeparators(limits::kParameters) + " are allowed");
  }
}

// Six digits at most. Not by a string stream: those weigh a hundred kilobytes in the module.
std::string shown(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%g", value);
  return text.data();
}

// Training runs in float: a number that rounds to zero, or to a subnormal number, there is no number at all.
void expectAboveZero(const char* field, double value, double high) {
  if (!std::isfinite(value) || value < static_cast<double>(FLT_MIN) || value > high) {
    refuse(std::string(field) + " is " + shown(value) + ", but must be above 0 and at most " + shown(high));
  }
}

void expectFromZero(const char* field, double value, double high) {
  if (!(value >= 0 && value <= high)) {
    refuse(std::string(field) + " is " + shown(value) + ", but must be from 0 to " + shown(high));
  }
}

void expectBelowOne(const char* field, double value) {
  if (!(value >= 0 && static_cast<Scalar>(value) < Scalar(1))) {
    refuse(std::string(field) + " is " + shown(value) + ", but must be at least 0 and below 1");
  }
}

void validateOptimizer(const OptimizerConfig& optimizer) {
  expectBelowOne("momentum", optimizer.momentum);
  expectBelowOne("beta 1", optimizer.beta1);
  expectBelowOne("beta 2", optimizer.beta2);
  expectFromZero("weight decay", optimizer.weightDecay, 1);
}

void validateSchedule(const ScheduleConfig& schedule) {
  expectFromZero("warm-up", schedule.warmUpEpochs, static_cast<double>(limits::kEpochs));
  expectRange("epochs between steps", schedule.stepEpochs, 1, limits::kEpochs);
  expectAboveZero("step factor", schedule.stepFactor, 1);
}

void validateRegularization(const TrainingConfig& config) {
  expectFromZero("dropout", config.dropout, limits::kDropout);
  expectFromZero("label smoothing", config.labelSmoothing, limits::kLabelSmoothing);
  if (config.clipNorm != 0) {
    expectAboveZero("gradient clipping", config.clipNorm, limits::kClipNorm);
  }
  expectFromZero("validation part", config.validationShare, limits::kValidationShare);
  expectFromZero("share of drawings", config.drawnShare, limits::kDrawnShare);
  expectFromZero("share of photos", config.photoShare, limits::kPhotoShare);
  expectRange("patience", config.patience, 0, limits::kEpochs);
}

double weightCount(const NetworkConfig& network) {
  double weights = 0;
  Index in = network.inputs;
  for (const Index width : network.hidden) {
    weights += static_cast<double>(in) * static_cast<double>(width);
    in = width;
  }
  return weights + static_cast<double>(in) * static_cast<double>(network.outputs);
}

}  // namespace

Index rowsPerBlock(double flopsPerRow) {
  // Some 30 ms of one thread at 25 GFLOP/s. Each block fetches all weights from memory, so that few rows of a
  // large network wait for them: with a quarter of this the largest one trains half as fast.
  constexpr double kFlopsPerBlock = 800e6;
  constexpr double kMostRows = 256;  // more rows do not make the products any faster
  return static_cast<Index>(std::clamp(std::floor(kFlopsPerBlock / flopsPerRow), 1.0, kMostRows));
}

double forwardFlops(const NetworkConfig& network) { return 2 * weightCount(network); }

double trainingFlops(const NetworkConfig& network) {
  const Index first = network.hidden.empty() ? network.outputs : network.hidden.front();
  return 6 * weightCount(network) - 2 * static_cast<double>(network.inputs) * static_cast<double>(first);
}

double estimateMemory(const TrainingConfig& config) {
  const auto parameters = static_cast<double>(config.network.parameterCount());
  double hidden = 0;
  for (const Index width : config.network.hidden) {
    hidden += static_cast<double>(width);
  }
  double matrices = 2;  // activations and their gradients; see Workspace
  matrices += config.dropout > 0 ? 1 : 0;
  matrices += config.dropout > 0 || slopeNeedsInput(config.network.activation) ? 1 : 0;
  const double activations = static_cast<double>(config.network.inputs) + matrices * hidden;
  const auto rows = static_cast<double>(rowsPerBlock(forwardFlops(config.network)));
  double copies = 4;  // values, gradients, those kept for a diverging run, those before a watched step
  copies += slotsPerParameter(config.optimizer.kind);
  copies += config.restoresBest() ? 1 : 0;
  return sizeof(Scalar) * (copies * parameters + rows * activations);
}

void validateEpochs(Index epochs) { expectRange("epochs", epochs, 1, limits::kEpochs); }

void validate(const TrainingConfig& config, Index availableImages, Index availableDrawings) {
  if (availableImages < 1) {
    throw Error(ErrorCode::wrongState, "no training images are loaded yet");
  }
  expectRange("training images", config.trainImages, 1, availableImages);
  validateNetwork(config.network);
  if (config.network.initialization == Initialization::normal) {
    expectAboveZero("deviation of the first weights", config.network.initialDeviation,
                    limits::kInitialDeviation);
  }
  expectAboveZero("learning rate", config.learningRate, limits::kLearningRate);
  expectRange("batch size", config.batchSize, 1, limits::kBatchSize);
  validateEpochs(config.epochs);
  validateOptimizer(config.optimizer);
  validateSchedule(config.schedule);
  validateRegularization(config);
  if (config.drawnShare > 0 && availableDrawings < 1) {
    throw Error(ErrorCode::wrongState, "no drawings are loaded yet");
  }
  const double memory = estimateMemory(config);
  if (memory > limits::kMemoryBytes) {
    refuse("hidden layers: this run would need about " + std::to_string(std::llround(memory / 1048576)) +
           " MB, at most " + std::to_string(std::llround(limits::kMemoryBytes / 1048576)) +
           " MB are allowed");
  }
}

}  // namespace ffnn
