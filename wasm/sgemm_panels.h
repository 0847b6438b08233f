// The operands of a product as its inner kernel reads them: packed into panels, from front to back.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "sgemm_tile.h"

namespace sgemm {

inline constexpr int kMaxDepth = 2048;
inline constexpr int kPackedA = 64 * 1024;   // floats; at depth 784 that is 80 rows of A
inline constexpr int kPackedB = 128 * 1024;  // floats; at depth 784 that is 164 columns of B

// A matrix in memory: element (i, j) is at data[i · rowStride + j · columnStride].
struct Operand {
  const float* data;
  std::ptrdiff_t rowStride;
  std::ptrdiff_t columnStride;

  Operand at(std::ptrdiff_t row, std::ptrdiff_t column) const {
    return {data + row * rowStride + column * columnStride, rowStride, columnStride};
  }

  Operand transposed() const { return {data, columnStride, rowStride}; }
};

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

// Packs the elements `first` … depth − 1 of `present` vectors of a panel; missing vectors are zeros.
template <int width>
void packElements(const Operand& panel, std::ptrdiff_t present, std::ptrdiff_t first, int depth, float* out) {
  for (std::ptrdiff_t k = first; k < depth; ++k) {
    for (std::ptrdiff_t v = 0; v < width; ++v) {
      out[k * width + v] = v < present ? *panel.at(v, k).data : 0.0F;
    }
  }
}

// Packs `count` vectors of `depth` elements into panels of `width` vectors. Within a panel the elements of
// one depth lie side by side. vectors: element k of vector v at (v, k), be they rows of A or columns of B.
template <int width>
void pack(const Operand& vectors, int count, int depth, float* out) {
  const std::ptrdiff_t whole = std::ptrdiff_t{count} / width * width;  // vectors in full panels
  const std::ptrdiff_t panelSize = std::ptrdiff_t{width} * depth;
  if (vectors.rowStride == 1) {
    for (std::ptrdiff_t k = 0; k < depth; ++k) {
      const float* from = vectors.at(0, k).data;
      float* to = out + k * width;
      for (std::ptrdiff_t first = 0; first < whole; first += width, to += panelSize) {
        std::memcpy(to, from + first, width * sizeof(float));
      }
    }
  } else if (vectors.columnStride == 1) {
    const int blocks = depth / kLanes * kLanes;
    float* to = out;
    for (std::ptrdiff_t first = 0; first < whole; first += width, to += panelSize) {
      const Operand panel = vectors.at(first, 0);
      for (std::ptrdiff_t k = 0; k < blocks; k += kLanes) {
        for (std::ptrdiff_t v = 0; v < width; v += kLanes) {
          transpose4(panel.at(v, k).data, panel.rowStride, to + k * width + v, width);
        }
      }
      packElements<width>(panel, width, blocks, depth, to);
    }
  } else {
    for (std::ptrdiff_t first = 0; first < whole; first += width) {
      packElements<width>(vectors.at(first, 0), width, 0, depth, out + first * depth);
    }
  }
  if (whole < count) {
    packElements<width>(vectors.at(whole, 0), count - whole, 0, depth, out + whole * depth);
  }
}

// Packed columns of B. Where images, or gradients after ReLU, are zero in all columns of a panel, nothing
// would be added to any sum: those depths are left out, and the others are listed.
struct PackedB {
  alignas(64) std::array<float, kPackedB> numbers;
  std::array<int, kPackedB / kTileColumns> offsets;  // for each depth kept, where a panel of A has it
  std::array<int, kPackedB / kTileColumns>
      kept;  // depths kept, one a panel; all of them: no offsets are written
};

inline bool isZero(const float* numbers) {
  std::array<std::uint64_t, 2> bits{};
  static_assert(sizeof bits == kTileColumns * sizeof(float));
  std::memcpy(bits.data(), numbers, sizeof bits);
  return (bits[0] | bits[1]) == 0;
}

// Leaves the depths that are zero out of one panel, in place, and returns how many it keeps. When there are
// few such, it keeps all: to follow a list costs a tenth.
inline int leaveOutZeros(float* panel, int depth, int* offsets) {
  int zeros = 0;
  for (std::ptrdiff_t k = 0; k < depth; ++k) {
    zeros += isZero(panel + k * kTileColumns) ? 1 : 0;
  }
  if (zeros < depth / 8) {
    return depth;
  }
  std::ptrdiff_t kept = 0;
  for (std::ptrdiff_t k = 0; k < depth; ++k) {
    const float* numbers = panel + k * kTileColumns;
    const bool zero = isZero(numbers);
    std::memmove(panel + kept * kTileColumns, numbers, kTileColumns * sizeof(float));
    offsets[kept] = static_cast<int>(k * kTileRows);
    kept += zero ? 0 : 1;
  }
  return static_cast<int>(kept);
}

// columns: of B, transposed.
inline void packB(const Operand& columns, int count, int depth, PackedB& packed) {
  pack<kTileColumns>(columns, count, depth, packed.numbers.data());
  for (int panel = 0; panel * kTileColumns < count; ++panel) {
    packed.kept[static_cast<std::size_t>(panel)] =
        leaveOutZeros(packed.numbers.data() + static_cast<std::ptrdiff_t>(panel) * kTileColumns * depth,
                      depth, packed.offsets.data() + static_cast<std::ptrdiff_t>(panel) * depth);
  }
}

}  // namespace sgemm
