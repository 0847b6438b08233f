// Short spellings for strokes, and the flat list that JavaScript sends of them.
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

inline std::vector<float> encodeStrokes(const std::vector<Stroke>& strokes) {
  std::vector<float> numbers;
  for (const Stroke& stroke : strokes) {
    numbers.insert(numbers.end(),
                   {static_cast<float>(stroke.tool), stroke.size, static_cast<float>(stroke.grey),
                    static_cast<float>(stroke.points.size())});
    for (const Point& point : stroke.points) {
      numbers.insert(numbers.end(), {point.x, point.y});
    }
  }
  return numbers;
}

}  // namespace ffnn::test
