#include "ffnn/trainer.h"

#include <algorithm>
#include <cmath>

#include "ffnn/error.h"
#include "ffnn/loss.h"

namespace ffnn {
namespace {

constexpr Index kEvaluationSample = 10'000;
// Large sets get a point every so many images in their first epoch, where the curves move most.
constexpr Index kImagesPerPoint = 10'000;

// Independent random sequences of one seed.
constexpr std::uint32_t kWeightStream = 0;
constexpr std::uint32_t kOrderStream = 1;

const TrainingConfig& validated(const TrainingConfig& config, const Dataset& train, const Dataset& test) {
  validate(config, train.size());
  if (test.size() < 1) {
    throw Error(ErrorCode::wrongState, "no test images are loaded yet");
  }
  return config;
}

}  // namespace

std::string_view name(RunState state) {
  switch (state) {
    case RunState::training:
      return "training";
    case RunState::finished:
      return "finished";
    case RunState::diverged:
      return "diverged";
  }
  return "unknown";
}

Trainer::Trainer(const TrainingConfig& config, const Dataset& train, const Dataset& test)
    : config_(validated(config, train, test)),
      trainData_(train),
      network_(config.network),
      parameters_(network_.parameters()),
      optimizer_(static_cast<Scalar>(config.learningRate)),
      batcher_(config.trainImages, config.effectiveBatchSize(), Rng(config.seed, kOrderStream)),
      trainEvaluator_(train, evenSample(config.trainImages, kEvaluationSample)),
      testEvaluator_(test, evenSample(test.size(), test.size())),
      trainRows_(std::min(rowsPerBlock(trainingFlops(config.network)), config.effectiveBatchSize())),
      evaluateRows_(rowsPerBlock(forwardFlops(config.network))),
      x_(std::max(trainRows_, evaluateRows_), kPixels),
      workspace_(config.network, std::max(trainRows_, evaluateRows_)) {
  Rng rng(config.seed, kWeightStream);
  network_.initialize(rng);
  kept_.reserve(static_cast<std::size_t>(config_.network.parameterCount()));
  keepParameters();
}

void Trainer::advance(double flops, Index stopAtStep) {
  double spent = 0;
  do {
    const bool atRest = !evaluating_ && batch_.empty();
    if (state_ != RunState::training || (atRest && step_ >= stopAtStep)) {
      return;
    }
    spent += runPiece();
  } while (spent < flops);
}

void Trainer::setEpochs(Index epochs) {
  validateEpochs(epochs);
  const Index begun = epochsDone_ + (imagesThisEpoch_ > 0 || !batch_.empty() ? 1 : 0);
  config_.epochs = std::max(epochs, begun);
  const bool atEpochEnd = imagesThisEpoch_ == 0 && !evaluating_ && batch_.empty();
  if (state_ != RunState::diverged && atEpochEnd) {
    state_ = epochsDone_ >= epochs ? RunState::finished : RunState::training;
  }
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
  const auto rows = static_cast<Index>(size);
  const auto batchSize = static_cast<Index>(batch_.size());
  labels_.resize(size);
  auto input = x_.topRows(rows);
  trainData_.gather(batch_.subspan(batchCursor_, size), input, labels_);
  const ConstMatrixRef logits = network_.forward(input, workspace_);
  batchLossSum_ += crossEntropyWithGradient(logits, labels_, Scalar(1) / static_cast<Scalar>(batchSize),
                                            workspace_.gradients.back().topRows(rows));
  network_.backward(input, workspace_, config_.gradient, batchSize, batchCursor_ > 0);
  batchCursor_ += size;
  return trainingFlops(config_.network) * static_cast<double>(size);
}

double Trainer::updateParameters() {
  ++step_;
  // Checked before the update, so that no gradient of such a loss reaches the weights.
  if (!std::isfinite(batchLossSum_)) {
    diverge();
    return 0;
  }
  optimizer_.update(parameters_);
  const auto size = static_cast<Index>(batch_.size());
  batch_ = {};
  imagesSeen_ += size;
  imagesThisEpoch_ += size;
  if (pointIsDue()) {
    trainEvaluator_.restart();
    testEvaluator_.restart();
    evaluating_ = true;
  }
  if (imagesThisEpoch_ == config_.trainImages) {
    imagesThisEpoch_ = 0;
    ++epochsDone_;
  }
  // An update is bound by memory, not arithmetic: a parameter takes as long as about ten operations of a
  // product.
  return 10.0 * static_cast<double>(config_.network.parameterCount());
}

bool Trainer::pointIsDue() const {
  if (imagesThisEpoch_ == config_.trainImages) {
    return true;
  }
  const auto size = config_.effectiveBatchSize();
  return epochsDone_ == 0 && imagesThisEpoch_ / kImagesPerPoint > (imagesThisEpoch_ - size) / kImagesPerPoint;
}

double Trainer::evaluateBlock() {
  Evaluator& evaluator = trainEvaluator_.done() ? testEvaluator_ : trainEvaluator_;
  const Index rows = evaluator.advance(network_, evaluateRows_, x_, workspace_);
  if (trainEvaluator_.done() && testEvaluator_.done()) {
    recordPoint();
  }
  return forwardFlops(config_.network) * static_cast<double>(rows);
}

void Trainer::recordPoint() {
  evaluating_ = false;
  const Evaluation train = trainEvaluator_.result();
  const Evaluation test = testEvaluator_.result();
  if (!std::isfinite(train.loss) || !std::isfinite(test.loss)) {
    diverge();
    return;
  }
  const double epoch = static_cast<double>(epochsDone_) +
                       static_cast<double>(imagesThisEpoch_) / static_cast<double>(config_.trainImages);
  curve_.push_back({epoch, train.loss, train.confusion.accuracy(), test.loss, test.confusion.accuracy()});
  testConfusion_ = test.confusion;
  if (imagesThisEpoch_ == 0) {
    keepParameters();
    if (epochsDone_ >= config_.epochs) {
      state_ = RunState::finished;
    }
  }
}

void Trainer::diverge() {
  state_ = RunState::diverged;
  batch_ = {};
  restoreParameters();
}

void Trainer::keepParameters() {
  keptEpoch_ = epochsDone_;
  kept_.clear();
  for (const ParameterView& parameter : parameters_) {
    kept_.insert(kept_.end(), parameter.value.begin(), parameter.value.end());
  }
}

void Trainer::restoreParameters() {
  auto next = kept_.cbegin();
  for (const ParameterView& parameter : parameters_) {
    const auto end = next + static_cast<std::ptrdiff_t>(parameter.value.size());
    std::copy(next, end, parameter.value.begin());
    next = end;
  }
}

}  // namespace ffnn
