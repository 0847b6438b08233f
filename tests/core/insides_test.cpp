// Gradient norms, update ratios and flat units, counted by hand and seen in runs.
#include "ffnn/insides.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "ffnn/trainer.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

namespace {

const Dataset& data() {
  static const Dataset images = test::makeDataset(60, 1);
  return images;
}

EpochInsides lastInsides(const TrainingConfig& config) {
  Trainer trainer(config, data(), data());
  trainer.advance(test::kUnlimited);
  REQUIRE(trainer.insides().size() == static_cast<std::size_t>(config.epochs));
  return trainer.insides().back();
}

}  // namespace

TEST_CASE("a watch reports the root mean square gradient and the mean update ratio", "[insides]") {
  Network network({.inputs = 2, .hidden = {}, .outputs = 2});
  const std::vector<ParameterView> parameters = network.parameters();
  StepWatch watch(network, 1);
  const auto step = [&](Scalar weight, Scalar gradient, Scalar change, double clipping = 1) {
    std::fill(parameters[0].value.begin(), parameters[0].value.end(), weight);
    std::fill(parameters[0].gradient.begin(), parameters[0].gradient.end(), gradient);
    for (std::size_t p = 0; p < parameters.size(); ++p) {
      const auto values = parameters[p].value;
      watch.around(p, {0, static_cast<Index>(values.size())}, parameters[p], [&](Range block) {
        for (Index i = block.first; i < block.end(); ++i) {
          values[static_cast<std::size_t>(i)] += change;
        }
      });
    }
    watch.endStep(clipping);
  };
  step(2, 3, 0.5);  // four weights: norms 4, 6 and 1
  step(1, 0, 0.25);
  std::vector<LayerInsides> layers = watch.means();
  REQUIRE(layers.size() == 1);
  CHECK(layers[0].gradientNorm == Approx(std::sqrt(36.0 / 2)));
  CHECK(layers[0].updateRatio == Approx(0.25));
  watch.restart();
  step(0, 1, 1);  // weights of zero have no ratio
  layers = watch.means();
  CHECK(layers[0].gradientNorm == Approx(2));
  CHECK(layers[0].updateRatio == 0);
  watch.restart();
  step(1, 0, 0, 0);  // clipped so far that no float was left
  CHECK(watch.means()[0].gradientNorm == 0);
}

TEST_CASE("at most sixteen steps of an epoch are watched, the first among them", "[insides]") {
  const Network network({.inputs = 1, .hidden = {}, .outputs = 1});
  for (const Index steps : {1, 5, 16, 17, 31, 600, 60'000}) {
    const StepWatch watch(network, steps);
    Index watched = 0;
    for (Index step = 0; step < steps; ++step) {
      watched += watch.watches(step) ? 1 : 0;
    }
    CHECK(watch.watches(0));
    CHECK(watched >= std::min<Index>(steps, 9));
    CHECK(watched <= 16);
  }
}

TEST_CASE("a unit is flat only if it was so on every row", "[insides]") {
  UnitWatch watch({.inputs = 1, .hidden = {4}, .outputs = 1, .activation = Activation::relu});
  Matrix a(3, 4);
  a << 0, 0, 1, 0,  //
      0, 2, 0, 0,   //
      0, 0, 0, 9;
  watch.add({a}, 2);  // the third row does not count
  CHECK(watch.flatShares() == std::vector<double>{0.5});
  watch.add({a.bottomRows(1)}, 1);
  CHECK(watch.flatShares() == std::vector<double>{0.25});
  watch.restart();
  CHECK(watch.flatShares() == std::vector<double>{1});
}

TEST_CASE("a run has insides for every epoch and layer", "[insides][trainer]") {
  TrainingConfig config = test::smallConfig(60);
  config.network.hidden = {12, 8};
  const EpochInsides insides = lastInsides(config);
  REQUIRE(insides.size() == 3);
  for (const LayerInsides& layer : insides) {
    CHECK(layer.gradientNorm > 0);
    CHECK(layer.updateRatio > 0);
    CHECK(layer.flatShare < 0.5);
  }
  CHECK(insides.back().flatShare == 0);
}

TEST_CASE("the report's gradient shows: each layer below gets a batch size less", "[insides][trainer]") {
  TrainingConfig config = test::smallConfig(60);
  config.network.hidden = {12, 8};
  config.batchSize = 60;
  config.epochs = 1;
  const EpochInsides exact = lastInsides(config);
  config.gradient = GradientRule::report;
  const EpochInsides report = lastInsides(config);
  const auto ratio = [&](std::size_t l) { return report[l].gradientNorm / exact[l].gradientNorm; };
  CHECK(ratio(2) == Approx(1));
  CHECK(ratio(1) == Approx(1.0 / 60).epsilon(1e-4));
  CHECK(ratio(0) == Approx(1.0 / 3600).epsilon(1e-4));
}

TEST_CASE("gradients are watched as they came, before they are clipped", "[insides][trainer]") {
  TrainingConfig config = test::smallConfig(60);
  config.batchSize = 60;
  config.epochs = 1;
  const EpochInsides free = lastInsides(config);
  config.clipNorm = 1e-3;
  const EpochInsides clipped = lastInsides(config);
  for (std::size_t l = 0; l < free.size(); ++l) {
    CHECK(clipped[l].gradientNorm == Approx(free[l].gradientNorm));
    CHECK(clipped[l].updateRatio < 0.1 * free[l].updateRatio);
  }
}

TEST_CASE("vanishing gradients show in a deep sigmoid network, and not in one of ReLU",
          "[insides][trainer]") {
  TrainingConfig config = test::smallConfig(60);
  config.network.hidden = std::vector<Index>(5, 16);
  config.epochs = 1;
  const auto firstToLast = [&](Activation activation) {
    config.network.activation = activation;
    const EpochInsides insides = lastInsides(config);
    return insides.front().gradientNorm / insides.back().gradientNorm;
  };
  CHECK(firstToLast(Activation::sigmoid) < 0.05);
  CHECK(firstToLast(Activation::relu) > 0.1);
}

TEST_CASE("dead and saturated units show after a reckless learning rate", "[insides][trainer]") {
  TrainingConfig config = test::smallConfig(60);
  config.network.hidden = {32};
  config.batchSize = 60;
  config.epochs = 3;
  SECTION("dead") { config.learningRate = 1; }
  SECTION("saturated") {
    config.network.activation = Activation::sigmoid;
    config.learningRate = 50;
  }
  CHECK(lastInsides(config)[0].flatShare > 0.3);
}

}  // namespace ffnn
