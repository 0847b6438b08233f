// Runs on several threads: the same to the bit as on one.
#include <catch2/catch.hpp>

#include "ffnn/trainer.h"
#include "support/choices.h"
#include "support/run_outcome.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

namespace {

const Dataset& trainData() {
  static const Dataset images = test::makeDataset(330, 1);
  return images;
}

const Dataset& testData() {
  static const Dataset images = test::makeDataset(101, 2);
  return images;
}

// Odd widths and batches: no range of rows or weights divides evenly.
TrainingConfig configOf(Activation activation, Index batchSize) {
  return {.trainImages = 330,
          .network = {.hidden = {201, 33}, .activation = activation},
          .learningRate = 0.05,
          .batchSize = batchSize,
          .epochs = 1,
          .seed = 3};
}

test::RunOutcome runOn(Index threads, const TrainingConfig& config) {
  ThreadPool pool(threads);
  Trainer trainer(config, trainData(), testData(), pool);
  trainer.advance(test::kUnlimited);
  REQUIRE(trainer.state() == RunState::finished);
  return test::RunOutcome(trainer);
}

}  // namespace

TEST_CASE("a run is the same to the bit on every number of threads", "[trainer][threads]") {
  const Index batchSize = GENERATE(3, 57, 330);
  CAPTURE(batchSize);
  const TrainingConfig config = configOf(Activation::relu, batchSize);
  const test::RunOutcome alone = runOn(1, config);
  for (const Index threads : {2, 3, 4, 7, 16}) {
    CAPTURE(threads);
    CHECK(runOn(threads, config) == alone);
  }
}

TEST_CASE("a run with everything on is the same to the bit on every number of threads",
          "[trainer][threads]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const OptimizerKind optimizer = GENERATE(OptimizerKind::nesterov, OptimizerKind::adamW);
  CAPTURE(name(activation), name(optimizer));
  const TrainingConfig config = test::withEverythingOn(configOf(activation, 57), optimizer);
  const test::RunOutcome alone = runOn(1, config);
  CHECK(runOn(2, config) == alone);
  CHECK(runOn(5, config) == alone);
}

TEST_CASE("the number of threads may change while a run is under way", "[trainer][threads]") {
  const TrainingConfig config = configOf(Activation::relu, 57);
  ThreadPool pool;
  Trainer trainer(config, trainData(), testData(), pool);
  for (Index turn = 0; trainer.state() == RunState::training; ++turn) {
    pool.resize(turn % 4 + 1);
    trainer.advance(0);
  }
  CHECK(test::RunOutcome(trainer) == runOn(1, config));
}

}  // namespace ffnn
