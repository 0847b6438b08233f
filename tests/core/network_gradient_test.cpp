// The whole network's gradient in double, against central differences of the loss: every activation, with 0
// to 3 hidden layers.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "ffnn/dropout.h"
#include "ffnn/loss.h"
#include "ffnn/network.h"
#include "support/choices.h"
#include "support/parameters.h"
#include "support/random_matrix.h"

namespace ffnn {

using test::gradientsOf;

namespace {

constexpr Index kInputs = 6;
constexpr Index kOutputs = 4;
constexpr Index kRows = 7;

bool hasKink(Activation activation) {
  return activation == Activation::relu || activation == Activation::leakyRelu;
}

// A network at random parameters and a batch for it, the mean loss and its gradient.
class Problem {
 public:
  // dropout: the share left out, the same units in every pass. smoothing: of the labels.
  Problem(Activation activation, Index hiddenLayers, double dropout = 0, double smoothing = 0)
      : network_(configOf(activation, hiddenLayers)),
        workspace_(network_.config(), kRows, dropout > 0),
        dropout_(dropout),
        smoothing_(smoothing) {
    Rng rng(21);
    network_.initialize(rng);
    test::forEachParameter(network_, [&](Scalar& value, Scalar) {
      value += 0.1 * rng.normal();  // no bias stays 0
    });
    x_ = test::randomMatrix(kRows, kInputs, rng);
    for (Index i = 0; i < kRows; ++i) {
      labels_.push_back(static_cast<Label>(rng.below(kOutputs)));
    }
  }

  double loss() {
    Matrix unused(kRows, kOutputs);
    return crossEntropyWithGradient(forward(x_), labels_, smoothing_, 1, unused) / kRows;
  }

  // The gradient, the batch cut into blocks of so many rows at most.
  std::vector<double> gradient(Index rowsPerBlock, GradientRule rule = GradientRule::exact) {
    for (Index first = 0; first < kRows; first += rowsPerBlock) {
      const Index rows = std::min(rowsPerBlock, kRows - first);
      const auto x = x_.middleRows(first, rows);
      const std::span<const Label> labels(labels_.data() + first, static_cast<std::size_t>(rows));
      const ConstMatrixRef logits = forward(x);
      crossEntropyWithGradient(logits, labels, smoothing_, 1.0 / kRows,
                               workspace_.gradients.back().topRows(rows));
      network_.backwardRows({0, rows}, workspace_, rule, kRows, masks());
      network_.addGradients(x, workspace_, first > 0);
    }
    return gradientsOf(network_);
  }

  // By the five-point formula, whose own error is far below what is asked. REQUIREs that no step switches a
  // unit on or off: the derivative of ReLU is not defined there.
  std::vector<double> numericGradient() {
    constexpr double kStep = 1e-3;
    std::vector<double> result;
    loss();
    const std::vector<bool> pattern = activePattern();
    test::forEachParameter(network_, [&](double& value, double) {
      const double kept = value;
      const auto lossAt = [&](double steps) {
        value = kept + steps * kStep;
        const double found = loss();
        REQUIRE(activePattern() == pattern);
        return found;
      };
      const double near = lossAt(1) - lossAt(-1);
      const double far = lossAt(2) - lossAt(-2);
      result.push_back((8 * near - far) / (12 * kStep));
      value = kept;
    });
    return result;
  }

  // Where each tensor's numbers end in the flat lists above.
  std::vector<std::size_t> tensorEnds() {
    std::vector<std::size_t> ends;
    std::size_t end = 0;
    for (const ParameterView& parameter : network_.parameters()) {
      ends.push_back(end += parameter.value.size());
    }
    return ends;
  }

 private:
  ConstMatrixRef forward(const ConstMatrixRef& x) {
    Dropout dropout(dropout_, Rng(5));
    for (Matrix& mask : workspace_.masks) {
      dropout.draw(mask.topRows(x.rows()));
    }
    return network_.forwardRows(x, {0, x.rows()}, workspace_, masks());
  }

  Masks masks() const { return workspace_.masks.empty() ? Masks::ignored : Masks::applied; }

  static NetworkConfig configOf(Activation activation, Index hiddenLayers) {
    const std::vector<Index> widths = {5, 7, 4};
    return {.inputs = kInputs,
            .hidden = {widths.begin(), widths.begin() + hiddenLayers},
            .outputs = kOutputs,
            .activation = activation};
  }

