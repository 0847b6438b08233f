// B as the inner kernels read it: columns, where most have zeros lists of what is not 0.
//
// Half of the pixels of Fashion-MNIST are 0, and so is half of what ReLU lets through and of the gradients
// that go back through it: with finite numbers a product with 0 changes no sum.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

#include "sgemm_panels.h"

namespace sgemm {

// To follow a list costs up to a quarter more a number than to take all in order: it pays when a fifth is 0.
inline bool paysToList(int listed, int all) { return listed < all / 5 * 4; }

// Bytes between what belongs to one number of a column, and to the next, in a packed panel of A.
inline constexpr int kOffsetStep = kPanelRows * static_cast<int>(sizeof(float));

// The numbers that a list may have in a slice.
constexpr int listRoom(int depth) { return roundUp(depth, 2); }

// Where a list grows: values and their offsets.
struct List {
  float* values = nullptr;
  int* offsets = nullptr;
  int count = 0;

  void append(float value, int k) {
    values[count] = value;
    offsets[count] = k * kOffsetStep;
    count += value != 0.0F ? 1 : 0;
  }

  // Kernels take two at a time. The 0 is put at a place that the list has already: there alone it cannot
  // bring in an infinite number that nothing else in the column meets.
  void makeEven() {
    if (count % 2 != 0) {
      values[count] = 0.0F;
      offsets[count] = offsets[count - 1];
      ++count;
    }
  }
};

#ifdef __wasm_simd128__

// Of each mask of four lanes those that are in it, from front to back; what follows them is 0.
inline constexpr auto kLanesOf = [] {
  std::array<std::array<unsigned, kLanes>, 16> lanes{};
  for (unsigned mask = 0; mask < lanes.size(); ++mask) {
    unsigned count = 0;
    for (unsigned lane = 0; lane < kLanes; ++lane) {
      if ((mask >> lane & 1U) != 0) {
        lanes[mask][count++] = lane;
      }
    }
  }
  return lanes;
}();

// Which bytes of four numbers to take, in which order, so that those of a mask come first.
inline constexpr auto kToFront = [] {
  std::array<std::array<std::uint8_t, 16>, 16> bytes{};
  for (std::size_t mask = 0; mask < bytes.size(); ++mask) {
    for (std::size_t byte = 0; byte < 16; ++byte) {
      bytes[mask][byte] = static_cast<std::uint8_t>(4 * kLanesOf[mask][byte / 4] + byte % 4);
    }
  }
  return bytes;
}();

// The offsets of those numbers from the first of the four.
inline constexpr auto kOffsets = [] {
  std::array<std::array<std::int32_t, kLanes>, 16> offsets{};
  for (std::size_t mask = 0; mask < offsets.size(); ++mask) {
    for (std::size_t i = 0; i < kLanes; ++i) {
      offsets[mask][i] = static_cast<std::int32_t>(kLanesOf[mask][i]) * kOffsetStep;
    }
  }
  return offsets;
}();

// Four numbers, k and those after it. All are written, behind each other; the next ones overwrite the zeros.
inline void append(List& list, const float* numbers, int k) {
  const v128_t values = wasm_v128_load(numbers);
  const std::uint32_t mask = wasm_i32x4_bitmask(wasm_f32x4_ne(values, wasm_f32x4_const_splat(0)));
  const v128_t toFront = wasm_v128_load(kToFront[mask].data());
  wasm_v128_store(list.values + list.count, wasm_i8x16_swizzle(values, toFront));
  wasm_v128_store(list.offsets + list.count,
                  wasm_i32x4_add(wasm_v128_load(kOffsets[mask].data()), wasm_i32x4_splat(k * kOffsetStep)));
  list.count += __builtin_popcount(mask);
}

#else

inline void append(List& list, const float* numbers, int k) {
  for (int lane = 0; lane < kLanes; ++lane) {
    list.append(numbers[lane], k + lane);
  }
}

#endif

// Lists a panel of `count` columns, 1 … kTileColumns. values, offsets: room for `count` lists, one behind the
// other.
inline void listColumns(const Operand& b, int count, int depth, float* values, int* offsets,
                        Column* columns) {
  List lists[kTileColumns];
  for (int j = 0; j < count; ++j, values += listRoom(depth), offsets += listRoom(depth)) {
    lists[j] = {.values = values, .offsets = offsets};
  }
  int k = 0;
  if (b.rowStride == 1) {
    k = depth / kLanes * kLanes;
    for (int j = 0; j < count; ++j) {
      List list = lists[j];
      const float* numbers = b.at(0, j).data;
      for (int i = 0; i < k; i += kLanes) {
        append(list, numbers + i, i);
      }
      lists[j] = list;
    }
  } else if (b.columnStride == 1 && count == kTileColumns) {
    alignas(16) float across[kLanes * kTileColumns];
    for (; k + kLanes <= depth; k += kLanes) {
      transpose4(b.at(k, 0).data, b.rowStride, across, kLanes);
      const float* column = across;
      for (List& list : lists) {
        append(list, column, k);
        column += kLanes;
      }
    }
  }
  for (; k < depth; ++k) {
    for (int j = 0; j < count; ++j) {
      lists[j].append(*b.at(k, j).data, k);
    }
  }
  for (int j = 0; j < count; ++j) {
    lists[j].makeEven();
    columns[j] = {lists[j].values, lists[j].offsets, lists[j].count, false};
  }
}

// The columns of a panel as the kernels want them: lists, or four complete ones for a tile.
inline void packColumns(const Operand& b, int count, int depth, float* values, int* offsets,
                        Column* columns) {
  listColumns(b, count, depth, values, offsets, columns);
  int listed = 0;
  for (int j = 0; j < count; ++j) {
    listed += columns[j].count;
  }
  if (count < kTileColumns || paysToList(listed, count * depth)) {
    return;
  }
  for (int j = 0; j < kTileColumns; ++j) {
    columns[j] = {values, nullptr, depth, true};
  }
  for (int k = 0; k < depth; ++k) {
    for (int j = 0; j < kTileColumns; ++j) {
      *values++ = *b.at(k, j).data;
    }
  }
}

}  // namespace sgemm
