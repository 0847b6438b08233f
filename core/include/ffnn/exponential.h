// exp of our own. The C libraries' expf differ in the last bit between machines with and without fused
// multiply-add; this one is additions, multiplications and a bit shift, so it is equal everywhere, and
// compilers vectorise loops that call it.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace ffnn {

// eˣ, within 2 units in the last place. Below −87.3 it is 0 (no subnormal results), above 88.3 it is +∞; NaN
// stays NaN. Method: x = n·ln 2 + r with |r| ≤ ln 2 / 2 (W. J. Cody, W. Waite, "Software Manual for the
// Elementary Functions", 1980), eʳ by the minimax polynomial of S. Moshier's Cephes library.
inline float exponential(float x) {
  constexpr float kLowest = -87.3F;
  constexpr float kHighest = 88.3F;
  constexpr float kLog2E = 1.44269504F;
  constexpr float kLn2High = 0.693359375F;
  constexpr float kLn2Low = -2.12194440e-4F;
  // Adding 1.5 · 2²³ rounds to the nearest whole number and leaves it in the low bits of the sum.
  constexpr float kRounder = 12582912.0F;

  // Written so that NaN fails both comparisons and passes through.
  const float clampedBelow = x < kLowest ? kLowest : x;
  const float clamped = clampedBelow > kHighest ? kHighest : clampedBelow;
  const float rounded = clamped * kLog2E + kRounder;
  const float n = rounded - kRounder;
  const float r = (clamped - n * kLn2High) - n * kLn2Low;

  float p = 1.9875691500e-4F;
  p = p * r + 1.3981999507e-3F;
  p = p * r + 8.3334519073e-3F;
  p = p * r + 4.1665795894e-2F;
  p = p * r + 1.6666665459e-1F;
  p = p * r + 5.0000001201e-1F;
  p = (p * r) * r + r + 1.0F;

  std::uint32_t bits = 0;
  std::memcpy(&bits, &rounded, sizeof bits);
  bits = (bits + 127U)
         << 23;  // 2ⁿ: the whole number sits in the lowest bits, the exponent field starts at bit 23
  float power = 0.0F;
  std::memcpy(&power, &bits, sizeof power);

  const float result = p * power;
  const float floored = x < kLowest ? 0.0F : result;
  return x > kHighest ? std::numeric_limits<float>::infinity() : floored;
}

// The gradient proofs run in double, where bit equality between platforms is not promised.
inline double exponential(double x) { return std::exp(x); }

}  // namespace ffnn
