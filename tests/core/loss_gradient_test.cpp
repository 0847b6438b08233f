// The loss gradient in double, against central differences of the loss itself.
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "ffnn/loss.h"
#include "support/random_matrix.h"

namespace ffnn {

TEST_CASE("loss gradient equals central differences", "[loss][gradient]") {
  Rng rng(1);
  const double size = GENERATE(0.1, 1.0, 10.0);
  Matrix logits = test::randomMatrix(6, kClasses, rng) * size;
  const std::vector<Label> labels = {0, 9, 3, 3, 7, 1};
  constexpr double kScale = 1.0 / 6;
  Matrix gradient(6, kClasses);
  crossEntropyWithGradient(logits, labels, 0, kScale, gradient);
  REQUIRE(gradient.cwiseAbs().minCoeff() > 0);
  const double allowed = 1e-6 * gradient.cwiseAbs().maxCoeff();
  constexpr double kStep = 1e-5;
  for (Index i = 0; i < logits.size(); ++i) {
    double& logit = logits.data()[i];
    const double kept = logit;
    logit = kept + kStep;
    const double above = crossEntropy(logits, labels);
    logit = kept - kStep;
    const double below = crossEntropy(logits, labels);
    logit = kept;
    const double numeric = kScale * (above - below) / (2 * kStep);
    CAPTURE(i);
    CHECK(std::abs(gradient.data()[i] - numeric) <= allowed);
  }
}

}  // namespace ffnn
