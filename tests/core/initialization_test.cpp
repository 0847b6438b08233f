// Starting weights: the variance and the shape of every rule, and which one an activation gets.
#include "ffnn/initialization.h"

#include <catch2/catch.hpp>

#include "support/is_error.h"

namespace ffnn {

using test::isError;

namespace {

constexpr Index kIn = 200;
constexpr Index kOut = 300;

struct Rule {
  Initialization initialization;
  const char* name;
  double variance;
  bool uniform;
};

const std::vector<Rule> kRules = {
    {Initialization::heNormal, "he-normal", 2.0 / kIn, false},
    {Initialization::heUniform, "he-uniform", 2.0 / kIn, true},
    {Initialization::glorotNormal, "glorot-normal", 2.0 / (kIn + kOut), false},
    {Initialization::glorotUniform, "glorot-uniform", 2.0 / (kIn + kOut), true},
    {Initialization::lecunNormal, "lecun-normal", 1.0 / kIn, false},
    {Initialization::lecunUniform, "lecun-uniform", 1.0 / kIn, true},
    {Initialization::normal, "normal", 0.07 * 0.07, false},
};

}  // namespace

TEST_CASE("every rule draws weights of its variance and its distribution", "[initialization]") {
  for (const Rule& rule : kRules) {
    CAPTURE(rule.name);
    WeightMatrix weights(kIn, kOut);
    Rng rng(1);
    drawWeights(rule.initialization, 0.07, rng, weights);
    const Eigen::ArrayXXd values = weights.cast<double>().array();
    const double deviation = std::sqrt(rule.variance);
    CHECK(values.mean() == Approx(0).margin(0.02 * deviation));
    CHECK(values.square().mean() == Approx(rule.variance).epsilon(0.02));
    // A uniform distribution ends at √3 deviations; among 60,000 normal numbers some are beyond three.
    if (rule.uniform) {
      CHECK(values.abs().maxCoeff() <= 1.7321 * deviation);
    } else {
      CHECK(values.abs().maxCoeff() > 3 * deviation);
    }
  }
}

TEST_CASE("weights are drawn input by input from the given generator", "[initialization]") {
  WeightMatrix weights(2, 2);
  Rng rng(9);
  drawWeights(Initialization::heNormal, 0, rng, weights);
  Rng same(9);
  for (Index i = 0; i < 4; ++i) {
    CHECK(weights(i / 2, i % 2) == same.normal());  // in = 2: the deviation is 1
  }
  CHECK(rng.next() == same.next());
}

TEST_CASE("the automatic rule follows the activation, any other stands", "[initialization]") {
  for (const Activation activation : {Activation::relu, Activation::leakyRelu, Activation::gelu}) {
    CHECK(resolved(Initialization::automatic, activation) == Initialization::heNormal);
  }
  for (const Activation activation : {Activation::sigmoid, Activation::tanh}) {
    CHECK(resolved(Initialization::automatic, activation) == Initialization::glorotNormal);
  }
  CHECK(resolved(Initialization::lecunUniform, Activation::relu) == Initialization::lecunUniform);
}

TEST_CASE("initialization names are read back, others are refused", "[initialization]") {
  for (const Rule& rule : kRules) {
    CHECK(name(rule.initialization) == rule.name);
    CHECK(initializationFromName(rule.name) == rule.initialization);
  }
  CHECK(initializationFromName("automatic") == Initialization::automatic);
  CHECK_THROWS_MATCHES(initializationFromName("xavier"), Error,
                       isError(ErrorCode::invalidSetting, "initialization", "he-normal", "\"xavier\""));
}

TEST_CASE("a deviation whose square no float can hold is still drawn", "[initialization]") {
  WeightMatrix weights(20, 20);
  Rng rng(1);
  drawWeights(Initialization::normal, 1e-25, rng, weights);
  CHECK(weights.cwiseAbs().maxCoeff() > 1e-25F);
}

}  // namespace ffnn
