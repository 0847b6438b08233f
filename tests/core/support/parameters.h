// A network's parameters and gradients as flat lists: weights input by input, then biases, layer after layer.
#pragma once

#include <catch2/catch.hpp>
#include <vector>

#include "ffnn/network.h"

namespace ffnn::test {

// Calls visit(value, gradient) for each parameter.
template <typename Visit>
void forEachParameter(Network& network, const Visit& visit) {
  for (const ParameterView& parameter : network.parameters()) {
    const auto inputs = static_cast<std::size_t>(parameter.inputs);
    for (std::size_t input = 0; input < inputs; ++input) {
      for (std::size_t i = input; i < parameter.value.size(); i += inputs) {
        visit(parameter.value[i], parameter.gradient[i]);
      }
    }
  }
}

inline void setParameters(Network& network, const std::vector<Scalar>& values) {
  std::size_t next = 0;
  forEachParameter(network, [&](Scalar& value, Scalar) { value = values.at(next++); });
  REQUIRE(next == values.size());
}

inline std::vector<Scalar> parametersOf(const Network& network) {
  std::vector<Scalar> values;
  const auto append = [&values](const auto& tensor) {
    for (Index i = 0; i < tensor.rows(); ++i) {
      for (Index j = 0; j < tensor.cols(); ++j) {
        values.push_back(tensor(i, j));
      }
    }
  };
  for (const DenseLayer& layer : network.layers()) {
    append(layer.weights());
    append(layer.biases());
  }
  return values;
}

inline std::vector<Scalar> gradientsOf(Network& network) {
  std::vector<Scalar> values;
  forEachParameter(network, [&](Scalar, Scalar gradient) { values.push_back(gradient); });
  return values;
}

}  // namespace ffnn::test
