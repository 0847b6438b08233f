#include "session.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "ffnn/error.h"
#include "ffnn/idx.h"
#include "pictures.h"

namespace ffnn {
namespace {

Progress progressOf(const Trainer& trainer) {
  return {.state = std::string(name(trainer.state())),
          .evaluating = trainer.evaluating(),
          .step = static_cast<double>(trainer.step()),
          .epochsDone = static_cast<double>(trainer.epochsDone()),
          .imagesSeen = static_cast<double>(trainer.imagesSeen()),
          .imagesPerEpoch = static_cast<double>(trainer.imagesPerEpoch()),
          .epochs = static_cast<double>(trainer.config().epochs),
          .batchSize = static_cast<double>(trainer.batchSize()),
          .keptEpoch = static_cast<double>(trainer.keptEpoch()),
          .bestEpoch = static_cast<double>(trainer.bestEpoch()),
          .bestIsBack = trainer.bestIsBack(),
          .atRest = trainer.atRest(),
          .curvePoints = static_cast<double>(trainer.curve().size())};
}

}  // namespace

void Session::reserveImages(const std::string& set, Index count) { dataset(set).reserve(count); }

void Session::addImages(const std::string& set, const std::vector<std::uint8_t>& images,
                        const std::vector<std::uint8_t>& labels) {
  dataset(set).append(parseIdxImages(images), parseIdxLabels(labels));
}

void Session::addDrawings(const std::vector<std::uint8_t>& pixels, const std::vector<std::uint8_t>& labels) {
  appendPictures(drawings_, "drawings", pixels, labels, kNoClass);
}

void Session::setThreads(Index count) {
  if (count < 1 || count > ThreadPool::available()) {
    throw Error(ErrorCode::invalidSetting, "threads must be from 1 to " +
                                               std::to_string(ThreadPool::available()) + ", not " +
                                               std::to_string(count));
  }
  threads_->resize(count);
}

ThreadCounts Session::threadCounts() const {
  return {static_cast<double>(threads_->size()), static_cast<double>(ThreadPool::available())};
}

DataCounts Session::dataCounts() const {
  return {static_cast<double>(train_.size()), static_cast<double>(test_.size()),
          static_cast<double>(drawings_.size())};
}

ImageData Session::image(const std::string& set, Index index) const {
  const Dataset& data = dataset(set);
  if (index < 0 || index >= data.size()) {
    throw Error(ErrorCode::wrongState, set + " image " + std::to_string(index) +
                                           " is not loaded; there are " + std::to_string(data.size()));
  }
  const auto pixels = data.image(index);
  return {{pixels.begin(), pixels.end()}, static_cast<double>(data.label(index))};
}

Progress Session::createRun(const TrainingConfig& config) {
  replaceRun(std::make_unique<Trainer>(config, train_, test_, *threads_, drawings_));
  return progress();
}

Progress Session::resetRun() {
  replaceRun(std::make_unique<Trainer>(run().config(), train_, test_, *threads_, drawings_));
  return progress();
}

Progress Session::bringBack() {
  if (!replacedRun_) {
    throw Error(ErrorCode::wrongState, "there is no earlier run to bring back");
  }
  std::swap(run_, replacedRun_);
  forgetLesson();
  return progress();
}

Progress Session::advance(double flops, double stopAtStep) {
  constexpr auto kNever = std::numeric_limits<Index>::max();
  Index stop = 0;  // also for what is not a number
  if (stopAtStep > 0) {
    stop = stopAtStep < static_cast<double>(kNever) ? static_cast<Index>(stopAtStep) : kNever;
  }
  run().advance(flops, stop);
  return progress();
}

Progress Session::tryOut(const TrainingConfig& config, double flops) const {
  constexpr Index kTrainImages = 1000;
  constexpr Index kTestImages = 1;  // the point that every run begins with should cost nothing here
  testPixels(0);
  const std::array label{test_.label(0)};
  Dataset test;
  test.append({.count = kTestImages, .pixels = test_.image(0)}, {.labels = label});
  TrainingConfig tried = config;
  tried.trainImages = std::min({config.trainImages, kTrainImages, train_.size()});
  tried.validationShare = 0;
  tried.drawnShare = drawings_.size() > 0 ? config.drawnShare : 0;  // as fast
  tried.epochs = limits::kEpochs;
  Trainer trainer(tried, train_, test, *threads_, drawings_);
  constexpr double kUnlimited = std::numeric_limits<double>::max();
  trainer.advance(kUnlimited, 0);  // that point
  trainer.advance(flops);
  if (trainer.step() == 0) {
    trainer.advance(kUnlimited, 1);
  }
  return progressOf(trainer);
}

Progress Session::setEpochs(Index epochs) {
  run().setEpochs(epochs);
  return progress();
}

Progress Session::progress() const { return progressOf(run()); }

std::vector<double> Session::curve(Index from) const {
  constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> numbers;
  const std::vector<CurvePoint>& points = run().curve();
  for (std::size_t i = static_cast<std::size_t>(from); i < points.size(); ++i) {
    const CurvePoint& point = points[i];
    numbers.insert(numbers.end(), {point.epoch, point.train.loss, point.train.accuracy, point.test.loss,
                                   point.test.accuracy, point.validation ? point.validation->loss : kNone,
                                   point.validation ? point.validation->accuracy : kNone});
  }
  return numbers;
}

std::vector<double> Session::insides(Index from) const {
  std::vector<double> numbers;
  const std::vector<EpochInsides>& epochs = run().insides();
  for (std::size_t i = static_cast<std::size_t>(from); i < epochs.size(); ++i) {
    for (const LayerInsides& layer : epochs[i]) {
      numbers.insert(numbers.end(), {layer.gradientNorm, layer.updateRatio, layer.flatShare});
    }
  }
  return numbers;
}

Verdict Session::verdict() const { return judge(run().curve()); }

std::vector<double> Session::testConfusion() const {
  std::vector<double> counts;
  for (Label truth = 0; truth < kClasses; ++truth) {
    for (Label prediction = 0; prediction < kClasses; ++prediction) {
      counts.push_back(run().testConfusion().count(truth, prediction));
    }
  }
  return counts;
}

std::string Session::parameterHash() const { return run().network().parameterHash(); }

Checkpoint Session::checkpoint() { return run().checkpoint(); }

Progress Session::restoreRun(Checkpoint checkpoint) {
  replaceRun(std::make_unique<Trainer>(std::move(checkpoint), train_, test_, *threads_, drawings_));
  return progress();
}

Dataset& Session::dataset(const std::string& set) {
  return const_cast<Dataset&>(std::as_const(*this).dataset(set));
}

const Dataset& Session::dataset(const std::string& set) const {
  if (set == "train") {
    return train_;
  }
  if (set == "test") {
    return test_;
  }
  throw Error(ErrorCode::badData, "data set must be train or test, not \"" + set + "\"");
}

std::span<const std::uint8_t> Session::testPixels(Index index) const {
  if (index < 0 || index >= test_.size()) {
    throw Error(ErrorCode::wrongState, "test image " + std::to_string(index) + " is not loaded; there are " +
                                           std::to_string(test_.size()));
  }
  return test_.image(index);
}

Trainer& Session::run() const {
  if (!run_) {
    throw Error(ErrorCode::wrongState, "no run has been started yet");
  }
  return *run_;
}

void Session::replaceRun(std::unique_ptr<Trainer> next) {
  if (run_ && run_->step() > 0) {
    replacedRun_ = std::move(run_);
  }
  run_ = std::move(next);
  forgetLesson();
}

}  // namespace ffnn
