// The inner kernel: a tile of 8 × 4 elements of C, held in registers over the whole depth.
#pragma once

#include <cstddef>
#include <cstring>

namespace sgemm {

using Vector = float __attribute__((vector_size(16)));  // four lanes: one wasm simd128 or SSE register

inline constexpr int kLanes = 4;
inline constexpr int kTileRows = 8;     // rows of C in a tile: two vectors
inline constexpr int kTileColumns = 4;  // columns of C in a tile

inline Vector load(const float* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

inline void store(const Vector& vector, float* to) { std::memcpy(to, &vector, sizeof vector); }

// tile (column-major) = A panel · B panel over depth. next: called once a depth, gives where the panel of A
// has what belongs to the next depth of the panel of B.
template <typename Next>
inline void multiplyPanels(Next next, const float* b, int depth, float* tile) {
  Vector upper[kTileColumns] = {};
  Vector lower[kTileColumns] = {};
  for (int k = 0; k < depth; ++k, b += kTileColumns) {
    const float* a = next();
    const Vector a0 = load(a);
    const Vector a1 = load(a + kLanes);
    for (int j = 0; j < kTileColumns; ++j) {
      const Vector bj = {b[j], b[j], b[j], b[j]};
      upper[j] += a0 * bj;
      lower[j] += a1 * bj;
    }
  }
  for (int j = 0; j < kTileColumns; ++j) {
    store(upper[j], tile + static_cast<std::ptrdiff_t>(j) * kTileRows);
    store(lower[j], tile + static_cast<std::ptrdiff_t>(j) * kTileRows + kLanes);
  }
}

// The two below are not inlined: alone in a function, browsers' compilers keep the whole tile in registers.

// Every depth.
[[gnu::noinline]] inline void multiplyAll(const float* a, const float* b, int depth, float* tile) {
  const auto next = [a]() mutable {
    const float* here = a;
    a += kTileRows;
    return here;
  };
  multiplyPanels(next, b, depth, tile);
}

// Only the depths listed; offsets: as in PackedB.
[[gnu::noinline]] inline void multiplyKept(const float* a, const int* offsets, const float* b, int kept,
                                           float* tile) {
  const auto next = [a, offsets]() mutable { return a + *offsets++; };
  multiplyPanels(next, b, kept, tile);
}

}  // namespace sgemm
