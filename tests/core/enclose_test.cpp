// Outlines become areas, also where they do not quite close.
#include "ffnn/enclose.h"

#include <algorithm>
#include <catch2/catch.hpp>

namespace ffnn {
namespace {

constexpr Index kSide = 40;
constexpr std::uint8_t kInk = 255;
constexpr std::uint8_t kGrey = 100;

// The outline of a square from 10, 10 to 29, 29, without the pixels of its top side from column 20 on, as
// many as asked for.
GreyImage squareWithGap(Index gap) {
  GreyImage picture(kSide, kSide);
  for (Index i = 10; i < 30; ++i) {
    picture.at(i, 10) = i >= 20 && i < 20 + gap ? 0 : kInk;
    picture.at(i, 29) = kInk;
    picture.at(10, i) = kInk;
    picture.at(29, i) = kInk;
  }
  return picture;
}

auto greyPixels(const GreyImage& picture) {
  return std::count(picture.pixels.begin(), picture.pixels.end(), kGrey);
}

}  // namespace

TEST_CASE("what an outline encloses is filled, and nothing else", "[enclose]") {
  GreyImage picture = squareWithGap(0);
  const GreyImage before = picture;
  fillEnclosed(picture, kGrey, 0);
  for (Index y = 0; y < kSide; ++y) {
    for (Index x = 0; x < kSide; ++x) {
      const bool inside = x > 10 && x < 29 && y > 10 && y < 29;
      CHECK(picture.at(x, y) == (inside ? kGrey : before.at(x, y)));
    }
  }
}

TEST_CASE("an outline with a gap is filled when the gap is small enough, and left empty otherwise",
          "[enclose]") {
  GreyImage open = squareWithGap(5);
  fillEnclosed(open, kGrey, 2);
  CHECK(greyPixels(open) == 0);
  GreyImage closed = squareWithGap(5);
  fillEnclosed(closed, kGrey, 6);
  CHECK(greyPixels(closed) >= 18 * 18);
  CHECK(greyPixels(closed) <= 18 * 18 + 5);  // the gap itself, at most
  CHECK(closed.at(5, 5) == 0);
  CHECK(closed.at(19, 9) == 0);  // not beyond the line
}

TEST_CASE("an outline that touches the picture's edge encloses too; a line alone encloses nothing",
          "[enclose]") {
  GreyImage framed(kSide, kSide);
  for (Index i = 0; i < kSide; ++i) {
    framed.at(i, 0) = framed.at(i, kSide - 1) = framed.at(0, i) = framed.at(kSide - 1, i) = kInk;
  }
  fillEnclosed(framed, kGrey, 4);
  CHECK(greyPixels(framed) == (kSide - 2) * (kSide - 2));
  GreyImage line(kSide, kSide);
  for (Index i = 0; i < kSide; ++i) {
    line.at(i, 20) = kInk;
  }
  fillEnclosed(line, kGrey, 4);
  CHECK(greyPixels(line) == 0);
  GreyImage empty(kSide, kSide);
  fillEnclosed(empty, kGrey, 4);
  CHECK(greyPixels(empty) == 0);
}

}  // namespace ffnn
