// Which operand of a product is to be the one whose zeros are passed over.
#pragma once

#include <algorithm>
#include <cstddef>

#include "sgemm_panels.h"

namespace sgemm {

// How many of kSampled elements, spread evenly over a matrix, are 0.
inline constexpr int kSampled = 128;
inline int sampledZeros(const Operand& matrix, std::ptrdiff_t rows, std::ptrdiff_t columns) {
  constexpr int kStep = 79;  // from 128 by the golden ratio: no row or column is met much more than another
  int zeros = 0;
  for (int sample = 0; sample < kSampled; ++sample) {
    const std::ptrdiff_t row = sample * rows / kSampled;
    const std::ptrdiff_t column = sample * kStep % kSampled * columns / kSampled;
    zeros += *matrix.at(row, column).data == 0.0F ? 1 : 0;
  }
  return zeros;
}

// Whether A · B is computed faster as the transpose of Bᵀ · Aᵀ, whose lists are of the rows of A: in the
// gradients of weights, where ReLU leaves about as many zeros as a garment has around it, and standardized
// pixels have none. With about as many on both sides, that with fewer lists to make is taken. A wrong guess
// costs time, and no bit.
inline bool paysToTurn(const Operand& a, const Operand& b, int rows, int columns, int depth) {
  constexpr int kLongList = 16;
  constexpr int kClearly = kSampled / 8;
  if (rows < kTileColumns || columns < kPanelRows || depth < kLongList) {
    return false;
  }
  const int zeros = sampledZeros(a, rows, depth);
  const int least = sampledZeros(b, depth, columns) + (rows <= columns ? -kClearly : kClearly);
  return zeros > std::max(kClearly, least);
}

}  // namespace sgemm
