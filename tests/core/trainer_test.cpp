// One run from its first point to its end: steps, epochs, batches, points of the curves, where it stops.
#include "ffnn/trainer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "support/is_error.h"
#include "support/parameters.h"
#include "support/small_run.h"
#include "support/synthetic.h"
#include "support/textbook_training.h"

namespace ffnn {

using test::isError;
using test::kUnlimited;
using test::parametersOf;
using test::TextbookTraining;

namespace {

constexpr Index kTrainImages = 60;

const Dataset& trainData() {
  static const Dataset images = test::makeDataset(kTrainImages, 1);
  return images;
}

const Dataset& testData() {
  static const Dataset images = test::makeDataset(30, 2);
  return images;
}

TrainingConfig smallConfig() { return test::smallConfig(kTrainImages); }

std::vector<double> epochsOf(const Trainer& trainer) {
  std::vector<double> epochs;
  for (const CurvePoint& point : trainer.curve()) {
    epochs.push_back(point.epoch);
  }
  return epochs;
}

Evaluator evaluate(const Network& network, const Dataset& data) {
  Evaluator evaluator(data, evenSample(data.size(), data.size()), PixelScale());
  Matrix x(data.size(), kPixels);
  Workspace workspace(network.config(), data.size());
  evaluator.advance(network, data.size(), x, workspace);
  return evaluator;
}

}  // namespace

TEST_CASE("run states keep the names that the page knows", "[trainer]") {
  CHECK(name(RunState::training) == "training");
  CHECK(name(RunState::finished) == "finished");
  CHECK(name(RunState::stopped) == "stopped");
  CHECK(name(RunState::diverged) == "diverged");
}

TEST_CASE("a run measures both sets before its first step", "[trainer]") {
  Trainer trainer(smallConfig(), trainData(), testData());
  CHECK(trainer.evaluating());
  CHECK(trainer.curve().empty());
  trainer.advance(kUnlimited, 0);
  CHECK(trainer.step() == 0);
  CHECK_FALSE(trainer.evaluating());
  REQUIRE(trainer.curve().size() == 1);
  const CurvePoint& point = trainer.curve().front();
  const Evaluator train = evaluate(trainer.network(), trainData());
  const Evaluator test = evaluate(trainer.network(), testData());
  CHECK(point.epoch == 0);
  CHECK(point.train.loss == Approx(train.score().loss));
  CHECK(point.train.accuracy == train.confusion().accuracy());
  CHECK(point.test.loss == Approx(test.score().loss));
  CHECK(point.test.accuracy == test.confusion().accuracy());
  CHECK(trainer.testConfusion().total() == 30);
}

TEST_CASE("a run ends after its epochs, with a point at the end of each", "[trainer]") {
  Trainer trainer(smallConfig(), trainData(), testData());
  trainer.advance(kUnlimited);
  CHECK(trainer.state() == RunState::finished);
  CHECK(trainer.epochsDone() == 3);
  CHECK(trainer.step() == 3 * 4);
  CHECK(trainer.imagesSeen() == 3 * kTrainImages);
  CHECK(epochsOf(trainer) == std::vector<double>{0, 1, 2, 3});
  CHECK(trainer.curve().back().train.loss < 0.8 * trainer.curve().front().train.loss);
  CHECK(trainer.curve().back().test.loss < 0.8 * trainer.curve().front().test.loss);
  const std::string hash = trainer.network().parameterHash();
  trainer.advance(kUnlimited);
  CHECK(trainer.network().parameterHash() == hash);
  CHECK(trainer.curve().size() == 4);
}

TEST_CASE("the last point and the confusion matrix are those of the final weights", "[trainer]") {
  Trainer trainer(smallConfig(), trainData(), testData());
  trainer.advance(kUnlimited);
  const Evaluator test = evaluate(trainer.network(), testData());
  CHECK(trainer.curve().back().test.loss == Approx(test.score().loss));
  CHECK(trainer.curve().back().test.accuracy == test.confusion().accuracy());
  for (Label truth = 0; truth < kClasses; ++truth) {
    CHECK(trainer.testConfusion().count(truth, truth) == test.confusion().count(truth, truth));
  }
}

TEST_CASE("an epoch uses every image once, whatever the batch size", "[trainer]") {
  TrainingConfig config = smallConfig();
  config.batchSize = GENERATE(1, 7, 59, 60, 61, 4096);
  const Index perEpoch = config.batchSize >= 60 ? 1 : (60 + config.batchSize - 1) / config.batchSize;
  CAPTURE(config.batchSize);
  Trainer trainer(config, trainData(), testData());
  for (Index epoch = 1; epoch <= 3; ++epoch) {
    trainer.advance(kUnlimited, epoch * perEpoch);
    CHECK(trainer.step() == epoch * perEpoch);
    CHECK(trainer.epochsDone() == epoch);
    CHECK(trainer.imagesSeen() == epoch * kTrainImages);
    CHECK(epochsOf(trainer).back() == static_cast<double>(epoch));
  }
  CHECK(trainer.state() == RunState::finished);
}

TEST_CASE("every step is the textbook's, the last batch averaged by its own size", "[trainer]") {
  TrainingConfig config = smallConfig();
  config.network.activation = GENERATE(Activation::relu, Activation::sigmoid);
  config.gradient = GENERATE(GradientRule::exact, GradientRule::report);
  config.batchSize = GENERATE(16, 2);  // of 30 steps an epoch every other one is watched, of 4 every one
  CAPTURE(name(config.network.activation), name(config.gradient), config.batchSize);
  Trainer trainer(config, trainData(), testData());
  TextbookTraining textbook(config, trainData());
  CHECK(trainer.network().parameterHash() == textbook.network().parameterHash());
  for (Index step = 1; step <= 12; ++step) {  // of 16 images; steps 4, 8 and 12 have 12
    CAPTURE(step);
    trainer.advance(kUnlimited, step);
    REQUIRE(textbook.step());
    REQUIRE(trainer.network().parameterHash() == textbook.network().parameterHash());
  }
}

TEST_CASE("gradients are clipped at every step, watched or not", "[trainer]") {
  TrainingConfig config = smallConfig();
  config.batchSize = 2;  // of 30 steps an epoch every other one is watched
  config.clipNorm = 1e-3;
  Trainer trainer(config, trainData(), testData());
  for (Index step = 1; step <= 6; ++step) {
    CAPTURE(step);
    const std::vector<Scalar> before = parametersOf(trainer.network());
    trainer.advance(kUnlimited, step);
    const std::vector<Scalar> after = parametersOf(trainer.network());
    double squares = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
      const double change = static_cast<double>(after[i]) - static_cast<double>(before[i]);
      squares += change * change;
    }
    CHECK(std::sqrt(squares) == Approx(config.learningRate * config.clipNorm).epsilon(0.01));
  }
}

