// One seed, one run, to the bit: whatever the pieces, on every platform.
#include <catch2/catch.hpp>

#include "ffnn/trainer.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

using test::kUnlimited;

namespace {

const Dataset& trainData() {
  static const Dataset images = test::makeDataset(700, 1);
  return images;
}

const Dataset& testData() {
  static const Dataset images = test::makeDataset(300, 2);
  return images;
}

// A batch of 300 is cut into blocks of 256 and 44 rows, the second of an epoch is 100 rows short.
TrainingConfig configOf(Activation activation) {
  return {.trainImages = 700,
          .network = {.hidden = {12, 7}, .activation = activation},
          .learningRate = 0.1,
          .batchSize = 300,
          .epochs = 2,
          .seed = 3};
}

// Everything a run shows of itself, as numbers that must be equal.
struct Outcome {
  explicit Outcome(const Trainer& trainer) : hash(trainer.network().parameterHash()) {
    for (const CurvePoint& point : trainer.curve()) {
      numbers.insert(numbers.end(),
                     {point.epoch, point.trainLoss, point.trainAccuracy, point.testLoss, point.testAccuracy});
    }
    for (Label truth = 0; truth < kClasses; ++truth) {
      for (Label prediction = 0; prediction < kClasses; ++prediction) {
        numbers.push_back(trainer.testConfusion().count(truth, prediction));
      }
    }
  }
  bool operator==(const Outcome&) const = default;

  std::string hash;
  std::vector<double> numbers;
};

Outcome runWhole(const TrainingConfig& config) {
  Trainer trainer(config, trainData(), testData());
  trainer.advance(kUnlimited);
  REQUIRE(trainer.state() == RunState::finished);
  return Outcome(trainer);
}

}  // namespace

TEST_CASE("a run is the same to the bit whatever work a call may do", "[trainer][determinism]") {
  const TrainingConfig config = configOf(GENERATE(Activation::relu, Activation::sigmoid));
  const Outcome whole = runWhole(config);
  for (const double budget : {0.0, 1.0, 1e6, 3e6, 1e12}) {
    CAPTURE(budget);
    Trainer trainer(config, trainData(), testData());
    int calls = 0;
    for (; trainer.state() == RunState::training; ++calls) {
      trainer.advance(budget);
    }
    CHECK(Outcome(trainer) == whole);
    CHECK((budget > 1e11 ? calls == 1 : calls > 5));
  }
}

TEST_CASE("a run is the same to the bit however often it is stopped", "[trainer][determinism]") {
  const TrainingConfig config = configOf(Activation::relu);
  Trainer trainer(config, trainData(), testData());
  for (Index stop = 0; trainer.state() == RunState::training; ++stop) {
    trainer.advance(kUnlimited, stop);
  }
  CHECK(Outcome(trainer) == runWhole(config));
}

TEST_CASE("a training set that grows meanwhile does not change the run", "[trainer][determinism]") {
  const TrainingConfig config = configOf(Activation::relu);
  Dataset growing = trainData();
  Trainer trainer(config, growing, testData());
  const test::RawImages more = test::makeImages(500, 9);
  for (Index stop = 0; trainer.state() == RunState::training; ++stop) {
    trainer.advance(kUnlimited, stop);
    growing.append({500, more.pixels}, {more.labels});
  }
  CHECK(Outcome(trainer) == runWhole(config));
}

TEST_CASE("runs after one another, or side by side, do not disturb each other", "[trainer][determinism]") {
  const TrainingConfig config = configOf(Activation::relu);
  const Outcome alone = runWhole(config);
  TrainingConfig other = config;
  other.network.hidden = {40};
  Trainer first(config, trainData(), testData());
  Trainer second(other, trainData(), testData());
  while (first.state() == RunState::training || second.state() == RunState::training) {
    first.advance(1);
    second.advance(1);
  }
  CHECK(Outcome(first) == alone);
  CHECK(Outcome(second) == runWhole(other));
}

TEST_CASE("the same settings give the same run", "[trainer][determinism]") {
  const TrainingConfig config = configOf(GENERATE(Activation::relu, Activation::sigmoid));
  CHECK(runWhole(config) == runWhole(config));
}

TEST_CASE("another seed, and any other setting, gives another run", "[trainer][determinism]") {
  const TrainingConfig config = configOf(Activation::relu);
  const Outcome base = runWhole(config);
  TrainingConfig changed = config;
  SECTION("seed") { changed.seed = 4; }
  SECTION("activation") { changed.network.activation = Activation::sigmoid; }
  SECTION("learning rate") { changed.learningRate = 0.1001; }
  SECTION("batch size") { changed.batchSize = 299; }
  SECTION("epochs") { changed.epochs = 3; }
  SECTION("training images") { changed.trainImages = 699; }
  SECTION("gradient") { changed.gradient = GradientRule::report; }
  SECTION("width") { changed.network.hidden.back() = 8; }
  CHECK(runWhole(changed).hash != base.hash);
}

TEST_CASE("these runs have these hashes on every platform", "[trainer][determinism][golden]") {
  struct Golden {
    Activation activation;
    GradientRule gradient;
    const char* hash;
  };
  const Golden golden = GENERATE(Golden{Activation::relu, GradientRule::exact, "a6b73920729987a6"},
                                 Golden{Activation::relu, GradientRule::report, "58a1c10a547747fd"},
                                 Golden{Activation::sigmoid, GradientRule::exact, "13ee2aee2030f82f"},
                                 Golden{Activation::sigmoid, GradientRule::report, "f2e84e827dc7240e"});
  CAPTURE(name(golden.activation), name(golden.gradient));
  const TrainingConfig config{.trainImages = 300,
                              .network = {.hidden = {32, 16}, .activation = golden.activation},
                              .learningRate = 0.1,
                              .batchSize = 32,
                              .epochs = 2,
                              .seed = 42,
                              .gradient = golden.gradient};
  CHECK(runWhole(config).hash == golden.hash);
}

}  // namespace ffnn
