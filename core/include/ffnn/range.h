// Range: consecutive items of a longer list, such as the rows that one thread works on.
#pragma once

#include "ffnn/types.h"

namespace ffnn {

// Items first, first + 1, …, first + count − 1.
struct Range {
  Index first = 0;
  Index count = 0;

  Index end() const { return first + count; }  // behind the last
};

// Rows of a batch go to threads in multiples of this: as many as a tile of the product has.
inline constexpr Index kRowUnit = 4;

}  // namespace ffnn
