// exponential() against the C library in double, and its ends.
#include "ffnn/exponential.h"

#include <catch2/catch.hpp>

#include "support/bits.h"

namespace ffnn {

using test::bitsOf;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

// How far value is from exact, in units of the last place of exact's float neighbourhood.
double unitsInLastPlace(float value, double exact) {
  const double unit = std::ldexp(1.0, std::ilogb(exact) - 23);
  return std::abs(static_cast<double>(value) - exact) / unit;
}

}  // namespace

TEST_CASE("the exponential is within 2 units in the last place over its whole range", "[exponential]") {
  double worst = 0;
  float worstAt = 0;
  constexpr int kSteps = 2'000'000;
  for (int i = 0; i <= kSteps; ++i) {
    const float x = -87.0F + 175.0F * static_cast<float>(i) / static_cast<float>(kSteps);
    const double error = unitsInLastPlace(exponential(x), std::exp(static_cast<double>(x)));
    if (!(error <= worst)) {
      worst = error;
      worstAt = x;
    }
  }
  CAPTURE(worstAt);
  CHECK(worst <= 2);
  CHECK(worst > 0.5);  // no measurement at all would also be below 2
}

TEST_CASE("the exponential is as exact for tiny arguments, where it is close to 1", "[exponential]") {
  for (float x = 1.0F; x > 1e-40F; x /= 1.5F) {
    CHECK(unitsInLastPlace(exponential(x), std::exp(static_cast<double>(x))) <= 2);
    CHECK(unitsInLastPlace(exponential(-x), std::exp(static_cast<double>(-x))) <= 2);
  }
}

TEST_CASE("the exponential of 0 is exactly 1, of either sign", "[exponential]") {
  CHECK(exponential(0.0F) == 1.0F);
  CHECK(exponential(-0.0F) == 1.0F);
}

TEST_CASE("the exponential is 0 below its range, never subnormal", "[exponential]") {
  for (const float x : {-87.4F, -88.0F, -100.0F, -1e4F, -3e38F, -kInfinity}) {
    CHECK(bitsOf(exponential(x)) == 0);
  }
  CHECK(exponential(-87.3F) >= std::numeric_limits<float>::min());
}

TEST_CASE("the exponential is infinite above its range, and finite up to it", "[exponential]") {
  for (const float x : {88.4F, 89.0F, 1e4F, 3e38F, kInfinity}) {
    CHECK(exponential(x) == kInfinity);
  }
  CHECK(std::isfinite(exponential(88.3F)));
}

TEST_CASE("the exponential of NaN is NaN", "[exponential]") {
  CHECK(std::isnan(exponential(std::numeric_limits<float>::quiet_NaN())));
  CHECK(std::isnan(exponential(-std::numeric_limits<float>::quiet_NaN())));
}

}  // namespace ffnn
