// A figure: what is to be drawn, as exact lines in a space of its own (y points down, any scale), before a
// hand draws it. Only arithmetic that rounds alike everywhere: polynomial curves and rational turns.
#pragma once

#include <initializer_list>
#include <vector>

#include "ffnn/drawing.h"

namespace ffnn {

using Line = std::vector<Point>;

Point operator+(Point a, Point b);
Point operator-(Point a, Point b);
Point operator*(Point a, float factor);

// The point at share t of the way from a to b.
Point between(Point a, Point b, float t);

// The direction that t stands for, of length 1: 0 to the right, 1 down, −1 up; t = tan(angle / 2).
Point direction(float t);

// p turned around the origin as direction(t) is turned from the right; mirrored at x = 0.
Point turned(Point p, float t);
Point mirrored(Point p);
Line mirrored(const Line& line);

// A line made piece by piece from where it begins.
class Path {
 public:
  explicit Path(Point start) : line_{start} {}

  Path& to(Point end);
  // A quadratic Bézier curve.
  Path& curve(Point control, Point end);
  // A curve that leaves its chord by `bulge` of the chord's length: to the left of the way when positive.
  Path& bow(Point end, float bulge);
  Path& close();

  operator Line() const { return line_; }  // NOLINT: a path is a line that is being made

 private:
  Line line_;
};

// Half an outline, from top to bottom on the right of x = 0, and its mirror image: from the bottom left over
// the top to the bottom right.
Line symmetric(const Line& half);

Line ellipse(Point centre, float radiusX, float radiusY);
Line rectangle(Point topLeft, Point bottomRight);
// corner: the radius of its round corners.
Line roundRectangle(Point topLeft, Point bottomRight, float corner);

struct Figure {
  std::vector<Line> lines;  // in the order in which they are drawn
  std::vector<Line> areas;  // closed: what can be filled
  float freedom = 1;  // how far a hand may get its proportions wrong, 0 … 1, and it is still the same thing

  Figure& add(Line line);
  // The line and its mirror image.
  Figure& addBoth(const Line& line);
  // A line that encloses an area.
  Figure& addArea(const Line& line);
  // All of another figure.
  Figure& add(const Figure& other);

  // Every point replaced by change(point).
  template <typename Change>
  void move(Change change) {
    for (std::vector<Line>* part : {&lines, &areas}) {
      for (Line& line : *part) {
        for (Point& point : line) {
          point = change(point);
        }
      }
    }
  }
};

}  // namespace ffnn
