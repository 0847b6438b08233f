#include "ffnn/gradient_check.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "ffnn/loss.h"
#include "ffnn/rng.h"

namespace ffnn {
namespace {

constexpr Index kInputs = 6;
constexpr Index kWidth = 5;
constexpr Index kOutputs = 4;
constexpr Index kRows = 8;
constexpr auto kStep = Scalar(1e-3);

NetworkConfig smallNetwork(Activation activation, Index hiddenLayers) {
  NetworkConfig config;
  config.inputs = kInputs;
  config.hidden.assign(static_cast<std::size_t>(hiddenLayers), kWidth);
  config.outputs = kOutputs;
  config.activation = activation;
  return config;
}

// ‖a − b‖ / (‖a‖ + ‖b‖), or 0 where both are 0.
double difference(std::span<const Scalar> a, std::span<const double> b) {
  double apart = 0;
  double sizeA = 0;
  double sizeB = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double value = a[i];
    apart += (value - b[i]) * (value - b[i]);
    sizeA += value * value;
    sizeB += b[i] * b[i];
  }
  const double sizes = std::sqrt(sizeA) + std::sqrt(sizeB);
  return sizes > 0 ? std::sqrt(apart) / sizes : 0;
}

}  // namespace

GradientCheck checkGradient(Activation activation, GradientRule rule, Index hiddenLayers) {
  Rng rng(1);
  Network network(smallNetwork(activation, hiddenLayers));
  network.initialize(rng);
  Matrix x(kRows, kInputs);
  std::array<Label, kRows> labels{};
  for (Index i = 0; i < kRows; ++i) {
    for (Index j = 0; j < kInputs; ++j) {
      x(i, j) = static_cast<Scalar>(rng.normal());
    }
    labels[static_cast<std::size_t>(i)] = static_cast<Label>(rng.below(kOutputs));
  }
  Workspace workspace(network.config(), kRows);
  crossEntropyWithGradient(network.forward(x, workspace), labels, 0, Scalar(1) / Scalar(kRows),
                           workspace.gradients.back());
  network.backward(x, workspace, rule, kRows, false);

  GradientCheck result;
  for (const ParameterView& parameter : network.parameters()) {
    std::vector<double> differences;
    for (Scalar& value : parameter.value) {
      const Scalar kept = value;
      const auto lossAt = [&](Scalar moved) {
        value = moved;
        return crossEntropy(network.forward(x, workspace), labels) / kRows;
      };
      const Scalar above = kept + kStep;
      const Scalar below = kept - kStep;
      const double change = lossAt(above) - lossAt(below);
      differences.push_back(change / (static_cast<double>(above) - static_cast<double>(below)));
      value = kept;
    }
    result.largestError = std::max(result.largestError, difference(parameter.gradient, differences));
    result.parameters += static_cast<Index>(parameter.value.size());
  }
  return result;
}

}  // namespace ffnn
