// Optimizers: turn gradients into a change of the parameters. They see flat tensors and know no layer type.
#pragma once

#include <span>

#include "ffnn/network.h"

namespace ffnn {

// Stochastic gradient descent: value −= learningRate · gradient.
class Sgd {
 public:
  // learningRate: above 0, finite.
  explicit Sgd(Scalar learningRate) : learningRate_(learningRate) {}

  void update(std::span<const ParameterView> parameters) const;

 private:
  Scalar learningRate_;
};

}  // namespace ffnn
