// A run that was saved and made again goes on bit for bit, wherever it was; what cannot belong to it is
// refused.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "ffnn/trainer.h"
#include "support/choices.h"
#include "support/is_error.h"
#include "support/parameters.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

using test::isError;
using test::kUnlimited;

namespace {

constexpr Index kImages = 120;

const Dataset& trainData() {
  static const Dataset images = test::makeDataset(kImages, 1);
  return images;
}

const Dataset& testData() {
  static const Dataset images = test::makeDataset(50, 2);
  return images;
}

TrainingConfig fullConfig(OptimizerKind optimizer) {
  TrainingConfig config = test::withEverythingOn(test::smallConfig(kImages), optimizer);
  config.epochs = 5;
  config.network.hidden = {12, 7};
  config.network.activation = Activation::gelu;
  config.validationShare = 0.2;
  config.patience = 4;
  return config;
}

// Everything a run shows of itself, as one list of arrays.
std::vector<NamedArray> stateOf(Trainer& trainer) { return trainer.checkpoint().arrays; }

bool sameState(Trainer& left, Trainer& right) {
  const std::vector<NamedArray> a = stateOf(left);
  const std::vector<NamedArray> b = stateOf(right);
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const NamedArray& x, const NamedArray& y) {
    return x.name == y.name && x.values == y.values;
  });
}

std::vector<float> floatsOf(const Checkpoint& checkpoint, const std::string& name) {
  const auto array = std::find_if(checkpoint.arrays.begin(), checkpoint.arrays.end(),
                                  [&](const NamedArray& a) { return a.name == name; });
  REQUIRE(array != checkpoint.arrays.end());
  return std::get<std::vector<float>>(array->values);
}

}  // namespace

TEST_CASE("a run continued from a checkpoint ends like one that was never stopped",
          "[checkpoint][determinism]") {
  const TrainingConfig config = fullConfig(GENERATE(from_range(test::kAllOptimizers)));
  CAPTURE(name(config.optimizer.kind));
  Trainer whole(config, trainData(), testData());
  whole.advance(kUnlimited);
  const Index perEpoch = whole.step() / config.epochs;
  // Before the first step, in mid-epoch, at epoch ends, at the end.
  for (const Index stop :
       {Index{0}, Index{1}, perEpoch, perEpoch + 2, 3 * perEpoch, 5 * perEpoch - 1, 5 * perEpoch}) {
    CAPTURE(stop);
    Trainer first(config, trainData(), testData());
    first.advance(kUnlimited, stop);
    Trainer second(first.checkpoint(), trainData(), testData());
    CHECK(sameState(first, second));
    CHECK(second.step() == stop);
    second.advance(kUnlimited);
    CHECK(second.state() == whole.state());
    CHECK(sameState(second, whole));
    CHECK(second.network().parameterHash() == whole.network().parameterHash());
  }
}

TEST_CASE("a checkpoint lists weights input by input, as the first version did", "[checkpoint]") {
  TrainingConfig config = test::smallConfig(kImages);
  config.network.hidden = {12, 7};
  config.optimizer = {.kind = OptimizerKind::momentum};
  config.validationShare = 0.2;
  config.restoreBest = true;
  config.epochs = 1;
  Trainer trainer(config, trainData(), testData());
  const std::vector<float> start = test::parametersOf(trainer.network());
  trainer.advance(kUnlimited, 1);
  std::vector<float> moved;  // the first step from rest: w −= η v
  for (const auto* tensor : {"0", "1", "2", "3", "4", "5"}) {
    for (const float v : floatsOf(trainer.checkpoint(), std::string("optimizer.first.") + tensor)) {
      moved.push_back(start[moved.size()] - static_cast<float>(config.learningRate) * v);
    }
  }
  CHECK(moved == test::parametersOf(trainer.network()));
  trainer.advance(kUnlimited);
  const Checkpoint ended = trainer.checkpoint();
  const std::vector<float> parameters = test::parametersOf(trainer.network());
  const std::vector<float> first = floatsOf(ended, "layer1.weights");
  REQUIRE(first.size() == kPixels * 12);
  CHECK(std::equal(first.begin(), first.end(), parameters.begin()));
  CHECK(floatsOf(ended, "kept.parameters") == parameters);
  CHECK(floatsOf(ended, "best.weights") == parameters);
}

TEST_CASE("a checkpoint of a finished run can be given more epochs", "[checkpoint]") {
  TrainingConfig config = fullConfig(OptimizerKind::adam);
  Trainer finished(config, trainData(), testData());
  finished.advance(kUnlimited);
  Trainer copy(finished.checkpoint(), trainData(), testData());
  CHECK(copy.state() == finished.state());
  CHECK(copy.bestIsBack() == finished.bestIsBack());
  for (Trainer* trainer : {&finished, &copy}) {
    trainer->setEpochs(8);
    trainer->advance(kUnlimited);
  }
  CHECK(copy.network().parameterHash() == finished.network().parameterHash());
}

TEST_CASE("a saved network answers every image with the same bits", "[checkpoint]") {
  static const Dataset images = test::makeDataset(1000, 3);
  Trainer trainer(fullConfig(OptimizerKind::adam), trainData(), testData());
  trainer.advance(kUnlimited);
  const Trainer copy(trainer.checkpoint(), trainData(), testData());
  CHECK(copy.pixelScale().scale == trainer.pixelScale().scale);
  CHECK(copy.pixelScale().offset == trainer.pixelScale().offset);
  Matrix x(1000, kPixels);
  std::vector<Label> labels(1000);
  images.gather(evenSample(1000, 1000), trainer.pixelScale(), x, labels);
  Workspace workspace(trainer.network().config(), 1000);
  const Matrix expected = trainer.network().forward(x, workspace);
  CHECK(Matrix(copy.network().forward(x, workspace)) == expected);
}

