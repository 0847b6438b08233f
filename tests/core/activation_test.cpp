// Activations by hand, at extremes, and with NaN: a diverging run must stay visible.
#include "ffnn/activation.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

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
  for (const Activation activation : {Activation::relu, Activation::sigmoid}) {
    CHECK(activationFromName(name(activation)) == activation);
  }
  CHECK(name(Activation::relu) == "relu");
  CHECK(name(Activation::sigmoid) == "sigmoid");
  for (const char* text : {"", "Relu", "relu ", "tanh", "sigmoi", "sigmoidx"}) {
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

TEST_CASE("NaN goes through both activations and back", "[activation]") {
  const Activation activation = GENERATE(Activation::relu, Activation::sigmoid);
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

TEST_CASE("activations work in place on a block of a larger buffer", "[activation]") {
  const Activation activation = GENERATE(Activation::relu, Activation::sigmoid);
  Matrix buffer = Matrix::Constant(4, 3, -1);
  activate(activation, buffer.topRows(2));
  CHECK(buffer.bottomRows(2) == Matrix::Constant(2, 3, -1));
  CHECK(buffer(0, 0) == activated(activation, -1));
  CHECK(buffer(1, 2) == activated(activation, -1));
}

}  // namespace ffnn
