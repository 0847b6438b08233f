// Fifty training steps against PyTorch's, in float32 from the same start: every optimizer, three smooth
// activations, weight decay and label smoothing. The values and the script that made them are in fixtures/.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "ffnn/loss.h"
#include "ffnn/optimizer.h"
#include "fixtures/pytorch_steps.h"
#include "support/parameters.h"

namespace ffnn {

namespace {

constexpr Index kRows = 20;
constexpr int kSteps = 50;

struct Case {
  const char* name;
  Activation activation;
  Scalar smoothing;
  OptimizerConfig optimizer;
  double learningRate;
  const std::vector<float>* expected;
  double allowed;
};

std::vector<Scalar> train(const Case& tried) {
  Network network({.inputs = 6, .hidden = {5, 4}, .outputs = 3, .activation = tried.activation});
  test::setParameters(network, test::pytorch::kStart);
  const std::vector<ParameterView> parameters = network.parameters();
  Optimizer optimizer(tried.optimizer, parameters);
  const Matrix x = Eigen::Map<const Matrix>(test::pytorch::kInputs.data(), kRows, 6);
  Workspace workspace(network.config(), kRows);
  for (int step = 0; step < kSteps; ++step) {
    const ConstMatrixRef logits = network.forward(x, workspace);
    crossEntropyWithGradient(logits, test::pytorch::kLabels, tried.smoothing, Scalar(1) / kRows,
                             workspace.gradients.back());
    network.backward(x, workspace, GradientRule::exact, kRows, false);
    optimizer.update(parameters, tried.learningRate);
  }
  return test::parametersOf(network);
}

double largestDifference(const std::vector<float>& left, const std::vector<float>& right) {
  REQUIRE(left.size() == right.size());
  double largest = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    largest = std::max(largest, std::abs(static_cast<double>(left[i]) - static_cast<double>(right[i])));
  }
  return largest;
}

}  // namespace

TEST_CASE("fifty steps end where PyTorch's end", "[optimizer][network][pytorch]") {
  const std::vector<Case> cases = {
      {"sgd", Activation::tanh, 0, {}, 0.1, &test::pytorch::kSgd, 1e-5},
      {"momentum",
       Activation::tanh,
       0,
       {.kind = OptimizerKind::momentum},
       0.05,
       &test::pytorch::kMomentum,
       1e-5},
      {"nesterov",
       Activation::sigmoid,
       0,
       {.kind = OptimizerKind::nesterov},
       0.05,
       &test::pytorch::kNesterov,
       1e-5},
      {"momentum, decayed",
       Activation::tanh,
       0.1F,
       {.kind = OptimizerKind::momentum, .weightDecay = 0.01},
       0.05,
       &test::pytorch::kDecayed,
       1e-5},
      {"adam", Activation::tanh, 0, {.kind = OptimizerKind::adam}, 0.01, &test::pytorch::kAdam, 1e-4},
      {"adamW",
       Activation::gelu,
       0.1F,
       {.kind = OptimizerKind::adamW, .weightDecay = 0.1},
       0.01,
       &test::pytorch::kAdamW,
       1e-4},
  };
  for (const Case& tried : cases) {
    CAPTURE(tried.name);
    const std::vector<Scalar> found = train(tried);
    CHECK(largestDifference(found, *tried.expected) <= tried.allowed);
    CHECK(largestDifference(found, test::pytorch::kStart) > 0.05);  // it has moved at all
  }
}

}  // namespace ffnn
