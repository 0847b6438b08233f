// Plane: one number a pixel, row by row from the top; what the steps between a photo and its mask hand to
// each other.
#pragma once

#include <algorithm>
#include <vector>

#include "ffnn/types.h"

namespace ffnn {

template <typename T>
struct Plane {
  Plane(Index planeWidth, Index planeHeight, T value = T())
      : width(planeWidth),
        height(planeHeight),
        cells(static_cast<std::size_t>(planeWidth * planeHeight), value) {}

  T& at(Index x, Index y) { return cells[static_cast<std::size_t>(y * width + x)]; }
  const T& at(Index x, Index y) const { return cells[static_cast<std::size_t>(y * width + x)]; }

  Index width;
  Index height;
  std::vector<T> cells;
};

}  // namespace ffnn
