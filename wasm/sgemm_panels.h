// The operands of a product in memory, and A as its inner kernels read it: panels of rows, from front to
// back.
#pragma once

#include <cstddef>

#include "sgemm_tile.h"

namespace sgemm {

// A matrix in memory: element (i, j) is at data[i · rowStride + j · columnStride].
template <typename Number>
struct Matrix {
  Number* data;
  std::ptrdiff_t rowStride;
  std::ptrdiff_t columnStride;

  Matrix at(std::ptrdiff_t row, std::ptrdiff_t column) const {
    return {data + row * rowStride + column * columnStride, rowStride, columnStride};
  }

  Matrix transposed() const { return {data, columnStride, rowStride}; }
};

using Operand = Matrix<const float>;

// Four elements of each of four vectors, from lying along the vectors to lying across them: to[k · width + v]
// is element k of vector v.
inline void transpose4(const float* from, std::ptrdiff_t vectorStride, float* to, std::ptrdiff_t width) {
  const Vector v0 = load(from);
  const Vector v1 = load(from + vectorStride);
  const Vector v2 = load(from + 2 * vectorStride);
  const Vector v3 = load(from + 3 * vectorStride);
  const Vector low01 = __builtin_shufflevector(v0, v1, 0, 4, 1, 5);
  const Vector high01 = __builtin_shufflevector(v0, v1, 2, 6, 3, 7);
  const Vector low23 = __builtin_shufflevector(v2, v3, 0, 4, 1, 5);
  const Vector high23 = __builtin_shufflevector(v2, v3, 2, 6, 3, 7);
  store(__builtin_shufflevector(low01, low23, 0, 1, 4, 5), to);
  store(__builtin_shufflevector(low01, low23, 2, 3, 6, 7), to + width);
  store(__builtin_shufflevector(high01, high23, 0, 1, 4, 5), to + 2 * width);
  store(__builtin_shufflevector(high01, high23, 2, 3, 6, 7), to + 3 * width);
}

// As many units as it takes to hold `value`.
constexpr int unitsOf(int value, int unit) { return (value + unit - 1) / unit; }

// `value` rounded up to a multiple of unit.
constexpr int roundUp(int value, int unit) { return unitsOf(value, unit) * unit; }

// Packs `rows` rows of A, 1 … kPanelRows: what belongs to one depth lies side by side, and the next depth's
// kPanelRows further. Rows missing to a multiple of kTileRows become zeros.
inline void packRows(const Operand& a, int rows, int depth, float* out) {
  int packed = 0;  // rows that need nothing more
  if (a.rowStride == 1) {
    packed = rows / kLanes * kLanes;
    for (std::ptrdiff_t k = 0; k < depth; ++k) {
      const float* from = a.at(0, k).data;
      for (int i = 0; i < packed; i += kLanes) {
        store(load(from + i), out + k * kPanelRows + i);
      }
    }
  } else if (a.columnStride == 1) {
    packed = rows / kLanes * kLanes;
    const int whole = depth / kLanes * kLanes;
    for (int i = 0; i < packed; i += kLanes) {
      for (std::ptrdiff_t k = 0; k < whole; k += kLanes) {
        transpose4(a.at(i, k).data, a.rowStride, out + k * kPanelRows + i, kPanelRows);
      }
      for (std::ptrdiff_t k = whole; k < depth; ++k) {
        for (int lane = 0; lane < kLanes; ++lane) {
          out[k * kPanelRows + i + lane] = *a.at(i + lane, k).data;
        }
      }
    }
  }
  const int vectorEnd = roundUp(rows, kLanes);
  for (std::ptrdiff_t k = 0; packed < vectorEnd && k < depth; ++k) {
    for (int i = packed; i < vectorEnd; ++i) {
      out[k * kPanelRows + i] = i < rows ? *a.at(i, k).data : 0.0F;
    }
  }
  if (vectorEnd % kTileRows != 0) {
    for (std::ptrdiff_t k = 0; k < depth; ++k) {
      store(Vector{}, out + k * kPanelRows + vectorEnd);
    }
  }
}

}  // namespace sgemm