TEST_CASE("a batch of several blocks is averaged as one batch", "[trainer]") {
  static const Dataset large = test::makeDataset(600, 3);
  TrainingConfig config = smallConfig();
  config.trainImages = 600;
  config.batchSize = 600;  // blocks of 256, 256 and 88 rows
  config.network.activation = GENERATE(Activation::relu, Activation::sigmoid);
  config.gradient = GENERATE(GradientRule::exact, GradientRule::report);
  CAPTURE(name(config.network.activation), name(config.gradient));
  Trainer trainer(config, large, testData());
  TextbookTraining textbook(config, large);
  const std::vector<Scalar> before = parametersOf(trainer.network());
  trainer.advance(kUnlimited, 1);
  REQUIRE(textbook.step());
  const std::vector<Scalar> found = parametersOf(trainer.network());
  const std::vector<Scalar> expected = parametersOf(textbook.network());
  // Only the order of sums differs. Layer by layer, for the report's rule makes the first layer's change 600
  // times smaller than the last's.
  std::size_t i = 0;
  for (const DenseLayer& layer : trainer.network().layers()) {
    double change = 0;
    double error = 0;
    const auto end = i + static_cast<std::size_t>(layer.weights().size() + layer.biases().size());
    for (; i < end; ++i) {
      change = std::max(change, static_cast<double>(std::abs(expected[i] - before[i])));
      error = std::max(error, static_cast<double>(std::abs(found[i] - expected[i])));
    }
    CHECK(change > 0);
    CHECK(error < 0.02 * change);
  }
}

TEST_CASE("a run stops at the step it was told, and goes on from there", "[trainer]") {
  Trainer trainer(smallConfig(), trainData(), testData());
  trainer.advance(kUnlimited, 2);
  CHECK(trainer.step() == 2);
  CHECK(trainer.curve().size() == 1);
  const std::string hash = trainer.network().parameterHash();
  trainer.advance(kUnlimited, 2);
  trainer.advance(kUnlimited, 1);
  CHECK(trainer.network().parameterHash() == hash);
  trainer.advance(kUnlimited, 4);
  CHECK(trainer.step() == 4);
  CHECK_FALSE(trainer.evaluating());
  CHECK(epochsOf(trainer) == std::vector<double>{0, 1});  // the point after step 4 is measured, too
  CHECK(trainer.state() == RunState::training);
}

