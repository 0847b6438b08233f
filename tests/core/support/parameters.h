// A network's parameters and gradients as flat lists: weights row by row, then biases, layer after layer.
#pragma once

#include <catch2/catch.hpp>
#include <vector>

#include "ffnn/network.h"

namespace ffnn::test {

inline void setParameters(Network& network, const std::vector<Scalar>& values) {
  std::size_t next = 0;
  for (const ParameterView& parameter : network.parameters()) {
    for (Scalar& value : parameter.value) {
      value = values.at(next++);
    }
  }
  REQUIRE(next == values.size());
}

inline std::vector<Scalar> parametersOf(const Network& network) {
  std::vector<Scalar> values;
  for (const DenseLayer& layer : network.layers()) {
    values.insert(values.end(), layer.weights().data(), layer.weights().data() + layer.weights().size());
    values.insert(values.end(), layer.biases().data(), layer.biases().data() + layer.biases().size());
  }
  return values;
}

// All gradients, in the order of the parameters.
inline std::vector<Scalar> gradientsOf(Network& network) {
  std::vector<Scalar> values;
  for (const ParameterView& parameter : network.parameters()) {
    values.insert(values.end(), parameter.gradient.begin(), parameter.gradient.end());
  }
  return values;
}

}  // namespace ffnn::test
