// All activations, for tests that hold for every one.
#pragma once

#include <array>

#include "ffnn/activation.h"

namespace ffnn::test {

inline constexpr std::array kAllActivations{Activation::relu, Activation::leakyRelu, Activation::sigmoid,
                                            Activation::tanh, Activation::gelu};

}  // namespace ffnn::test
