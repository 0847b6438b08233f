#include "ffnn/lesson.h"

#include <algorithm>
#include <numeric>

#include "ffnn/error.h"
#include "ffnn/jitter.h"
#include "ffnn/outline.h"

namespace ffnn {
namespace {

constexpr Index kBatch = 100;
constexpr double kOwnShare = 0.2;       // of each batch
constexpr Index kVariants = 2000;       // of all own pictures together
constexpr double kLearningRate = 4e-4;  // AdamW's, falling to zero in a straight line

// The run's settings, but for how steps are made.
TrainingConfig lessonConfig(const TrainingConfig& config) {
  TrainingConfig changed = config;
  changed.gradient = GradientRule::exact;
  changed.optimizer = {.kind = OptimizerKind::adamW};
  changed.batchSize = std::min(kBatch, config.trainImages);
  changed.drawnShare = std::min(std::max(config.drawnShare, kOwnShare) + kOwnShare, limits::kDrawnShare);
  return changed;
}

void append(Dataset& data, std::span<const std::uint8_t> pixels, Label label) {
  data.append({.count = 1, .pixels = pixels}, {.labels = std::span(&label, 1)});
}

// Beside the variants as many drawings as keeps the share that the run had. To a run without any, every line
// drawing would be of the classes taught: it gets outlines of its training images instead, of all classes.
Dataset mixOf(const TrainingConfig& run, const Dataset& train, const Dataset& drawings, const Dataset& own) {
  Rng rng(run.seed, streams::kLesson);
  Dataset mixed;
  for (Index i = 0; i < kVariants; ++i) {
    const Index picture = i % own.size();
    append(mixed, jittered(own.image(picture), rng), own.label(picture));
  }
  const bool hasDrawings = run.drawnShare > 0;
  const Index beside = hasDrawings
                           ? static_cast<Index>(run.drawnShare / kOwnShare * static_cast<double>(kVariants))
                           : kVariants;
  const Index from = hasDrawings ? drawings.size() : run.trainImages;
  for (Index i = 0; i < beside; ++i) {
    const auto image = static_cast<Index>(rng.below(static_cast<std::uint32_t>(from)));
    if (hasDrawings) {
      append(mixed, drawings.image(image), drawings.label(image));
    } else {
      append(mixed, jittered(outlineOf(train.image(image)), rng), train.label(image));
    }
  }
  return mixed;
}

std::vector<std::uint32_t> firstImages(Index count) {
  std::vector<std::uint32_t> numbers(static_cast<std::size_t>(count));
  std::iota(numbers.begin(), numbers.end(), 0U);
  return numbers;
}

const Dataset& atLeastOne(const Dataset& own) {
  if (own.size() < 1) {
    throw Error(ErrorCode::wrongState, "there is no picture to teach");
  }
  return own;
}

}  // namespace

Lesson::Lesson(const Trainer& run, const Dataset& train, const Dataset& drawings, const Dataset& own,
               ThreadPool& threads)
    : config_(lessonConfig(run.config())),
      threads_(threads),
      mixed_(mixOf(run.config(), train, drawings, atLeastOne(own))),
      network_(run.network()),
      parameters_(network_.parameters()),
      optimizer_(config_.optimizer, parameters_),
      batcher_(firstImages(config_.trainImages), config_.batchSize, Rng(config_.seed, streams::kLesson)),
      rows_(std::min(rowsPerBlock(trainingFlops(config_.network)), config_.batchSize)),
      gradientPass_(config_, train, ShuffledLabels(), mixed_, run.pixelScale(), rows_),
      x_(rows_, kPixels),
      workspace_(config_.network, rows_, config_.dropout > 0) {}

void Lesson::advance(double flops) {
  const double perStep = trainingFlops(config_.network) * static_cast<double>(config_.batchSize);
  double spent = 0;
  do {
    if (done()) {
      return;
    }
    runStep();
    spent += perStep;
  } while (spent < flops);
}

void Lesson::runStep() {
  const std::span<const std::uint32_t> batch = batcher_.next();
  for (std::size_t cursor = 0; cursor < batch.size(); cursor += static_cast<std::size_t>(rows_)) {
    const std::size_t size = std::min(static_cast<std::size_t>(rows_), batch.size() - cursor);
    gradientPass_.run(batch.subspan(cursor, size), static_cast<Index>(batch.size()), network_, x_, workspace_,
                      threads_);
    gradientPass_.addGradients(static_cast<Index>(size), cursor > 0, x_, workspace_, network_, threads_);
  }
  const double left = 1 - static_cast<double>(step_) / static_cast<double>(kSteps);
  optimizer_.update(parameters_, kLearningRate * left, threads_);
  ++step_;
}

}  // namespace ffnn
