// A run whose loss leaves the finite numbers: it stops at once and puts back the weights of its last good
// epoch.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "ffnn/trainer.h"
#include "support/parameters.h"
#include "support/small_run.h"
#include "support/synthetic.h"
#include "support/textbook_training.h"

namespace ffnn {

using test::kUnlimited;
using test::parametersOf;

namespace {

constexpr Index kImages = 60;

const Dataset& data() {
  static const Dataset images = test::makeDataset(kImages, 1);
  return images;
}

TrainingConfig recklessConfig(Index batchSize) {
  return {.trainImages = kImages,
          .network = {.hidden = std::vector<Index>(6, 64)},
          .learningRate = 10,
          .batchSize = batchSize,
          .epochs = 50,
          .seed = 1};
}

bool allFinite(const Network& network) {
  const std::vector<Scalar> parameters = parametersOf(network);
  return std::all_of(parameters.begin(), parameters.end(), [](Scalar value) { return std::isfinite(value); });
}

}  // namespace

TEST_CASE("a run that diverges in its first epoch gets its starting weights back", "[trainer][divergence]") {
  const TrainingConfig config = recklessConfig(5);
  Trainer trainer(config, data(), data());
  const std::string start = trainer.network().parameterHash();
  trainer.advance(kUnlimited);
  CHECK(trainer.state() == RunState::diverged);
  CHECK(trainer.epochsDone() == 0);
  CHECK(trainer.step() > 1);
  CHECK(trainer.network().parameterHash() == start);
  CHECK(trainer.keptEpoch() == 0);
  CHECK(trainer.curve().size() == 1);
}

TEST_CASE("a point inside the first epoch is no epoch end to go back to", "[trainer][divergence]") {
  static const Dataset large = test::makeDataset(20'000, 2);
  TrainingConfig config = recklessConfig(4096);
  config.trainImages = 20'000;
  config.network.hidden = std::vector<Index>(6, 32);
  config.learningRate = 5;
  Trainer trainer(config, large, data());
  const std::string start = trainer.network().parameterHash();
  trainer.advance(kUnlimited);
  REQUIRE(trainer.state() == RunState::diverged);
  REQUIRE(trainer.curve().size() == 2);  // the second after 12,288 images
  // The answers are those of the weights that are back.
  CHECK(trainer.testConfusion().accuracy() == trainer.curve().front().test.accuracy);
  CHECK(trainer.keptEpoch() == 0);
  CHECK(trainer.network().parameterHash() == start);
}

TEST_CASE("a run that diverges later gets the weights of its last epoch end back", "[trainer][divergence]") {
  const TrainingConfig config = recklessConfig(kImages);  // an epoch is one step
  Trainer trainer(config, data(), data());
  std::string lastEpochEnd;
  Index epochs = 0;
  for (Index step = 0; trainer.state() == RunState::training; ++step) {
    lastEpochEnd = trainer.network().parameterHash();
    epochs = trainer.epochsDone();
    trainer.advance(kUnlimited, step);
  }
  CHECK(trainer.state() == RunState::diverged);
  CHECK(epochs >= 1);
  CHECK(trainer.keptEpoch() == epochs);
  CHECK(trainer.network().parameterHash() == lastEpochEnd);
  CHECK(trainer.curve().size() == static_cast<std::size_t>(epochs) + 1);
  CHECK(allFinite(trainer.network()));
}

TEST_CASE("a run diverges at the first batch whose loss is not finite", "[trainer][divergence]") {
  const TrainingConfig config = recklessConfig(5);
  Trainer trainer(config, data(), data());
  trainer.advance(kUnlimited);
  REQUIRE(trainer.state() == RunState::diverged);
  test::TextbookTraining textbook(config, data());
  for (Index step = 1; step < trainer.step(); ++step) {
    CHECK(textbook.step());
  }
  CHECK_FALSE(textbook.step());
}

TEST_CASE("a diverged run stays so, whatever it is asked", "[trainer][divergence]") {
  const Index batchSize = GENERATE(Index{5}, kImages);  // in mid-epoch; between two epochs
  Trainer trainer(recklessConfig(batchSize), data(), data());
  trainer.advance(kUnlimited);
  const std::string hash = trainer.network().parameterHash();
  const Index step = trainer.step();
  for (const Index epochs : {100, 1}) {
    trainer.setEpochs(epochs);
    CHECK(trainer.state() == RunState::diverged);
    trainer.advance(kUnlimited);
    CHECK(trainer.state() == RunState::diverged);
  }
  CHECK_FALSE(trainer.evaluating());
  CHECK(trainer.step() == step);
  CHECK(trainer.network().parameterHash() == hash);
}

TEST_CASE("a diverged run diverges at the same step in pieces of any size", "[trainer][divergence]") {
  Trainer whole(recklessConfig(5), data(), data());
  whole.advance(kUnlimited);
  Trainer pieces(recklessConfig(5), data(), data());
  while (pieces.state() == RunState::training) {
    pieces.advance(1);
  }
  CHECK(pieces.step() == whole.step());
  CHECK(pieces.network().parameterHash() == whole.network().parameterHash());
}

TEST_CASE("a run after one that diverged is as if it were the first", "[trainer][divergence]") {
  TrainingConfig careful = recklessConfig(5);
  careful.learningRate = 0.01;
  careful.epochs = 2;
  Trainer before(careful, data(), data());
  before.advance(kUnlimited);
  Trainer reckless(recklessConfig(5), data(), data());
  reckless.advance(kUnlimited);
  Trainer after(careful, data(), data());
  after.advance(kUnlimited);
  CHECK(after.state() == RunState::finished);
  CHECK(after.network().parameterHash() == before.network().parameterHash());
}

TEST_CASE("whatever the learning rate, weights stay finite and points of the curves are finite",
          "[trainer][divergence]") {
  const Activation activation = GENERATE(Activation::relu, Activation::sigmoid);
  const double rate = GENERATE(0.5, 2.0, 10.0, 100.0);
  const std::vector<Index> hidden = GENERATE(std::vector<Index>{}, std::vector<Index>{8},
                                             std::vector<Index>(3, 8), std::vector<Index>(6, 64));
  const std::uint32_t seed = GENERATE(1U, 2U, 3U);
  CAPTURE(name(activation), rate, hidden.size(), seed);
  Trainer trainer({.trainImages = kImages,
                   .network = {.hidden = hidden, .activation = activation},
                   .learningRate = rate,
                   .batchSize = 6,
                   .epochs = 5,
                   .seed = seed},
                  data(), data());
  trainer.advance(kUnlimited);
  CHECK(trainer.state() != RunState::training);
  CHECK(allFinite(trainer.network()));
  for (const CurvePoint& point : trainer.curve()) {
    CHECK(std::isfinite(point.train.loss));
    CHECK(std::isfinite(point.test.loss));
  }
}

}  // namespace ffnn
