#include "ffnn/gradient_check.h"

#include <catch2/catch.hpp>

#include "support/choices.h"

namespace ffnn {

TEST_CASE("the exact gradient passes its check, with every activation and depth", "[gradient_check]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const Index hiddenLayers = GENERATE(0, 1, 2, 3);
  const GradientCheck check = checkGradient(activation, GradientRule::exact, hiddenLayers);
  CAPTURE(name(activation), hiddenLayers);
  CHECK(check.largestError < check.tolerance);
  CHECK(check.largestError > 0);  // single precision is never exact
  CHECK(check.parameters == (hiddenLayers == 0 ? 7 * 4 : 7 * 5 + (hiddenLayers - 1) * 6 * 5 + 6 * 4));
}

TEST_CASE("the report's gradient fails the check as soon as there is a hidden layer", "[gradient_check]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const Index hiddenLayers = GENERATE(1, 2, 3);
  const GradientCheck check = checkGradient(activation, GradientRule::report, hiddenLayers);
  CHECK(check.largestError > 0.5);
  CHECK(checkGradient(activation, GradientRule::report, 0).largestError < check.tolerance);
}

}  // namespace ffnn