TEST_CASE("a diverged run comes back as one", "[checkpoint]") {
  TrainingConfig config = test::smallConfig(kImages);
  config.network.hidden = std::vector<Index>(6, 64);
  config.learningRate = 10;
  Trainer trainer(config, trainData(), testData());
  trainer.advance(kUnlimited);
  REQUIRE(trainer.state() == RunState::diverged);
  Trainer copy(trainer.checkpoint(), trainData(), testData());
  CHECK(copy.state() == RunState::diverged);
  CHECK(sameState(copy, trainer));
}

TEST_CASE("a run is saved between two steps only", "[checkpoint]") {
  Trainer trainer(fullConfig(OptimizerKind::sgd), trainData(), testData());
  CHECK_FALSE(trainer.atRest());  // the point before the first step is still to be measured
  CHECK_THROWS_MATCHES(trainer.checkpoint(), Error, isError(ErrorCode::wrongState, "between two steps"));
  trainer.advance(kUnlimited, 1);
  CHECK(trainer.atRest());
  trainer.advance(0);  // a block of the next batch
  CHECK_THROWS_MATCHES(trainer.checkpoint(), Error, isError(ErrorCode::wrongState, "between two steps"));
  trainer.advance(kUnlimited, trainer.step());
  CHECK(trainer.atRest());
}

TEST_CASE("a checkpoint that cannot be of its run is refused, and the array named", "[checkpoint]") {
  Trainer trainer(fullConfig(OptimizerKind::momentum), trainData(), testData());
  trainer.advance(kUnlimited, 8);
  Checkpoint checkpoint = trainer.checkpoint();
  const auto arrayOf = [&](const std::string& name) -> NamedArray& {
    return *std::find_if(checkpoint.arrays.begin(), checkpoint.arrays.end(),
                         [&](const NamedArray& array) { return array.name == name; });
  };
  const auto refused = [&](const std::string& text) {
    CHECK_THROWS_MATCHES(Trainer(checkpoint, trainData(), testData()), Error,
                         isError(ErrorCode::badData, text));
  };
  SECTION("another network") {
    checkpoint.config.network.hidden = {12, 8};
    refused("layer2.weights has 84 numbers, expected 96");
  }
  SECTION("another optimizer") {
    checkpoint.config.optimizer.kind = OptimizerKind::sgd;
    refused("optimizer.first.0 has 9408 numbers, expected 0");
  }
  SECTION("images that are not in the run") {
    std::get<std::vector<std::uint32_t>>(arrayOf("batcher.order").values)[3] = 999;
    refused("batcher.order is not an order of this run's images");
  }
  SECTION("an image twice") {
    auto& order = std::get<std::vector<std::uint32_t>>(arrayOf("batcher.order").values);
    order[3] = order[4];
    refused("batcher.order is not an order of this run's images");
  }
  SECTION("a state that there is not") {
    arrayOf("run.state").values = std::vector<double>{9};
    refused("run.state must be a whole number");
  }
  SECTION("a curve without end") {
    arrayOf("run.curve").values = std::vector<double>(1'000'000);
    refused("run.curve has 1000000 numbers");
  }
  SECTION("weights that are not finite") {
    std::get<std::vector<float>>(arrayOf("layer1.weights").values)[7] = std::nanf("");
    refused("layer1.weights holds a number that is not finite");
  }
  SECTION("counts that disagree") {
    const std::string name =
        GENERATE(as<std::string>(), "run.imagesThisEpoch", "run.step", "run.epochsDone", "batcher.cursor");
    std::get<std::vector<double>>(arrayOf(name).values)[0] += 1;
    refused("the counts of run disagree");
  }
  SECTION("an end that is none") {
    arrayOf("run.state").values = std::vector<double>{static_cast<double>(RunState::finished)};
    refused("the counts of run disagree");
  }
  SECTION("a best epoch that is still to come") {
    arrayOf("best.epoch").values = std::vector<double>{4};
    refused("the best epoch does not fit the run");
  }
  SECTION("best weights back in a run that goes on") {
    arrayOf("run.bestIsBack").values = std::vector<double>{1};
    refused("the best epoch does not fit the run");
  }
  SECTION("a best epoch without its weights") {
    arrayOf("best.epoch").values = std::vector<double>{0};
    refused("run.state is missing");  // best.weights stands in its place
  }
  SECTION("insides of fewer epochs than were trained") {
    arrayOf("run.insides").values = std::vector<double>();
    refused("the counts of run disagree");
  }
  SECTION("a point of the curve that cannot be") {
    const auto [place, number] = GENERATE(table<std::size_t, double>({{0, -1.0},  // epoch
                                                                      {0, 1e300},
                                                                      {2, -0.1},  // accuracy
                                                                      {2, 1.1},
                                                                      {3, -1.0},  // error of the loss
                                                                      {4, -1.0},  // images
                                                                      {4, 1e300}}));
    std::get<std::vector<double>>(arrayOf("run.curve").values)[place] = number;
    refused("run.curve holds a point that cannot be");
  }
  SECTION("a power that is none") {
    arrayOf("optimizer.beta2Power").values = std::vector<double>{1.5};
    refused("a power of the optimizer is not within 0 and 1");
  }
  SECTION("something more") {
    checkpoint.arrays.push_back({"more", std::vector<float>{1}});
    refused("more is not part of such a run");
  }
  SECTION("settings out of range") {
    checkpoint.config.learningRate = -1;
    CHECK_THROWS_MATCHES(Trainer(checkpoint, trainData(), testData()), Error,
                         isError(ErrorCode::invalidSetting, "learning rate"));
  }
}

}  // namespace ffnn
