// Activations by hand, at extremes, and with NaN: a diverging run must stay visible.
#include "ffnn/activation.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "support/choices.h"
#include "support/is_error.h"

namespace ffnn {

using test::isError;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

float activated(Activation activation, float z) {
  Matrix matrix(1, 1);
  matrix << z;
  activate(activation, matrix);
  return matrix(0, 0);
}

}  // namespace

TEST_CASE("activation names are read back, others are refused", "[activation]") {
  for (const Activation activation : test::kAllActivations) {
    CHECK(activationFromName(name(activation)) == activation);
  }
  CHECK(name(Activation::relu) == "relu");
  CHECK(name(Activation::leakyRelu) == "leaky-relu");
  CHECK(name(Activation::sigmoid) == "sigmoid");
  CHECK(name(Activation::tanh) == "tanh");
  CHECK(name(Activation::gelu) == "gelu");
  for (const char* text : {"", "Relu", "relu ", "tan", "sigmoi", "sigmoidx"}) {
    CHECK_THROWS_MATCHES(activationFromName(text), Error,
                         isError(ErrorCode::invalidSetting, "activation", "\"" + std::string(text) + "\""));
  }
}

TEST_CASE("ReLU keeps positive numbers and makes the others 0", "[activation]") {
  Matrix z(2, 3);
  z << -2, 0, 3, 0.5, -1e-30F, 1e30F;
  Matrix expected(2, 3);
  expected << 0, 0, 3, 0.5, 0, 1e30F;
  activate(Activation::relu, z);
  CHECK(z == expected);
}

TEST_CASE("ReLU passes a gradient on only where its output is positive", "[activation]") {
  Matrix a(1, 4);
  a << 0, 2, 0, 0.5;
  Matrix da(1, 4);
  da << 7, -3, -1, 4;
  Matrix expected(1, 4);
  expected << 0, -3, 0, 4;
  activateBackward(Activation::relu, a, da);
  CHECK(da == expected);
}

TEST_CASE("sigmoid takes its known values", "[activation]") {
  CHECK(activated(Activation::sigmoid, 0) == 0.5F);
  CHECK(activated(Activation::sigmoid, std::log(3.0F)) == Approx(0.75));
  CHECK(activated(Activation::sigmoid, -std::log(3.0F)) == Approx(0.25));
  CHECK(activated(Activation::sigmoid, 1) == Approx(0.7310585786));
}

TEST_CASE("sigmoid's gradient is a (1 - a)", "[activation]") {
  Matrix a(1, 3);
  a << 0.25, 0.5, 1;
  Matrix da(1, 3);
  da << 16, -4, 100;
  Matrix expected(1, 3);
  expected << 3, -1, 0;
  activateBackward(Activation::sigmoid, a, da);
  CHECK(da == expected);
}

TEST_CASE("sigmoid saturates without overflow", "[activation]") {
  CHECK(activated(Activation::sigmoid, 20) == Approx(1 - 2.061153622e-9));
  CHECK(activated(Activation::sigmoid, -20) == Approx(2.061153622e-9).epsilon(1e-6));
  for (const float far : {89.0F, 1e4F, 3e38F, kInfinity}) {
    CHECK(activated(Activation::sigmoid, far) == 1.0F);
    CHECK(activated(Activation::sigmoid, -far) == 0.0F);
  }
}

TEST_CASE("NaN goes through every activation and back", "[activation]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  Matrix z(1, 3);
  z << 1, kNan, -kNan;
  activate(activation, z);
  CHECK(std::isfinite(z(0, 0)));
  CHECK(std::isnan(z(0, 1)));
  CHECK(std::isnan(z(0, 2)));

  Matrix a(1, 2);
  a << 0.5, 0.5;
  Matrix da(1, 2);
  da << kNan, 1;
  activateBackward(activation, a, da);
  CHECK(std::isnan(da(0, 0)));
  CHECK(std::isfinite(da(0, 1)));
}

TEST_CASE("ReLU keeps infinity and makes minus infinity 0", "[activation]") {
  CHECK(activated(Activation::relu, kInfinity) == kInfinity);
  CHECK(activated(Activation::relu, -kInfinity) == 0.0F);
}