  // Which units are on, where being on or off is a kink.
  std::vector<bool> activePattern() const {
    std::vector<bool> pattern;
    if (!hasKink(network_.config().activation)) {
      return pattern;
    }
    for (std::size_t l = 0; l + 1 < workspace_.outputs.size(); ++l) {
      const Matrix& a = workspace_.outputs[l];
      for (Index i = 0; i < a.size(); ++i) {
        pattern.push_back(a.data()[i] > 0);
      }
    }
    return pattern;
  }

  Network network_;
  Workspace workspace_;
  double dropout_;
  double smoothing_;
  Matrix x_;
  std::vector<Label> labels_;
};

// The largest difference within one tensor, relative to the tensor's largest number; the worst of all
// tensors.
double worstError(const std::vector<double>& found, const std::vector<double>& expected,
                  const std::vector<std::size_t>& tensorEnds) {
  REQUIRE(found.size() == expected.size());
  double worst = 0;
  std::size_t i = 0;
  for (const std::size_t end : tensorEnds) {
    double difference = 0;
    double size = 0;
    for (; i < end; ++i) {
      difference = std::max(difference, std::abs(found[i] - expected[i]));
      size = std::max(size, std::abs(expected[i]));
    }
    REQUIRE(size > 1e-4);  // a gradient of zeros would prove nothing
    worst = std::max(worst, difference / size);
  }
  return worst;
}

}  // namespace

TEST_CASE("network gradient equals central differences", "[network][gradient]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const Index hiddenLayers = GENERATE(0, 1, 2, 3);
  CAPTURE(name(activation), hiddenLayers);
  Problem problem(activation, hiddenLayers);
  const std::vector<double> numeric = problem.numericGradient();
  const std::vector<std::size_t> ends = problem.tensorEnds();
  const double allowed = hasKink(activation) ? 1e-5 : 1e-6;
  CHECK(worstError(problem.gradient(kRows), numeric, ends) <= allowed);

  SECTION("and one flipped sign anywhere would be noticed") {
    const std::vector<double> right = problem.gradient(kRows);
    std::size_t first = 0;
    for (const std::size_t end : ends) {
      std::vector<double> flipped = right;
      const auto largest = std::max_element(flipped.begin() + static_cast<std::ptrdiff_t>(first),
                                            flipped.begin() + static_cast<std::ptrdiff_t>(end),
                                            [](double a, double b) { return std::abs(a) < std::abs(b); });
      *largest = -*largest;
      CHECK(worstError(flipped, numeric, ends) > 1000 * allowed);
      first = end;
    }
  }
}

TEST_CASE("with dropout and smoothed labels the gradient still equals central differences",
          "[network][gradient]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const Index hiddenLayers = GENERATE(1, 2, 3);
  CAPTURE(name(activation), hiddenLayers);
  Problem problem(activation, hiddenLayers, 0.3, 0.1);
  const double allowed = hasKink(activation) ? 1e-5 : 1e-6;
  CHECK(worstError(problem.gradient(kRows), problem.numericGradient(), problem.tensorEnds()) <= allowed);
}

TEST_CASE("the report's rule is not the gradient once there is a hidden layer", "[network][gradient]") {
  Problem problem(Activation::sigmoid, 2);
  const std::vector<double> report = problem.gradient(kRows, GradientRule::report);
  CHECK(worstError(report, problem.numericGradient(), problem.tensorEnds()) > 0.5);
}

TEST_CASE("a batch cut into blocks has the same gradient", "[network][gradient]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const Index hiddenLayers = GENERATE(0, 1, 3);
  const Index rowsPerBlock = GENERATE(1, 2, 3, 6);
  Problem problem(activation, hiddenLayers);
  const std::vector<double> whole = problem.gradient(kRows);
  CHECK(worstError(problem.gradient(rowsPerBlock), whole, problem.tensorEnds()) < 1e-13);
}

TEST_CASE("a gradient overwrites the one before it unless told to add", "[network][gradient]") {
  Problem problem(Activation::sigmoid, 2);
  const std::vector<double> once = problem.gradient(kRows);
  CHECK(problem.gradient(kRows) == once);
}

}  // namespace ffnn
