// All values of an enumeration, for tests that hold for every one.
#pragma once

#include <array>

#include "ffnn/optimizer.h"

namespace ffnn::test {

inline constexpr std::array kAllActivations{Activation::relu, Activation::leakyRelu, Activation::sigmoid,
                                            Activation::tanh, Activation::gelu};

inline constexpr std::array kAllOptimizers{OptimizerKind::sgd, OptimizerKind::momentum,
                                           OptimizerKind::nesterov, OptimizerKind::adam,
                                           OptimizerKind::adamW};

}  // namespace ffnn::test
