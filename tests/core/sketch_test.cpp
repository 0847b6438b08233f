// Sketches: whatever is drawn can be drawn on the pad, and no two drawings are alike.
#include "ffnn/sketch.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

namespace ffnn {
namespace {

constexpr Label kLabels = kNoClass + 1;

std::vector<float> numbersOf(const std::vector<Stroke>& strokes) {
  std::vector<float> numbers;
  for (const Stroke& stroke : strokes) {
    numbers.insert(numbers.end(), {stroke.size, static_cast<float>(stroke.grey)});
    for (const Point point : stroke.points) {
      numbers.insert(numbers.end(), {point.x, point.y});
    }
  }
  return numbers;
}

bool allowed(const Stroke& stroke) {
  return stroke.tool == Tool::brush && stroke.size >= 1 && stroke.size <= 100 && stroke.grey > 0 &&
         !stroke.points.empty();
}

bool onPad(Point p) { return p.x >= 0 && p.x <= kPadSize && p.y >= 0 && p.y <= kPadSize; }

}  // namespace

TEST_CASE("sketches of every class are strokes that the pad takes", "[sketch]") {
  for (Label what = 0; what < kLabels; ++what) {
    CAPTURE(int{what});
    Rng rng(what);
    for (int i = 0; i < 200; ++i) {
      const std::vector<Stroke> strokes = sketch(what, rng);
      REQUIRE(!strokes.empty());
      for (const Stroke& stroke : strokes) {
        REQUIRE(allowed(stroke));
        REQUIRE(std::all_of(stroke.points.begin(), stroke.points.end(), onPad));  // NaN is nowhere
      }
    }
  }
}

TEST_CASE("what is sketched can be classified", "[sketch]") {
  for (Label what = 0; what < kLabels; ++what) {
    CAPTURE(int{what});
    Rng rng(what, 1);
    for (int i = 0; i < 10; ++i) {
      REQUIRE(renderDrawing(sketch(what, rng)).content == DrawingContent::drawn);
    }
  }
}

TEST_CASE("no two sketches are alike, and equal draws give equal ones", "[sketch]") {
  for (Label what = 0; what < kLabels; ++what) {
    CAPTURE(int{what});
    Rng rng(7);
    Rng same(7);
    const std::vector<float> first = numbersOf(sketch(what, rng));
    CHECK(numbersOf(sketch(what, same)) == first);
    CHECK(numbersOf(sketch(what, rng)) != first);
  }
}

TEST_CASE("some sketches are filled, most are lines", "[sketch]") {
  Rng rng(3);
  int filled = 0;
  for (int i = 0; i < 400; ++i) {
    const std::vector<Stroke> strokes = sketch(static_cast<Label>(i % 10), rng);
    filled +=
        std::any_of(strokes.begin(), strokes.end(), [](const Stroke& s) { return s.grey < 255; }) ? 1 : 0;
  }
  CHECK(filled > 40);
  CHECK(filled < 140);
}

}  // namespace ffnn
