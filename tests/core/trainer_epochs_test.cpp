// Changing where a run ends, while it runs and after.
#include <catch2/catch.hpp>

#include "ffnn/trainer.h"
#include "support/is_error.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

using test::isError;
using test::kUnlimited;

namespace {

constexpr Index kStepsPerEpoch = 4;

const Dataset& data() {
  static const Dataset images = test::makeDataset(60, 1);
  return images;
}

Trainer trainerOf(Index epochs) {
  TrainingConfig config = test::smallConfig(60);
  config.epochs = epochs;
  return {config, data(), data()};
}

}  // namespace

TEST_CASE("a finished run that is given more epochs equals one that had them from the start", "[trainer]") {
  Trainer extended = trainerOf(2);
  extended.advance(kUnlimited);
  REQUIRE(extended.state() == RunState::finished);
  extended.setEpochs(5);
  CHECK(extended.state() == RunState::training);
  CHECK(extended.config().epochs == 5);
  extended.advance(kUnlimited);

  Trainer whole = trainerOf(5);
  whole.advance(kUnlimited);
  CHECK(extended.state() == RunState::finished);
  CHECK(extended.network().parameterHash() == whole.network().parameterHash());
  REQUIRE(extended.curve().size() == whole.curve().size());
  for (std::size_t i = 0; i < whole.curve().size(); ++i) {
    CHECK(extended.curve()[i].epoch == whole.curve()[i].epoch);
    CHECK(extended.curve()[i].train.loss == whole.curve()[i].train.loss);
    CHECK(extended.curve()[i].test.loss == whole.curve()[i].test.loss);
  }
}

TEST_CASE("epochs raised in mid-run are trained, too", "[trainer]") {
  Trainer trainer = trainerOf(2);
  trainer.advance(kUnlimited, kStepsPerEpoch + 1);
  trainer.setEpochs(4);
  trainer.advance(kUnlimited);
  CHECK(trainer.epochsDone() == 4);
}

TEST_CASE("epochs lowered in mid-epoch end the run with that epoch", "[trainer]") {
  Trainer trainer = trainerOf(9);
  trainer.advance(kUnlimited, 2 * kStepsPerEpoch + 1);
  trainer.setEpochs(1);
  CHECK(trainer.state() == RunState::training);
  CHECK(trainer.config().epochs == 3);  // where it will end, not what was asked for
  trainer.advance(kUnlimited);
  CHECK(trainer.state() == RunState::finished);
  CHECK(trainer.epochsDone() == 3);
  CHECK(trainer.curve().back().epoch == 3);
}

TEST_CASE("epochs lowered between two epochs end the run at once", "[trainer]") {
  Trainer trainer = trainerOf(9);
  trainer.advance(kUnlimited, 2 * kStepsPerEpoch);
  const Index lower = GENERATE(1, 2);
  trainer.setEpochs(lower);
  CHECK(trainer.state() == RunState::finished);
  trainer.advance(kUnlimited);
  CHECK(trainer.epochsDone() == 2);
}

TEST_CASE("epochs lowered during the evaluation at an epoch's end end the run after it", "[trainer]") {
  Trainer trainer = trainerOf(9);
  trainer.advance(kUnlimited, 2 * kStepsPerEpoch - 1);
  while (!trainer.evaluating()) {
    trainer.advance(1);
  }
  trainer.setEpochs(1);
  CHECK(trainer.state() == RunState::training);
  trainer.advance(kUnlimited);
  CHECK(trainer.state() == RunState::finished);
  CHECK(trainer.epochsDone() == 2);
  CHECK(trainer.curve().back().epoch == 2);
}

TEST_CASE("epochs changed before the first step count from there", "[trainer]") {
  Trainer trainer = trainerOf(9);
  trainer.setEpochs(1);
  CHECK(trainer.state() == RunState::training);
  trainer.advance(kUnlimited);
  CHECK(trainer.epochsDone() == 1);
}

TEST_CASE("a refused number of epochs changes nothing", "[trainer]") {
  Trainer trainer = trainerOf(2);
  for (const Index epochs : {Index{0}, Index{-1}, Index{10'001}}) {
    CHECK_THROWS_MATCHES(trainer.setEpochs(epochs), Error, isError(ErrorCode::invalidSetting, "epochs"));
  }
  CHECK(trainer.config().epochs == 2);
  trainer.advance(kUnlimited);
  CHECK(trainer.epochsDone() == 2);
}

}  // namespace ffnn
