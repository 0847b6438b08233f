// log of our own, for the reason given in exponential.h: equal on every platform, bit for bit.
#pragma once

#include <cstdint>
#include <cstring>

namespace ffnn {

// The natural logarithm of a positive normal number, within 2 units in the last place. Method: x = m · 2ⁿ
// with m between √½ and √2; log m by the minimax polynomial of S. Moshier's Cephes library.
inline float naturalLog(float x) {
  constexpr float kLn2High = 0.693359375F;
  constexpr float kLn2Low = -2.12194440e-4F;
  constexpr float kRootHalf = 0.707106781F;
  std::uint32_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  float n = static_cast<float>(static_cast<int>(bits >> 23) - 126);
  bits = (bits & 0x7FFFFFU) | 0x3F000000U;  // the mantissa, as a number between ½ and 1
  float m = 0.0F;
  std::memcpy(&m, &bits, sizeof m);
  if (m < kRootHalf) {
    n -= 1.0F;
    m += m;
  }
  m -= 1.0F;
  const float square = m * m;
  float p = 7.0376836292e-2F;
  p = p * m - 1.1514610310e-1F;
  p = p * m + 1.1676998740e-1F;
  p = p * m - 1.2420140846e-1F;
  p = p * m + 1.4249322787e-1F;
  p = p * m - 1.6668057665e-1F;
  p = p * m + 2.0000714765e-1F;
  p = p * m - 2.4999993993e-1F;
  p = p * m + 3.3333331174e-1F;
  p = (p * m) * square + n * kLn2Low - 0.5F * square;
  return m + p + n * kLn2High;
}

}  // namespace ffnn
