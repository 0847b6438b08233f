// Softmax and cross-entropy by hand and at extreme logits. The gradient's proof is in loss_gradient_test.cpp.
#include "ffnn/loss.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <vector>

#include "support/random_matrix.h"

namespace ffnn {

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

Matrix rowOf(std::initializer_list<float> values) {
  Matrix row(1, static_cast<Index>(values.size()));
  std::copy(values.begin(), values.end(), row.data());
  return row;
}

double lossOf(const Matrix& logits, std::vector<Label> labels) { return crossEntropy(logits, labels); }

}  // namespace

TEST_CASE("the loss of two rows is as computed by hand", "[loss]") {
  // Row 1: e^{log 1}, e^{log 2}, e^{log 5} = 1, 2, 5 of 8; class 2 has p = 5/8.
  // Row 2: equal logits, p = 1/3 each.
  Matrix logits(2, 3);
  logits << 0, std::log(2.0F), std::log(5.0F), 7, 7, 7;
  CHECK(lossOf(logits, {2, 0}) == Approx(std::log(8.0 / 5.0) + std::log(3.0)));
  CHECK(lossOf(logits, {0, 1}) == Approx(std::log(8.0) + std::log(3.0)));
}

TEST_CASE("the loss gradient is p minus one-hot, times scale", "[loss]") {
  Matrix logits(2, 3);
  logits << 0, std::log(2.0F), std::log(5.0F), 7, 7, 7;
  Matrix gradient(2, 3);
  const std::vector<Label> labels = {2, 0};
  const double loss = crossEntropyWithGradient(logits, labels, 0, 0.5F, gradient);
  CHECK(loss == lossOf(logits, labels));
  const double expected[2][3] = {{1.0 / 8, 2.0 / 8, 5.0 / 8 - 1}, {1.0 / 3 - 1, 1.0 / 3, 1.0 / 3}};
  for (Index i = 0; i < 2; ++i) {
    for (Index j = 0; j < 3; ++j) {
      CHECK(static_cast<double>(gradient(i, j)) == Approx(0.5 * expected[i][j]).epsilon(1e-6));
    }
  }
}

TEST_CASE("logits become probabilities in proportion to their exponentials", "[loss]") {
  Matrix p = rowOf({0, std::log(2.0F), std::log(5.0F)});
  softmax(p);
  CHECK(p(0, 0) == Approx(1.0 / 8));
  CHECK(p(0, 1) == Approx(2.0 / 8));
  CHECK(p(0, 2) == Approx(5.0 / 8));
}

TEST_CASE("at extreme logits probabilities sum to 1 and the loss is finite", "[loss]") {
  const float size = GENERATE(88.8F, 1e4F, 1e30F);
  const Matrix logits = rowOf({size, -size, size, 0, -size, 1, 2, 3, -4, size});
  Matrix p = logits;
  softmax(p);
  CHECK(static_cast<double>(p.sum()) == Approx(1).margin(1e-6));
  for (Label label = 0; label < kClasses; ++label) {
    CHECK(std::isfinite(lossOf(logits, {label})));
    Matrix gradient(1, kClasses);
    CHECK(std::isfinite(crossEntropyWithGradient(logits, std::vector<Label>{label}, 0, 1.0F, gradient)));
    CHECK(gradient.allFinite());
  }
  CHECK(lossOf(logits, {1}) == Approx(2.0 * static_cast<double>(size) + std::log(3.0)));
}

TEST_CASE("equal logits give equal probabilities, however large", "[loss]") {
  const float level = GENERATE(-1e30F, -1e4F, -88.8F, 0.0F, 88.8F, 1e4F, 1e30F);
  Matrix p = Matrix::Constant(1, kClasses, level);
  CHECK(lossOf(p, {3}) == Approx(std::log(10.0)));
  softmax(p);
  CHECK(static_cast<double>(p.sum()) == Approx(1).margin(1e-6));
  CHECK(p.minCoeff() == p.maxCoeff());
}

TEST_CASE("a loss far above 103 is told as it is, not as the log of a vanished probability", "[loss]") {
  CHECK(lossOf(rowOf({0, 500}), {0}) == Approx(500));
}

TEST_CASE("one logit that is NaN or infinite makes the loss not finite, wherever it stands", "[loss]") {
  const float bad = GENERATE(as<float>{}, kNan, kInfinity, -kInfinity);
  const Index place = GENERATE(0, 4, 9);
  const Label label = GENERATE(Label{0}, Label{4}, Label{9});
  CAPTURE(bad, place, int{label});
  Matrix logits = rowOf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  logits(0, place) = bad;
  CHECK_FALSE(std::isfinite(lossOf(logits, {label})));
  Matrix gradient(1, kClasses);
  CHECK_FALSE(std::isfinite(crossEntropyWithGradient(logits, std::vector<Label>{label}, 0, 1.0F, gradient)));
}

TEST_CASE("a bad row is not hidden by the good rows after it", "[loss]") {
  Matrix logits = Matrix::Zero(3, kClasses);
  logits(0, 5) = kNan;
  CHECK(std::isnan(lossOf(logits, {0, 0, 0})));
}

TEST_CASE("each row's gradient sums to 0", "[loss]") {
  Rng rng(1);
  const Matrix logits = test::randomMatrix(20, kClasses, rng) * 5;
  std::vector<Label> labels(20);
  for (Label& label : labels) {
    label = static_cast<Label>(rng.below(10));
  }
  Matrix gradient(20, kClasses);
  crossEntropyWithGradient(logits, labels, 0, 1.0F, gradient);
  for (Index i = 0; i < 20; ++i) {
    CHECK(static_cast<double>(gradient.row(i).sum()) == Approx(0).margin(1e-6));
    CHECK(gradient.row(i).cwiseAbs().maxCoeff() > 0);
  }
}

TEST_CASE("the loss with and without gradient is the same to the bit", "[loss]") {
  Rng rng(2);
  const Matrix logits = test::randomMatrix(50, kClasses, rng) * 10;
  const std::vector<Label> labels(50, 7);
  Matrix gradient(50, kClasses);
  CHECK(crossEntropyWithGradient(logits, labels, 0, 0.02F, gradient) == crossEntropy(logits, labels));
}

TEST_CASE("smoothed labels cost the mean over all classes for their share", "[loss]") {
  Matrix logits(1, 3);
  logits << 2, 0, -1;
  Matrix gradient(1, 3);
  const std::vector<Label> labels = {0};
  const auto lossOf = [&](Label label) { return crossEntropy(logits, std::vector<Label>{label}); };
  const double mean = (lossOf(0) + lossOf(1) + lossOf(2)) / 3;
  CHECK(crossEntropyWithGradient(logits, labels, 0.3F, 1, gradient) == Approx(0.7 * lossOf(0) + 0.3 * mean));
  CHECK(gradient.sum() == Approx(0).margin(1e-6));
}

}  // namespace ffnn
