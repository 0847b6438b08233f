// Two small tensors with gradients; the second one without weight decay: a layer's weights and biases.
#pragma once

#include <vector>

#include "ffnn/network.h"

namespace ffnn::test {

using Numbers = std::vector<Scalar>;

struct Tensors {
  Numbers first = {1, 2, 3};
  Numbers second = {-4};
  Numbers firstGradient = {10, 0, -2};
  Numbers secondGradient = {8};
  std::vector<ParameterView> views() {
    return {{first, firstGradient, true}, {second, secondGradient, false}};
  }
};

}  // namespace ffnn::test
