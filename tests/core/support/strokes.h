// Short spellings for strokes.
#pragma once

#include <utility>
#include <vector>

#include "ffnn/drawing.h"

namespace ffnn::test {

inline Stroke brush(std::vector<Point> points, float size = 14, std::uint8_t grey = 255) {
  return {.tool = Tool::brush, .size = size, .grey = grey, .points = std::move(points)};
}

inline Stroke eraser(std::vector<Point> points, float size = 14) {
  return {.tool = Tool::eraser, .size = size, .grey = 255, .points = std::move(points)};
}

inline Stroke fill(Point point, std::uint8_t grey = 255) {
  return {.tool = Tool::fill, .size = 14, .grey = grey, .points = {point}};
}

// The outline of a rectangle, closed.
inline Stroke outline(float left, float top, float right, float bottom, float size = 6) {
  return brush({{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}}, size);
}

}  // namespace ffnn::test
