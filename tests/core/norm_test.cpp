// Lengths of tensors, at any count and size, and gradients cut to a length.
#include "ffnn/norm.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/tensors.h"

namespace ffnn {

using test::Numbers;
using test::Tensors;

TEST_CASE("a norm is that of all numbers together, whatever their count", "[norm]") {
  for (const std::size_t count : {0U, 1U, 7U, 8U, 9U, 100U}) {
    CHECK(sumOfSquares(Numbers(count, 2.0F)) == 4.0 * static_cast<double>(count));
  }
  Tensors tensors;
  CHECK(gradientNorm(tensors.views()) == Approx(std::sqrt(100.0 + 4 + 64)));
}

TEST_CASE("clipping shortens a long gradient, keeps its direction, and leaves a short one alone", "[norm]") {
  Tensors tensors;
  const double norm = gradientNorm(tensors.views());
  CHECK(clipGradients(tensors.views(), norm * 1.01) == 1);
  CHECK(tensors.firstGradient == Numbers{10, 0, -2});
  CHECK(clipGradients(tensors.views(), norm / 4) == Approx(0.25));
  CHECK(gradientNorm(tensors.views()) == Approx(norm / 4));
  CHECK(tensors.firstGradient[0] == Approx(2.5));
  CHECK(tensors.firstGradient[2] == Approx(-0.5));
  CHECK(tensors.secondGradient[0] == Approx(2));
  tensors.firstGradient[0] = std::nanf("");
  CHECK(clipGradients(tensors.views(), 1e-3) == 1);
  CHECK(std::isnan(tensors.firstGradient[0]));
  CHECK(tensors.secondGradient[0] == Approx(2));
}

TEST_CASE("gradients whose squares no float can hold are measured, and clipped, too", "[norm]") {
  for (const Scalar size : {2e19F, 1e-25F}) {
    Numbers w(20);
    Numbers g(20, size);
    const std::vector<ParameterView> views = {{w, g, true}};
    const double norm = static_cast<double>(size) * std::sqrt(20.0);
    CHECK(gradientNorm(views) == Approx(norm));
    clipGradients(views, norm / 2);
    CHECK(gradientNorm(views) == Approx(norm / 2));
  }
}

}  // namespace ffnn
