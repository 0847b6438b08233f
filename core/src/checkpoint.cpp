// Trainer's way into a checkpoint and out of it: one description of its state for both.
#include "ffnn/checkpoint.h"

#include <array>
#include <limits>

#include "ffnn/error.h"
#include "ffnn/parameter_order.h"
#include "ffnn/trainer.h"

namespace ffnn {
namespace {

constexpr Index kMost = std::numeric_limits<std::int32_t>::max();
constexpr std::size_t kNumbersPerScore = 4;
constexpr std::size_t kNumbersPerPoint = 1 + 3 * kNumbersPerScore;
constexpr std::size_t kNumbersPerLayer = 3;
constexpr std::size_t kMostPoints =
    static_cast<std::size_t>(limits::kEpochs) + 16;  // some inside the first epoch

void append(std::vector<double>& numbers, const Score& score) {
  numbers.insert(numbers.end(),
                 {score.loss, score.accuracy, score.lossError, static_cast<double>(score.images)});
}

[[noreturn]] void refuse(const std::string& problem) {
  throw Error(ErrorCode::badData, "checkpoint: " + problem);
}

Score scoreAt(const double* numbers) {
  const bool good = numbers[1] >= 0 && numbers[1] <= 1 && numbers[2] >= 0 && numbers[3] >= 0 &&
                    numbers[3] <= static_cast<double>(Dataset::kMostImages);
  if (!good) {
    refuse("run.curve holds a point that cannot be");
  }
  return {.loss = numbers[0],
          .accuracy = numbers[1],
          .lossError = numbers[2],
          .images = static_cast<Index>(numbers[3])};
}

}  // namespace

Checkpoint Trainer::checkpoint() {
  if (!atRest()) {
    throw Error(ErrorCode::wrongState, "a run can be saved between two steps only");
  }
  StateArchive archive;
  exchangeState(archive);
  return {config_, archive.take()};
}

Trainer::Trainer(Checkpoint checkpoint, const Dataset& train, const Dataset& test, ThreadPool& threads,
                 const Dataset& drawings)
    : Trainer(checkpoint.config, train, test, threads, drawings) {
  StateArchive archive(std::move(checkpoint.arrays));
  exchangeState(archive);
  archive.expectEnd();
  expectConsistent();
  evaluating_ = false;
}

void Trainer::exchangeState(StateArchive& archive) {
  for (std::size_t p = 0; p < parameters_.size(); ++p) {
    const std::string layer = "layer" + std::to_string(p / 2 + 1);
    const UnitByUnit numbers{parameters_[p].value, parameters_[p].inputs};
    exchangeParameters(archive, layer + (p % 2 == 0 ? ".weights" : ".biases"), std::span(&numbers, 1));
  }
  optimizer_.exchangeState(archive, parameters_);
  batcher_.exchangeState(archive);
  gradientPass_.exchangeState(archive);
  stepWatch_.exchangeState(archive);
  kept_.exchangeState(archive, "kept.parameters", parameters_);
  archive.numbers("kept.confusion", keptConfusion_.counts());
  earlyStopping_.exchangeState(archive, parameters_);

  auto state = static_cast<Index>(state_);
  archive.count("run.state", state, 0, static_cast<Index>(RunState::diverged));
  state_ = static_cast<RunState>(state);
  archive.count("run.step", step_, 0, kMost);
  archive.count("run.imagesThisEpoch", imagesThisEpoch_, 0, imagesPerEpoch_ - 1);
  archive.count("run.epochsDone", epochsDone_, 0, limits::kEpochs);
  archive.flag("run.bestIsBack", bestIsBack_);
  archive.numbers("run.testConfusion", testConfusion_.counts());
  exchangeHistory(archive);
}

// Each number is within its own range by now; they must also agree with each other.
void Trainer::expectConsistent() const {
  const Index perEpoch = batcher_.batchesPerEpoch();
  const Index stepOfEpoch = imagesThisEpoch_ / batchSize_;
  const bool counted = imagesThisEpoch_ % batchSize_ == 0 && keptEpoch() <= epochsDone_;
  // The step at which a run diverges counts, its images do not.
  const Index extra = step_ - (epochsDone_ * perEpoch + stepOfEpoch);
  const bool stepped = state_ == RunState::diverged ? extra == 0 || extra == 1 : extra == 0;
  const bool ended = state_ == RunState::finished || state_ == RunState::stopped;
  const bool placed = state_ == RunState::diverged ||
                      (keptEpoch() == epochsDone_ && batcher_.imagesThisEpoch() == imagesThisEpoch_ &&
                       (ended ? imagesThisEpoch_ == 0 && epochsDone_ > 0 : epochsDone_ < config_.epochs));
  if (!counted || !stepped || !placed) {
    refuse("the counts of run disagree");
  }
  const Index best = earlyStopping_.bestEpoch();
  if (best > epochsDone_ || (bestIsBack_ && (!ended || !earlyStopping_.keepsWeights()))) {
    refuse("the best epoch does not fit the run");
  }
}

void Trainer::exchangeHistory(StateArchive& archive) {
  std::vector<double> numbers;
  for (const CurvePoint& point : curve_) {
    numbers.push_back(point.epoch);
    append(numbers, point.train);
    append(numbers, point.test);
    append(numbers, point.validation.value_or(Score{}));
  }
  archive.list("run.curve", numbers, kNumbersPerPoint, kMostPoints);
  curve_.clear();
  for (std::size_t i = 0; i + kNumbersPerPoint <= numbers.size(); i += kNumbersPerPoint) {
    const double* point = &numbers[i];
    if (point[0] < 0 || point[0] > static_cast<double>(limits::kEpochs)) {
      refuse("run.curve holds a point that cannot be");
    }
    curve_.push_back({.epoch = point[0],
                      .train = scoreAt(point + 1),
                      .test = scoreAt(point + 1 + kNumbersPerScore),
                      .validation = {}});
    if (config_.validationShare > 0) {
      curve_.back().validation = scoreAt(point + 1 + 2 * kNumbersPerScore);
    }
  }

  numbers.clear();
  for (const EpochInsides& insides : insides_) {
    for (const LayerInsides& layer : insides) {
      numbers.insert(numbers.end(), {layer.gradientNorm, layer.updateRatio, layer.flatShare});
    }
  }
  const std::size_t layers = network_.layers().size();
  archive.list("run.insides", numbers, layers * kNumbersPerLayer, kMostPoints);
  insides_.clear();
  const std::size_t stride = layers * kNumbersPerLayer;
  for (std::size_t i = 0; i + stride <= numbers.size(); i += stride) {
    EpochInsides insides;
    for (std::size_t j = i; j < i + stride; j += kNumbersPerLayer) {
      insides.push_back({numbers[j], numbers[j + 1], numbers[j + 2]});
    }
    insides_.push_back(std::move(insides));
  }
}

}  // namespace ffnn
