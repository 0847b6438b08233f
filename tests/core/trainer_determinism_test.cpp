// One seed, one run, to the bit: whatever the pieces, on every platform.
#include <catch2/catch.hpp>

#include "ffnn/trainer.h"
#include "support/choices.h"
#include "support/run_outcome.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

using test::kUnlimited;
using Outcome = test::RunOutcome;

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

Outcome runWhole(const TrainingConfig& config) {
  Trainer trainer(config, trainData(), testData());
  trainer.advance(kUnlimited);
  REQUIRE(trainer.state() == RunState::finished);
  return Outcome(trainer);
}

}  // namespace

TEST_CASE("a run is the same to the bit whatever work a call may do", "[trainer][determinism]") {
  const TrainingConfig config = configOf(GENERATE(from_range(test::kAllActivations)));
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
  const TrainingConfig config = configOf(GENERATE(from_range(test::kAllActivations)));
  CHECK(runWhole(config) == runWhole(config));
}

TEST_CASE("another seed, and any other setting that training uses, gives another run",
          "[trainer][determinism]") {
  struct Change {
    const char* setting;
    void (*apply)(TrainingConfig&);
  };
  const std::vector<Change> changes = {
      {"seed", [](TrainingConfig& c) { c.seed = 4; }},
      {"activation", [](TrainingConfig& c) { c.network.activation = Activation::sigmoid; }},
      {"learning rate", [](TrainingConfig& c) { c.learningRate = 0.1001; }},
      {"batch size", [](TrainingConfig& c) { c.batchSize = 299; }},
      {"epochs", [](TrainingConfig& c) { c.epochs = 3; }},
      {"training images", [](TrainingConfig& c) { c.trainImages = 699; }},
      {"gradient", [](TrainingConfig& c) { c.gradient = GradientRule::report; }},
      {"width", [](TrainingConfig& c) { c.network.hidden.back() = 8; }},
      {"initialization", [](TrainingConfig& c) { c.network.initialization = Initialization::heUniform; }},
      {"input scaling", [](TrainingConfig& c) { c.inputScaling = InputScaling::standardized; }},
      {"mirror", [](TrainingConfig& c) { c.mirror = true; }},
      {"shuffledLabels", [](TrainingConfig& c) { c.shuffledLabels = true; }},
      {"validation part", [](TrainingConfig& c) { c.validationShare = 0.1; }},
      {"optimizer", [](TrainingConfig& c) { c.optimizer.kind = OptimizerKind::nesterov; }},
      {"weight decay", [](TrainingConfig& c) { c.optimizer.weightDecay = 0.001; }},
      {"schedule", [](TrainingConfig& c) { c.schedule.kind = ScheduleKind::cosine; }},
      {"warm-up", [](TrainingConfig& c) { c.schedule.warmUpEpochs = 1; }},
      {"dropout", [](TrainingConfig& c) { c.dropout = 0.1; }},
      {"label smoothing", [](TrainingConfig& c) { c.labelSmoothing = 0.1; }},
      {"clipping", [](TrainingConfig& c) { c.clipNorm = 0.1; }},
  };
  // Those that have no effect before another is on: beside a run in which it is.
  const auto on = [](TrainingConfig& c) {
    c.network.initialization = Initialization::normal;
    c.optimizer.kind = OptimizerKind::momentum;
    c.schedule = {.kind = ScheduleKind::step, .stepEpochs = 1};
  };
  const auto adam = [](TrainingConfig& c) { c.optimizer.kind = OptimizerKind::adam; };
  struct Pair {
    const char* setting;
    void (*enable)(TrainingConfig&);
    void (*apply)(TrainingConfig&);
  };
  const std::vector<Pair> pairs = {
      {"deviation", on, [](TrainingConfig& c) { c.network.initialDeviation = 0.06; }},
      {"momentum", on, [](TrainingConfig& c) { c.optimizer.momentum = 0.8; }},
      {"epochs between steps", on, [](TrainingConfig& c) { c.schedule.stepEpochs = 2; }},
      {"step factor", on, [](TrainingConfig& c) { c.schedule.stepFactor = 0.5; }},
      {"beta 1", adam, [](TrainingConfig& c) { c.optimizer.beta1 = 0.8; }},
      {"beta 2", adam, [](TrainingConfig& c) { c.optimizer.beta2 = 0.99; }},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.setting);
    TrainingConfig enabled = configOf(Activation::relu);
    pair.enable(enabled);
    TrainingConfig changed = enabled;
    pair.apply(changed);
    CHECK(runWhole(changed).hash != runWhole(enabled).hash);
  }
  const Outcome base = runWhole(configOf(Activation::relu));
  for (const Change& change : changes) {
    CAPTURE(change.setting);
    TrainingConfig changed = configOf(Activation::relu);
    change.apply(changed);
    CHECK(runWhole(changed).hash != base.hash);
  }
}

TEST_CASE("a run with everything on is the same whatever work a call may do", "[trainer][determinism]") {
  const TrainingConfig config =
      test::withEverythingOn(configOf(GENERATE(from_range(test::kAllActivations))), OptimizerKind::adamW);
  const Outcome whole = runWhole(config);
  for (const double budget : {1.0, 3e6}) {
    Trainer trainer(config, trainData(), testData());
    while (trainer.state() == RunState::training) {
      trainer.advance(budget);
    }
    CHECK(Outcome(trainer) == whole);
  }
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
                              .network = {.hidden = {32, 16},
                                          .activation = golden.activation,
                                          .initialization = Initialization::heNormal},
                              .learningRate = 0.1,
                              .batchSize = 32,
                              .epochs = 2,
                              .seed = 42,
                              .gradient = golden.gradient};
  CHECK(runWhole(config).hash == golden.hash);
}

TEST_CASE("runs with everything on have these hashes on every platform", "[trainer][determinism][golden]") {
  struct Golden {
    Activation activation;
    OptimizerKind optimizer;
    const char* hash;
  };
  const Golden golden = GENERATE(Golden{Activation::relu, OptimizerKind::momentum, "77e1e5495d639527"},
                                 Golden{Activation::leakyRelu, OptimizerKind::nesterov, "58aebb0c5289e3fc"},
                                 Golden{Activation::sigmoid, OptimizerKind::sgd, "0cea5b316b2bcfb0"},
                                 Golden{Activation::tanh, OptimizerKind::adam, "3fdc86d5d73dc4b7"},
                                 Golden{Activation::gelu, OptimizerKind::adamW, "55a2f37c9b4b895e"});
  CAPTURE(name(golden.activation), name(golden.optimizer));
  CHECK(runWhole(test::withEverythingOn(configOf(golden.activation), golden.optimizer)).hash == golden.hash);
}

}  // namespace ffnn
