// Every limit at its edge and one beyond. A refusal names the field, the value and the range.
#include "ffnn/training_config.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cfloat>
#include <limits>
#include <utility>

#include "support/is_error.h"

namespace ffnn {

using test::isError;

namespace {

constexpr Index kAvailable = 60'000;

// The default settings with one field changed.
template <typename Field, typename Value>
TrainingConfig with(Field TrainingConfig::*field, Value value) {
  TrainingConfig config;
  config.*field = static_cast<Field>(value);
  return config;
}

TrainingConfig withNetwork(NetworkConfig network) {
  return with(&TrainingConfig::network, std::move(network));
}

bool accepted(const TrainingConfig& config) {
  constexpr Index kAvailableDrawings = 1;
  validate(config, kAvailable, kAvailableDrawings);
  return true;
}

}  // namespace

TEST_CASE("the default settings are allowed", "[training_config]") { CHECK(accepted({})); }

TEST_CASE("training images go from 1 to those loaded", "[training_config]") {
  CHECK(accepted(with(&TrainingConfig::trainImages, 1)));
  CHECK(accepted(with(&TrainingConfig::trainImages, kAvailable)));
  for (const auto& [count, shown] :
       {std::pair<Index, const char*>{0, "is 0,"}, {-1, "is -1,"}, {60'001, "is 60,001,"}}) {
    CHECK_THROWS_MATCHES(validate(with(&TrainingConfig::trainImages, count), kAvailable), Error,
                         isError(ErrorCode::invalidSetting, "training images", shown, "from 1 to 60,000"));
  }
}

TEST_CASE("without training images it is the state that is wrong, not a setting", "[training_config]") {
  CHECK_THROWS_MATCHES(validate({}, 0), Error, isError(ErrorCode::wrongState, "no training images"));
}

TEST_CASE("hidden layers go from none to 6", "[training_config]") {
  CHECK(accepted(withNetwork({.hidden = {}})));
  CHECK(accepted(withNetwork({.hidden = std::vector<Index>(6, 10)})));
  CHECK_THROWS_MATCHES(validate(withNetwork({.hidden = std::vector<Index>(7, 10)}), kAvailable), Error,
                       isError(ErrorCode::invalidSetting, "hidden layers", "7", "at most 6"));
}

TEST_CASE("widths go from 1 to 2,048, and the layer at fault is named", "[training_config]") {
  CHECK(accepted(withNetwork({.hidden = {1}})));
  CHECK(accepted(withNetwork({.hidden = {2048}})));
  for (const auto& [width, shown] :
       {std::pair<Index, const char*>{0, "is 0,"}, {-5, "is -5,"}, {2049, "is 2,049,"}}) {
    CHECK_THROWS_MATCHES(
        validate(withNetwork({.hidden = {10, 10, width}}), kAvailable), Error,
        isError(ErrorCode::invalidSetting, "width of hidden layer 3", shown, "from 1 to 2,048"));
  }
}

TEST_CASE("8,000,000 parameters are allowed, one more is not", "[training_config]") {
  const std::vector<Index> exactly = {1440, 1990, 2000};
  const std::vector<Index> oneMore = {1387, 2031, 2004};
  REQUIRE(NetworkConfig{.hidden = exactly}.parameterCount() == 8'000'000);
  REQUIRE(NetworkConfig{.hidden = oneMore}.parameterCount() == 8'000'001);
  CHECK(accepted(withNetwork({.hidden = exactly})));
  CHECK_THROWS_MATCHES(validate(withNetwork({.hidden = oneMore}), kAvailable), Error,
                       isError(ErrorCode::invalidSetting, "parameters", "8,000,001", "at most 8,000,000"));
  CHECK_THROWS_MATCHES(validate(withNetwork({.hidden = std::vector<Index>(6, 2048)}), kAvailable), Error,
                       isError(ErrorCode::invalidSetting, "parameters", "22,609,930", "at most 8,000,000"));
}

TEST_CASE("learning rates go from just above 0 to 100", "[training_config]") {
  for (const double rate : {static_cast<double>(FLT_MIN), 1e-30, 0.1, 100.0}) {
    CHECK(accepted(with(&TrainingConfig::learningRate, rate)));
  }
}

TEST_CASE("learning rates that are none are refused", "[training_config]") {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  // The last two are above 0, but not in float.
  const double rate =
      GENERATE_COPY(0.0, -0.0, -0.1, 100.00001, 1e300, kInfinity, -kInfinity, kNan, -kNan, 1e-320, 1e-39);
  CAPTURE(rate);
  CHECK_THROWS_MATCHES(validate(with(&TrainingConfig::learningRate, rate), kAvailable), Error,
                       isError(ErrorCode::invalidSetting, "learning rate is ", "above 0 and at most 100"));
}

TEST_CASE("the message shows the learning rate that was refused", "[training_config]") {
  for (const auto& [rate, shown] : {std::pair{-0.5, "is -0.5,"}, {250.0, "is 250,"}, {1e-39, "is 1e-39,"}}) {
    CHECK_THROWS_MATCHES(validate(with(&TrainingConfig::learningRate, rate), kAvailable), Error,
                         isError(ErrorCode::invalidSetting, shown));
  }
}

TEST_CASE("batch sizes go from 1 to 4,096", "[training_config]") {
  CHECK(accepted(with(&TrainingConfig::batchSize, 1)));
  CHECK(accepted(with(&TrainingConfig::batchSize, 4096)));
  for (const auto& [size, shown] :
       {std::pair<Index, const char*>{0, "is 0,"}, {-1, "is -1,"}, {4097, "is 4,097,"}}) {
    CHECK_THROWS_MATCHES(validate(with(&TrainingConfig::batchSize, size), kAvailable), Error,
                         isError(ErrorCode::invalidSetting, "batch size", shown, "from 1 to 4,096"));
  }
}

TEST_CASE("epochs go from 1 to 10,000", "[training_config]") {
  CHECK(accepted(with(&TrainingConfig::epochs, 1)));
  CHECK(accepted(with(&TrainingConfig::epochs, 10'000)));
  validateEpochs(1);
  validateEpochs(10'000);
  for (const auto& [epochs, shown] :
       {std::pair<Index, const char*>{0, "is 0,"}, {-1, "is -1,"}, {10'001, "is 10,001,"}}) {
    const auto refused = isError(ErrorCode::invalidSetting, "epochs", shown, "from 1 to 10,000");
    CHECK_THROWS_MATCHES(validate(with(&TrainingConfig::epochs, epochs), kAvailable), Error, refused);
    CHECK_THROWS_MATCHES(validateEpochs(epochs), Error, refused);
  }
}

TEST_CASE("every number beyond the report's settings has its range", "[training_config]") {
  struct Bounds {
    const char* field;
    void (*set)(TrainingConfig&, double);
    std::vector<double> good;
    std::vector<double> bad;
  };
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
  const std::vector<Bounds> ranges = {
      {"momentum", [](TrainingConfig& c, double v) { c.optimizer.momentum = v; }, {0, 0.999}, {-0.1, 1}},
      {"beta 1", [](TrainingConfig& c, double v) { c.optimizer.beta1 = v; }, {0, 0.999}, {-0.1, 1}},
      {"beta 2",
       [](TrainingConfig& c, double v) { c.optimizer.beta2 = v; },
       {0, 0.9999},
       {-0.1, 1, 0.9999999999}},
      {"weight decay",
       [](TrainingConfig& c, double v) { c.optimizer.weightDecay = v; },
       {0, 1},
       {-1e-9, 1.1}},
      {"warm-up",
       [](TrainingConfig& c, double v) { c.schedule.warmUpEpochs = v; },
       {0, 0.5, 1e4},
       {-1, 10'001}},
      {"step factor", [](TrainingConfig& c, double v) { c.schedule.stepFactor = v; }, {0.1, 1}, {0, 1.1}},
      {"dropout", [](TrainingConfig& c, double v) { c.dropout = v; }, {0, 0.9}, {-0.1, 0.91}},
      {"label smoothing", [](TrainingConfig& c, double v) { c.labelSmoothing = v; }, {0, 0.9}, {-0.1, 0.91}},
      {"gradient clipping",
       [](TrainingConfig& c, double v) { c.clipNorm = v; },
       {0, 1, 1e6},
       {-1, 2e6, 1e-320}},
      {"validation part", [](TrainingConfig& c, double v) { c.validationShare = v; }, {0, 0.5}, {-0.1, 0.51}},
      {"share of photos", [](TrainingConfig& c, double v) { c.photoShare = v; }, {0, 0.9}, {-0.1, 0.91}},
      {"share of drawings", [](TrainingConfig& c, double v) { c.drawnShare = v; }, {0, 0.9}, {-0.1, 0.91}},
  };
  for (const Bounds& range : ranges) {
    CAPTURE(range.field);
    TrainingConfig config;
    for (const double value : range.good) {
      range.set(config, value);
      CHECK(accepted(config));
    }
    std::vector<double> bad = range.bad;
    bad.insert(bad.end(), {kNan, kInfinity, -kInfinity});
    for (const double value : bad) {
      CAPTURE(value);
      range.set(config, value);
      CHECK_THROWS_MATCHES(
          validate(config, kAvailable), Error,
          isError(ErrorCode::invalidSetting, std::string(range.field) + " is ", "but must be"));
    }
  }
}

TEST_CASE("patience and the epochs between steps are whole numbers up to 10,000", "[training_config]") {
  CHECK(accepted(with(&TrainingConfig::patience, 10'000)));
  CHECK_THROWS_MATCHES(validate(with(&TrainingConfig::patience, -1), kAvailable), Error,
                       isError(ErrorCode::invalidSetting, "patience is -1", "from 0 to 10,000"));
  for (const Index epochs : {0, 10'001}) {
    CHECK_THROWS_MATCHES(
        validate(with(&TrainingConfig::schedule, ScheduleConfig{.stepEpochs = epochs}), kAvailable), Error,
        isError(ErrorCode::invalidSetting, "epochs between steps", "from 1 to 10,000"));
  }
}

TEST_CASE("the deviation of the first weights counts only where it is used", "[training_config]") {
  NetworkConfig network{.initialDeviation = 0};
  CHECK(accepted(withNetwork(network)));
  network.initialization = Initialization::normal;
  CHECK_THROWS_MATCHES(validate(withNetwork(network), kAvailable), Error,
                       isError(ErrorCode::invalidSetting, "deviation of the first weights", "at most 10"));
}

TEST_CASE("any seed is allowed", "[training_config]") {
  CHECK(accepted(with(&TrainingConfig::seed, 0)));
  CHECK(accepted(with(&TrainingConfig::seed, 4294967295U)));
}

TEST_CASE("the largest runs allowed stay far below the memory limit", "[training_config]") {
  TrainingConfig most = withNetwork({.hidden = {1440, 1990, 2000}});
  most.batchSize = 4096;
  // Values, gradients, and two copies (kept ones, those before a step) of 8 M parameters are 128 MB.
  CHECK(estimateMemory(most) > 128e6);
  CHECK(estimateMemory(most) < 132e6);
  // Adam's two means and the best weights are three more.
  most.optimizer.kind = OptimizerKind::adam;
  most.restoreBest = true;
  most.validationShare = 0.1;
  most.dropout = 0.5;
  CHECK(estimateMemory(most) > 224e6);
  CHECK(estimateMemory(most) < 230e6);
  CHECK(estimateMemory(most) < limits::kMemoryBytes);
  CHECK(estimateMemory(withNetwork({.hidden = {}})) < 2e6);
}

TEST_CASE("operations are counted by hand for a small network", "[training_config]") {
  const NetworkConfig config{.inputs = 4, .hidden = {3, 2}, .outputs = 5};  // 12 + 6 + 10 weights
  CHECK(forwardFlops(config) == 2 * 28);
  CHECK(trainingFlops(config) == 6 * 28 - 2 * 12);
  const NetworkConfig single{.inputs = 4, .hidden = {}, .outputs = 5};
  CHECK(forwardFlops(single) == 2 * 20);
  CHECK(trainingFlops(single) == 4 * 20);
}

TEST_CASE("a block of rows is at most some 30 ms of work, unless a single row is more", "[training_config]") {
  CHECK(rowsPerBlock(1) == 256);
  CHECK(rowsPerBlock(800e6 / 256) == 256);
  CHECK(rowsPerBlock(800e6 / 255) == 255);
  CHECK(rowsPerBlock(800e6) == 1);
  CHECK(rowsPerBlock(1e12) == 1);
  const NetworkConfig largest{.hidden = {1440, 1990, 2000}};
  CHECK(static_cast<double>(rowsPerBlock(trainingFlops(largest))) * trainingFlops(largest) <= 800e6);
}

}  // namespace ffnn