TEST_CASE("a set above 10,000 images has points inside the first epoch, and only there", "[trainer]") {
  static const Dataset large = test::makeDataset(25'000, 3);
  TrainingConfig config = smallConfig();
  config.network.hidden = {2};
  config.epochs = 2;
  const auto pointsOf = [&](Index trainImages, Index batchSize) {
    config.trainImages = trainImages;
    config.batchSize = batchSize;
    Trainer trainer(config, large, testData());
    trainer.advance(kUnlimited);
    return epochsOf(trainer);
  };
  SECTION("every 10,000 images") { CHECK(pointsOf(25'000, 100) == std::vector<double>{0, 0.4, 0.8, 1, 2}); }
  SECTION("or at the first batch end after that") {
    CHECK(pointsOf(25'000, 4096) == std::vector<double>{0, 0.49152, 0.8192, 1, 2});
  }
  SECTION("a set of 10,000 has none") { CHECK(pointsOf(10'000, 100) == std::vector<double>{0, 1, 2}); }
  SECTION("the training set is measured on every 2.5th image") {
    config.trainImages = 25'000;
    Trainer trainer(config, large, testData());
    trainer.advance(kUnlimited, 0);
    Evaluator evaluator(large, evenSample(25'000, 10'000), PixelScale());
    Matrix x(10'000, kPixels);
    Workspace workspace(config.network, 10'000);
    evaluator.advance(trainer.network(), 10'000, x, workspace);
    CHECK(trainer.curve().front().train.loss == Approx(evaluator.score().loss));
    CHECK(trainer.curve().front().train.accuracy == evaluator.confusion().accuracy());
  }
}

TEST_CASE("networks without a hidden layer and with one of width 1 learn", "[trainer]") {
  TrainingConfig config = smallConfig();
  config.network.hidden = GENERATE(std::vector<Index>{}, std::vector<Index>{1});
  config.network.activation = Activation::sigmoid;
  config.network.initialization = Initialization::heNormal;
  config.epochs = 20;
  Trainer trainer(config, trainData(), testData());
  trainer.advance(kUnlimited);
  CHECK(trainer.state() == RunState::finished);
  CHECK(trainer.curve().back().train.loss < 0.9 * trainer.curve().front().train.loss);
}

TEST_CASE("a set that lacks a class trains like any other", "[trainer]") {
  const test::RawImages images = test::makeImages(40, 4);
  std::vector<Label> labels = images.labels;
  for (Label& label : labels) {
    label = label == 7 ? 1 : label;
  }
  Dataset data;
  data.append({40, images.pixels}, {labels});
  TrainingConfig config = smallConfig();
  config.trainImages = 40;
  config.epochs = 10;
  Trainer trainer(config, data, testData());
  trainer.advance(kUnlimited);
  CHECK(trainer.state() == RunState::finished);
  CHECK(trainer.curve().back().train.loss < trainer.curve().front().train.loss);
}

TEST_CASE("a run does not start on refused settings or without test images", "[trainer]") {
  TrainingConfig config = smallConfig();
  CHECK_THROWS_MATCHES(Trainer(config, trainData(), Dataset()), Error,
                       isError(ErrorCode::wrongState, "no test images"));
  CHECK_THROWS_MATCHES(Trainer(config, Dataset(), testData()), Error,
                       isError(ErrorCode::wrongState, "no training images"));
  config.trainImages = 61;
  CHECK_THROWS_MATCHES(Trainer(config, trainData(), testData()), Error,
                       isError(ErrorCode::invalidSetting, "training images", "61", "from 1 to 60"));
}

TEST_CASE("test scores are those of the last point, as long as the network has its weights", "[trainer]") {
  const Dataset train = test::makeDataset(40, 1);
  const Dataset test = test::makeDataset(30, 2);
  Trainer trainer(test::smallConfig(40), train, test);
  trainer.advance(test::kUnlimited, 1);
  CHECK(trainer.testScores().empty());  // a step after the first point
  trainer.advance(test::kUnlimited);
  const auto scores = trainer.testScores();
  REQUIRE(scores.size() == 30 * 10);
  int right = 0;
  for (std::size_t i = 0; i < 30; ++i) {
    const auto ten = scores.subspan(i * 10, 10);
    const auto answer = std::max_element(ten.begin(), ten.end()) - ten.begin();
    right += answer == static_cast<std::ptrdiff_t>(test.label(static_cast<Index>(i))) ? 1 : 0;
  }
  CHECK(right == static_cast<int>(std::lround(30 * trainer.curve().back().test.accuracy)));
}

}  // namespace ffnn
