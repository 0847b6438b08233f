// tanh of our own against the one in double.
#include "ffnn/tanh.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "support/bits.h"

namespace ffnn {

TEST_CASE("tanh is within two units in the last place, everywhere", "[tanh]") {
  double worst = 0;
  for (float x = 1e-6F; x < 12.0F; x *= 1.0007F) {
    const double expected = std::tanh(static_cast<double>(x));
    const auto rounded = static_cast<float>(expected);
    const double unit = std::nextafter(rounded, 2.0F) - rounded;
    worst = std::max(worst, std::abs(static_cast<double>(hyperbolicTangent(x)) - expected) / unit);
    REQUIRE(hyperbolicTangent(-x) == -hyperbolicTangent(x));
  }
  CHECK(worst <= 2);
}

TEST_CASE("tanh keeps the sign of zero, ends at one, and NaN stays NaN", "[tanh]") {
  CHECK(test::bitsOf(hyperbolicTangent(-0.0F)) == test::bitsOf(-0.0F));
  CHECK(hyperbolicTangent(std::numeric_limits<float>::infinity()) == 1.0F);
  CHECK(hyperbolicTangent(-std::numeric_limits<float>::max()) == -1.0F);
  CHECK(std::isnan(hyperbolicTangent(std::numeric_limits<float>::quiet_NaN())));
}

TEST_CASE("tanh takes these bits on every platform", "[tanh][golden]") {
  CHECK(test::bitsOf(hyperbolicTangent(0.3F)) == 0x3e9526eeU);
  CHECK(test::bitsOf(hyperbolicTangent(1.7F)) == 0x3f6f76f8U);
}

}  // namespace ffnn
