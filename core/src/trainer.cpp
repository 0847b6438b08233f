#include "ffnn/trainer.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ffnn/error.h"
#include "ffnn/names.h"
#include "ffnn/norm.h"

namespace ffnn {
namespace {

constexpr std::array kStateNames{
    Named{RunState::training, "training"},
    Named{RunState::finished, "finished"},
    Named{RunState::stopped, "stopped"},
    Named{RunState::diverged, "diverged"},
};

// Large sets get a point every so many images in their first epoch, where the curves move most.
constexpr Index kImagesPerPoint = 10'000;

// Validates before anything is allocated.
Split validatedSplit(const TrainingConfig& config, const Dataset& train, const Dataset& test,
                     const Dataset& drawings) {
  validate(config, train.size(), drawings.size());
  if (test.size() < 1) {
    throw Error(ErrorCode::wrongState, "no test images are loaded yet");
  }
  Split split =
      splitByClass(train, config.trainImages, config.validationShare, Rng(config.seed, streams::kSplit));
  if (config.validationShare > 0 && split.validation.empty()) {
    throw Error(ErrorCode::invalidSetting,
                "validation part would hold no image: there are too few training images of every class");
  }
  return split;
}

ShuffledLabels labelsOf(const TrainingConfig& config, const Dataset& train, const Split& split) {
  return config.shuffledLabels ? ShuffledLabels(train, split.training, Rng(config.seed, streams::kLabels))
                               : ShuffledLabels();
}

// Room for one more item, so that adding it cannot fail.
template <typename T>
void makeRoom(std::vector<T>& items) {
  constexpr std::size_t kFewest = 16;
  if (items.size() == items.capacity()) {
    items.reserve(std::max(kFewest, 2 * items.size()));
  }
}

}  // namespace

std::string_view name(RunState state) { return nameIn(kStateNames, state); }

Trainer::Trainer(const TrainingConfig& config, const Dataset& train, const Dataset& test, ThreadPool& threads,
                 const Dataset& drawings)
    : Trainer(config, train, test, validatedSplit(config, train, test, drawings), threads, drawings) {}

Trainer::Trainer(const TrainingConfig& config, const Dataset& train, const Dataset& test, const Split& split,
                 ThreadPool& threads, const Dataset& drawings)
    : config_(config),
      threads_(threads),
      pixelScale_(train.scaleFor(config.inputScaling, split.training)),
      network_(config.network),
      parameters_(network_.parameters()),
      imagesPerEpoch_(static_cast<Index>(split.training.size())),
      batchSize_(std::min(config.batchSize, imagesPerEpoch_)),
      optimizer_(config.optimizer, parameters_),
      batcher_(split.training, batchSize_, Rng(config.seed, streams::kOrder)),
      examination_(train, split, labelsOf(config, train, split), test, pixelScale_, config.network),
      stepWatch_(network_, batcher_.batchesPerEpoch()),
      trainRows_(std::min(rowsPerBlock(trainingFlops(config.network)), batchSize_)),
      evaluateRows_(rowsPerBlock(forwardFlops(config.network))),
      gradientPass_(config, train, labelsOf(config, train, split), drawings, pixelScale_, trainRows_),
      x_(std::max(trainRows_, evaluateRows_), kPixels),
      workspace_(config.network, std::max(trainRows_, evaluateRows_), config.dropout > 0),
      earlyStopping_(config.effectivePatience(), config.restoresBest(), config.network) {
  Rng rng(config.seed, streams::kWeights);
  network_.initialize(rng);
  kept_.reserve(config_.network);
  kept_.take(parameters_);
}

void Trainer::advance(double flops, Index stopAtStep) {
  double spent = 0;
  do {
    if (state_ != RunState::training || (atRest() && step_ >= stopAtStep)) {
      return;
    }
    spent += runPiece();
  } while (spent < flops);
}

void Trainer::setEpochs(Index epochs) {
  validateEpochs(epochs);
  const Index begun = epochsDone_ + (imagesThisEpoch_ > 0 || !batch_.empty() ? 1 : 0);
  config_.epochs = std::max(epochs, begun);
  const bool atEpochEnd = imagesThisEpoch_ == 0 && atRest();
  if (state_ == RunState::diverged || !atEpochEnd) {
    return;
  }
  if (epochsDone_ >= epochs) {
    if (state_ == RunState::training) {
      finish(RunState::finished);
    }
    return;
  }
  if (state_ != RunState::training) {
    state_ = RunState::training;
    earlyStopping_.renewPatience(epochsDone_);
    if (bestIsBack_) {
      swapBest();
    }
  }
}

double Trainer::learningRate() const {
  return config_.learningRate *
         learningRateFactor(config_.schedule, step_, batcher_.batchesPerEpoch(), config_.epochs);
}

double Trainer::runPiece() {
  if (evaluating_) {
    return evaluateBlock();
  }
  if (batch_.empty()) {
    beginBatch();
  }
  return batchCursor_ < batch_.size() ? trainBlock() : updateParameters();
}

void Trainer::beginBatch() {
  batch_ = batcher_.next();
  batchCursor_ = 0;
  batchLossSum_ = 0;
}

double Trainer::trainBlock() {
  const std::size_t size = std::min(static_cast<std::size_t>(trainRows_), batch_.size() - batchCursor_);
  batchLossSum_ += gradientPass_.run(batch_.subspan(batchCursor_, size), static_cast<Index>(batch_.size()),
                                     network_, x_, workspace_, threads_);
  if (!descendsAtOnce()) {
    gradientPass_.addGradients(static_cast<Index>(size), batchCursor_ > 0, x_, workspace_, network_,
                               threads_);
  }
  batchCursor_ += size;
  return trainingFlops(config_.network) * static_cast<double>(size);
}

bool Trainer::watchesStep() const { return stepWatch_.watches(imagesThisEpoch_ / batchSize_); }

// Whether this step's gradients are all in one block, nothing looks at them or changes them, and the update
// only subtracts them: then there is no need to write them down.
bool Trainer::descendsAtOnce() const {
  return batch_.size() <= static_cast<std::size_t>(trainRows_) && isPlain(config_.optimizer) &&
         config_.clipNorm == 0 && !watchesStep();
}

double Trainer::updateParameters() {
  // Checked before the update, so that no gradient of such a loss reaches the weights.
  if (!std::isfinite(batchLossSum_)) {
    ++step_;
    diverge();
    return 0;
  }
  const auto size = static_cast<Index>(batch_.size());
  const bool watched = watchesStep();
  if (descendsAtOnce()) {
    gradientPass_.descend(size, learningRate(), x_, workspace_, network_, threads_);
  } else {
    const double clipping = config_.clipNorm > 0 ? clipGradients(parameters_, config_.clipNorm) : 1;
    optimizer_.update(parameters_, learningRate(), threads_, watched ? &stepWatch_ : nullptr);
    if (watched) {
      stepWatch_.endStep(clipping);
    }
  }
  ++step_;
  batch_ = {};
  imagesThisEpoch_ += size;
  if (pointIsDue()) {
    examination_.restart();
    evaluating_ = true;
  }
  if (imagesThisEpoch_ == imagesPerEpoch_) {
    imagesThisEpoch_ = 0;
    ++epochsDone_;
  }
  const int touched =
      1 + slotsPerParameter(config_.optimizer.kind) + (config_.clipNorm > 0 ? 1 : 0) + (watched ? 2 : 0);
  return kFlopsPerNumber * touched * static_cast<double>(config_.network.parameterCount());
}

bool Trainer::pointIsDue() const {
  if (imagesThisEpoch_ == imagesPerEpoch_) {
    return true;
  }
  return epochsDone_ == 0 &&
         imagesThisEpoch_ / kImagesPerPoint > (imagesThisEpoch_ - batchSize_) / kImagesPerPoint;
}

double Trainer::evaluateBlock() {
  const Index rows = examination_.advance(network_, evaluateRows_, x_, workspace_, threads_);
  if (examination_.done()) {
    recordPoint();
  }
  return forwardFlops(config_.network) * static_cast<double>(rows);
}

void Trainer::recordPoint() {
  const double epoch = static_cast<double>(epochsDone_) +
                       static_cast<double>(imagesThisEpoch_) / static_cast<double>(imagesPerEpoch_);
  const CurvePoint point = examination_.point(epoch);
  // A sum of the three is finite only if all are.
  if (!std::isfinite(point.train.loss + point.test.loss + point.validation.value_or(Score{}).loss)) {
    evaluating_ = false;
    diverge();
    return;
  }
  // Everything that may find no memory comes first: tried again, the point is recorded as if nothing had
  // been.
  const bool atEpochEnd = imagesThisEpoch_ == 0;
  EpochInsides insides = atEpochEnd ? insidesOfEpoch() : EpochInsides{};
  makeRoom(curve_);
  makeRoom(insides_);
  evaluating_ = false;
  curve_.push_back(point);
  testConfusion_ = examination_.testConfusion();
  scoredStep_ = step_;
  if (atEpochEnd) {
    keptConfusion_ = testConfusion_;
    if (epochsDone_ > 0) {
      endEpoch(std::move(insides));
    }
  }
}

EpochInsides Trainer::insidesOfEpoch() const {
  EpochInsides insides = stepWatch_.means();
  const std::vector<double> flatShares = examination_.flatShares();
  for (std::size_t l = 0; l < flatShares.size(); ++l) {
    insides[l].flatShare = flatShares[l];
  }
  return insides;
}

void Trainer::endEpoch(EpochInsides insides) {
  kept_.take(parameters_);
  stepWatch_.restart();
  insides_.push_back(std::move(insides));
  const std::optional<Score>& validation = curve_.back().validation;
  const bool outOfPatience =
      validation && earlyStopping_.observe(epochsDone_, validation->loss, parameters_, testConfusion_);
  if (epochsDone_ >= config_.epochs) {
    finish(RunState::finished);
  } else if (outOfPatience) {
    finish(RunState::stopped);
  }
}

std::span<const std::uint8_t> Trainer::testScores() const {
  const bool areInUse = scoredStep_ == step_ && atRest() && !bestIsBack_ && state_ != RunState::diverged;
  return areInUse ? std::span(examination_.testScores()) : std::span<const std::uint8_t>();
}

void Trainer::finish(RunState state) {
  state_ = state;
  if (earlyStopping_.keepsWeights() && earlyStopping_.bestEpoch() < epochsDone_) {
    swapBest();
  }
}

void Trainer::swapBest() {
  earlyStopping_.swapBest(parameters_, testConfusion_);
  bestIsBack_ = !bestIsBack_;
}

void Trainer::diverge() {
  state_ = RunState::diverged;
  batch_ = {};
  kept_.restore(parameters_);
  testConfusion_ = keptConfusion_;
}

}  // namespace ffnn
