// Activations of the hidden layers: forward and backward side by side.
// Letters: z = what a layer computes before its activation, a = f(z), da = ∂loss/∂a, dz = ∂loss/∂z.
#pragma once

#include <string_view>

#include "ffnn/types.h"

namespace ffnn {

enum class Activation {
  relu,       // f(z) = max(z, 0)
  leakyRelu,  // f(z) = z above 0, z / 100 below (A. Maas et al., "Rectifier nonlinearities", 2013)
  sigmoid,    // f(z) = 1 / (1 + e⁻ᶻ)
  tanh,       // f(z) = tanh z
  gelu,       // f(z) = z/2 (1 + tanh(√(2/π) (z + 0.044715 z³))) (D. Hendrycks, K. Gimpel, "GELUs", 2016)
};

std::string_view name(Activation activation);

// The inverse of name(). Throws Error{invalidSetting} for any other text.
Activation activationFromName(std::string_view text);

// a = f(z), in place. z: batch × width. NaN stays NaN.
void activate(Activation activation, MatrixRef z);

// Whether f' is taken from z. All others take it from a, so that z need not be kept.
inline bool slopeNeedsInput(Activation activation) { return activation == Activation::gelu; }

// dz = da ∘ f'(z), in place. from: z if slopeNeedsInput(), else a = f(z), as activate() left it; batch ×
// width. da: same shape, becomes dz. f' by a: ReLU 1 where a > 0, else 0 (also at z = 0); leaky ReLU 1 and
// 1/100; Sigmoid a (1 − a); tanh 1 − a².
void activateBackward(Activation activation, const ConstMatrixRef& from, MatrixRef da);

// Whether a unit that gives a counts as flat: ReLU, leaky ReLU and GELU at or below 0, Sigmoid and tanh
// within a twentieth of their range from either end. ReLU then passes no gradient on, leaky ReLU a hundredth,
// Sigmoid and tanh at most a fifth of what they do in the middle; for GELU, whose slope a does not tell, it
// only means that the unit is not on.
bool isFlat(Activation activation, Scalar a);

}  // namespace ffnn
