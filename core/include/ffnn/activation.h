// Activations of the hidden layers: forward and backward side by side.
// Letters: z = what a layer computes before its activation, a = f(z), da = ∂loss/∂a, dz = ∂loss/∂z.
#pragma once

#include <string_view>

#include "ffnn/types.h"

namespace ffnn {

enum class Activation {
  relu,     // f(z) = max(z, 0)
  sigmoid,  // f(z) = 1 / (1 + e⁻ᶻ)
};

std::string_view name(Activation activation);

// The inverse of name(). Throws Error{invalidSetting} for any other text.
Activation activationFromName(std::string_view text);

// a = f(z), in place. z: batch × width. NaN stays NaN.
void activate(Activation activation, MatrixRef z);

// dz = da ∘ f'(z), in place. a: what activate() left, batch × width; da: same shape, becomes dz.
// f' is taken from a: ReLU's is 1 where a > 0, else 0 (also at z = 0); Sigmoid's is a (1 − a).
void activateBackward(Activation activation, const ConstMatrixRef& a, MatrixRef da);

}  // namespace ffnn
