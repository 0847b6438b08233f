// tanh of our own, for the same reason as exp (exponential.h): equal on every platform, bit for bit.
#pragma once

#include <cmath>

#include "ffnn/exponential.h"

namespace ffnn {

// tanh x, within 2 units in the last place; ±1 for large |x|, NaN stays NaN. Near 0, where 1 − 2 / (e²ˣ + 1)
// would lose its digits, by the polynomial of S. Moshier's Cephes library.
inline float hyperbolicTangent(float x) {
  constexpr float kNearZero = 0.625F;
  const float square = x * x;
  float p = -5.70498872745e-3F;
  p = p * square + 2.06390887954e-2F;
  p = p * square - 5.37397155531e-2F;
  p = p * square + 1.33314422036e-1F;
  p = p * square - 3.33332819422e-1F;
  const float size = std::fabs(x);
  const float near = (p * square) * size + size;
  const float far = 1.0F - 2.0F / (exponential(2.0F * size) + 1.0F);
  return std::copysign(size < kNearZero ? near : far, x);
}

inline double hyperbolicTangent(double x) { return std::tanh(x); }

}  // namespace ffnn