TEST_CASE("leaky ReLU passes a hundredth of what is negative, forward and back", "[activation]") {
  CHECK(activated(Activation::leakyRelu, 3) == 3.0F);
  CHECK(activated(Activation::leakyRelu, -3) == Approx(-0.03));
  Matrix a(1, 3);
  a << -0.03F, 0, 2;
  Matrix da(1, 3);
  da << 100, 100, 100;
  activateBackward(Activation::leakyRelu, a, da);
  CHECK(da(0, 0) == Approx(1));
  CHECK(da(0, 1) == Approx(1));
  CHECK(da(0, 2) == 100.0F);
}

TEST_CASE("tanh takes its known values and slopes", "[activation]") {
  CHECK(activated(Activation::tanh, 0) == 0.0F);
  CHECK(activated(Activation::tanh, 1) == Approx(0.7615941560));
  CHECK(activated(Activation::tanh, -0.5) == Approx(-0.4621171573));
  Matrix a(1, 3);
  a << 0, 0.5, -1;
  Matrix da = Matrix::Constant(1, 3, 4);
  activateBackward(Activation::tanh, a, da);
  CHECK(da(0, 0) == 4.0F);
  CHECK(da(0, 1) == 3.0F);
  CHECK(da(0, 2) == 0.0F);
}

TEST_CASE("tanh and GELU saturate without overflow", "[activation]") {
  for (const float far : {20.0F, 89.0F, 1e4F, 3e38F, kInfinity}) {
    CAPTURE(far);
    CHECK(activated(Activation::tanh, far) == 1.0F);
    CHECK(activated(Activation::tanh, -far) == -1.0F);
    CHECK(activated(Activation::gelu, far) == far);
  }
  for (const float far : {20.0F, 89.0F, 1e4F, 3e38F}) {
    CHECK(activated(Activation::gelu, -far) == 0.0F);
    Matrix z(1, 2);
    z << far, -far;
    Matrix da = Matrix::Ones(1, 2);
    activateBackward(Activation::gelu, z, da);
    CHECK(da(0, 0) == 1.0F);
    CHECK(da(0, 1) == 0.0F);
  }
}

TEST_CASE("GELU takes the values that PyTorch gives for its tanh form", "[activation]") {
  CHECK(activated(Activation::gelu, 0) == 0.0F);
  CHECK(activated(Activation::gelu, 1) == Approx(0.8411920).epsilon(1e-6));
  CHECK(activated(Activation::gelu, -1) == Approx(-0.1588080).epsilon(1e-6));
  CHECK(activated(Activation::gelu, 3) == Approx(2.9963627).epsilon(1e-6));
}

TEST_CASE("every slope is the difference quotient of its activation", "[activation]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const float z = GENERATE(-6.0F, -2.0F, -0.7F, -0.1F, 0.1F, 0.7F, 2.0F, 6.0F);
  CAPTURE(name(activation), z);
  const float step = 0.01F;
  const float quotient = (activated(activation, z + step) - activated(activation, z - step)) / (2 * step);
  Matrix from(1, 1);
  from << (slopeNeedsInput(activation) ? z : activated(activation, z));
  Matrix da = Matrix::Constant(1, 1, 1);
  activateBackward(activation, from, da);
  CHECK(da(0, 0) == Approx(quotient).margin(2e-4));
}

TEST_CASE("units count as flat at or below 0, or near an end of their range", "[activation]") {
  for (const Activation activation : {Activation::relu, Activation::leakyRelu, Activation::gelu}) {
    CHECK(isFlat(activation, 0));
    CHECK(isFlat(activation, -0.01F));
    CHECK_FALSE(isFlat(activation, 0.01F));
  }
  for (const float a : {0.0F, 0.04F, 0.96F, 1.0F}) {
    CHECK(isFlat(Activation::sigmoid, a));
    CHECK(isFlat(Activation::tanh, 2 * a - 1));
  }
  for (const float a : {0.06F, 0.5F, 0.94F}) {
    CHECK_FALSE(isFlat(Activation::sigmoid, a));
    CHECK_FALSE(isFlat(Activation::tanh, 2 * a - 1));
  }
  CHECK_FALSE(isFlat(Activation::relu, kNan));
}

TEST_CASE("activations work in place on a block of a larger buffer", "[activation]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  Matrix buffer = Matrix::Constant(4, 3, -1);
  activate(activation, buffer.topRows(2));
  CHECK(buffer.bottomRows(2) == Matrix::Constant(2, 3, -1));
  CHECK(buffer(0, 0) == activated(activation, -1));
  CHECK(buffer(1, 2) == activated(activation, -1));
}

}  // namespace ffnn
