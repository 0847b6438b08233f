// The inner kernels: a part of C, held in registers while a slice of the depth passes by.
#pragma once

#include <cstddef>
#include <cstring>

namespace sgemm {

using Vector = float __attribute__((vector_size(16)));  // four lanes: one wasm simd128 or SSE register

inline constexpr int kLanes = 4;
inline constexpr int kTileRows = 8;     // of C in a tile: two vectors
inline constexpr int kTileColumns = 4;  // of C in a tile
inline constexpr int kPanelRows = 48;   // of A in a panel, at most: sums of one column in 12 registers

inline Vector load(const float* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

inline void store(const Vector& vector, float* to) { std::memcpy(to, &vector, sizeof vector); }

// One column of a slice of B: what is not 0 in it, and for each value the offset, in bytes, at which a packed
// panel of A has what it is multiplied with. A 0 follows an odd number of them, as kernels take two at a
// time. complete: all numbers of four columns side by side instead, those of one depth together; the four are
// equal.
struct Column {
  const float* values;
  const int* offsets;
  int count;  // of what is listed, even; of a complete column, the depth of the slice
  bool complete;
};

// What the kernels do alike for a whole slice.
struct Slice {
  bool first;         // the sums begin at 0; otherwise at what earlier slices have left
  bool last;          // the sums are added to C; otherwise they are left for the next slice
  float alpha;        // C += alpha · sums
  std::ptrdiff_t ld;  // leading dimension of C
};

// Both kernels: a is a packed panel, from the first row that they multiply on. The sums of one column lie
// side by side, those of the next kPanelRows further. c: where the sums of the last slice are added to C;
// null: they go to `sums`.

// kTileRows rows × kTileColumns complete columns.
inline void multiplyTile(const float* a, const Column* columns, const Slice& slice, float* sums, float* c) {
  Vector upper[kTileColumns] = {};
  Vector lower[kTileColumns] = {};
  if (!slice.first) {
    for (std::ptrdiff_t j = 0; j < kTileColumns; ++j) {
      upper[j] = load(sums + j * kPanelRows);
      lower[j] = load(sums + j * kPanelRows + kLanes);
    }
  }
  const float* b = columns->values;
  for (int k = 0; k < columns->count; ++k, a += kPanelRows, b += kTileColumns) {
    const Vector a0 = load(a);
    const Vector a1 = load(a + kLanes);
    for (std::ptrdiff_t j = 0; j < kTileColumns; ++j) {
      const Vector bj = {b[j], b[j], b[j], b[j]};
      upper[j] += a0 * bj;
      lower[j] += a1 * bj;
    }
  }
  for (std::ptrdiff_t j = 0; j < kTileColumns; ++j) {
    if (c == nullptr) {
      store(upper[j], sums + j * kPanelRows);
      store(lower[j], sums + j * kPanelRows + kLanes);
    } else {
      float* to = c + j * slice.ld;
      store(load(to) + slice.alpha * upper[j], to);
      store(load(to + kLanes) + slice.alpha * lower[j], to + kLanes);
    }
  }
}

// vectors · kLanes rows × one column.
template <int vectors>
void multiplyColumn(const float* a, const Column* column, const Slice& slice, float* sums, float* c) {
  Vector s[vectors] = {};
  if (!slice.first) {
    for (std::ptrdiff_t v = 0; v < vectors; ++v) {
      s[v] = load(sums + v * kLanes);
    }
  }
  const auto rowsAt = [a](int offset) {
    return reinterpret_cast<const float*>(reinterpret_cast<const char*>(a) + offset);
  };
  const float* value = column->values;
  const int* offset = column->offsets;
  for (const int* end = offset + column->count; offset != end; offset += 2, value += 2) {
    const float* rows0 = rowsAt(offset[0]);
    const float* rows1 = rowsAt(offset[1]);
    const Vector b0 = {value[0], value[0], value[0], value[0]};
    const Vector b1 = {value[1], value[1], value[1], value[1]};
    for (std::ptrdiff_t v = 0; v < vectors; ++v) {
      s[v] += load(rows0 + v * kLanes) * b0;
      s[v] += load(rows1 + v * kLanes) * b1;
    }
  }
  for (std::ptrdiff_t v = 0; v < vectors; ++v) {
    if (c == nullptr) {
      store(s[v], sums + v * kLanes);
    } else {
      store(load(c + v * kLanes) + slice.alpha * s[v], c + v * kLanes);
    }
  }
}

}  // namespace sgemm
