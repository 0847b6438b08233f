#include "figure.h"

#include <algorithm>
#include <utility>

namespace ffnn {
namespace {

constexpr int kCurveSteps = 5;

}  // namespace

Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
Point operator*(Point a, float factor) { return {a.x * factor, a.y * factor}; }

Point between(Point a, Point b, float t) { return a + (b - a) * t; }

Point direction(float t) {
  const float square = t * t;
  return {(1 - square) / (1 + square), 2 * t / (1 + square)};
}

Point turned(Point p, float t) {
  const Point d = direction(t);
  return {p.x * d.x - p.y * d.y, p.x * d.y + p.y * d.x};
}

Point mirrored(Point p) { return {-p.x, p.y}; }

Line mirrored(const Line& line) {
  Line result = line;
  for (Point& point : result) {
    point = mirrored(point);
  }
  return result;
}

Path& Path::to(Point end) {
  line_.push_back(end);
  return *this;
}

Path& Path::curve(Point control, Point end) {
  const Point start = line_.back();
  for (int i = 1; i <= kCurveSteps; ++i) {
    const float t = static_cast<float>(i) / static_cast<float>(kCurveSteps);
    line_.push_back(between(between(start, control, t), between(control, end, t), t));
  }
  return *this;
}

Path& Path::bow(Point end, float bulge) {
  const Point chord = end - line_.back();
  // The curve reaches half as far from its chord as its control point.
  const Point aside = Point{chord.y, -chord.x} * (2 * bulge);
  return curve(between(line_.back(), end, 0.5F) + aside, end);
}

Path& Path::close() {
  const Point start = line_.front();
  return to(start);
}

Line symmetric(const Line& half) {
  Line result = mirrored(half);
  std::reverse(result.begin(), result.end());
  result.insert(result.end(), half.begin(), half.end());
  return result;
}

Line ellipse(Point centre, float radiusX, float radiusY) {
  Line result;
  for (const float quarter : {1.0F, -1.0F}) {  // the right half down, then the left half up
    for (const float t : {-1.0F, -0.6F, -0.2F, 0.2F, 0.6F}) {
      const Point d = direction(t);
      result.push_back({centre.x + quarter * d.x * radiusX, centre.y + quarter * d.y * radiusY});
    }
  }
  result.push_back(result.front());
  return result;
}

Line rectangle(Point topLeft, Point bottomRight) {
  return {topLeft, {bottomRight.x, topLeft.y}, bottomRight, {topLeft.x, bottomRight.y}, topLeft};
}

Line roundRectangle(Point topLeft, Point bottomRight, float corner) {
  const auto [left, top] = topLeft;
  const auto [right, bottom] = bottomRight;
  Path path({left + corner, top});
  path.to({right - corner, top}).curve({right, top}, {right, top + corner});
  path.to({right, bottom - corner}).curve(bottomRight, {right - corner, bottom});
  path.to({left + corner, bottom}).curve({left, bottom}, {left, bottom - corner});
  return path.to({left, top + corner}).curve(topLeft, {left + corner, top});
}

Figure& Figure::add(Line line) {
  lines.push_back(std::move(line));
  return *this;
}

Figure& Figure::addBoth(const Line& line) {
  lines.push_back(line);
  lines.push_back(mirrored(line));
  return *this;
}

Figure& Figure::addArea(const Line& line) {
  lines.push_back(line);
  areas.push_back(line);
  return *this;
}

Figure& Figure::add(const Figure& other) {
  lines.insert(lines.end(), other.lines.begin(), other.lines.end());
  areas.insert(areas.end(), other.areas.begin(), other.areas.end());
  return *this;
}

}  // namespace ffnn
