// Range: consecutive items of a longer list, such as the rows that one thread works on.
#pragma once

#include <algorithm>

#include "ffnn/types.h"

namespace ffnn {

// Items first, first + 1, …, first + count − 1.
struct Range {
  Index first = 0;
  Index count = 0;
};

// Part `part` of 0 … count − 1 cut into `parts` nearly equal ranges, at multiples of unit. All parts together
// hold each item once, in order; some are empty when there are more parts than units. 0 ≤ part < parts; unit
// at least 1.
inline Range shareOf(Index count, Index unit, Index part, Index parts) {
  const Index units = (count + unit - 1) / unit;
  // Rounded up: the first part, which the caller works on, has a head start on those of threads that must
  // wake up.
  const auto cut = [&](Index before) { return std::min(count, (units * before + parts - 1) / parts * unit); };
  return {cut(part), cut(part + 1) - cut(part)};
}

// Rows of a batch go to threads in multiples of this: as many as a tile of the product has.
inline constexpr Index kRowUnit = 4;

}  // namespace ffnn
