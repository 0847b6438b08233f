// Strokes on the pad: what they leave on the picture, and what of it reaches the network.
#include "ffnn/drawing.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

#include "ffnn/rng.h"
#include "support/strokes.h"

namespace ffnn {

using test::brush;
using test::eraser;
using test::fill;
using test::outline;

namespace {

using Bytes = std::vector<std::uint8_t>;

// The grey level at a place in pad units.
std::uint8_t greyAt(const GreyImage& picture, float x, float y) {
  return picture.at(static_cast<Index>(x * kSamplesPerUnit), static_cast<Index>(y * kSamplesPerUnit));
}

GreyImage pictureOf(const std::vector<Stroke>& strokes) { return renderDrawing(strokes).picture; }

Index inkOf(const GreyImage& picture) {
  return static_cast<Index>(std::count_if(picture.pixels.begin(), picture.pixels.end(),
                                          [](std::uint8_t pixel) { return pixel != 0; }));
}

DrawingContent contentOf(const std::vector<Stroke>& strokes) { return renderDrawing(strokes).content; }

Bytes randomImage(std::uint32_t seed) {
  Rng rng(seed);
  Bytes image(784);
  for (std::uint8_t& pixel : image) {
    pixel = static_cast<std::uint8_t>(rng.below(256));
  }
  return image;
}

// A T-shirt of lines and a fill, moved by (dx, dy) and scaled around the pad's corner.
std::vector<Stroke> shirt(float scale, float dx, float dy) {
  const auto at = [&](float x, float y) { return Point{x * scale + dx, y * scale + dy}; };
  return {brush({at(30, 20), at(70, 20), at(95, 45), at(80, 58), at(70, 50), at(70, 100), at(30, 100),
                 at(30, 50), at(20, 58), at(5, 45), at(30, 20)},
                6 * scale),
          fill(at(50, 60), 180)};
}

double meanDifference(const GreyImage& left, const GreyImage& right) {
  double sum = 0;
  for (std::size_t i = 0; i < left.pixels.size(); ++i) {
    sum += std::abs(int{left.pixels[i]} - int{right.pixels[i]});
  }
  return sum / static_cast<double>(left.pixels.size());
}

}  // namespace

TEST_CASE("content names are those that the page knows", "[drawing]") {
  CHECK(name(DrawingContent::drawn) == "drawn");
  CHECK(name(DrawingContent::blank) == "blank");
  CHECK(name(DrawingContent::tooSmall) == "too-small");
  CHECK(name(DrawingContent::uniform) == "uniform");
}

TEST_CASE("one point of a brush is a disc of its diameter", "[drawing]") {
  const GreyImage picture = pictureOf({brush({{100, 100}}, 20, 77)});
  CHECK(greyAt(picture, 100, 100) == 77);
  CHECK(greyAt(picture, 109, 100) == 77);
  CHECK(greyAt(picture, 111, 100) == 0);
  CHECK(greyAt(picture, 108, 108) == 0);  // a square pen would have reached it
  CHECK(static_cast<double>(inkOf(picture)) == Approx(3.14159 * 20 * 20).epsilon(0.02));
}

TEST_CASE("a line is as wide as its pen along its whole length, with round ends", "[drawing]") {
  const GreyImage picture = pictureOf({brush({{50, 100}, {150, 100}, {150, 200}}, 10)});
  for (const float x : {46.0F, 50.0F, 75.0F, 149.0F}) {
    CHECK(greyAt(picture, x, 100) == 255);
  }
  CHECK(greyAt(picture, 100, 104) == 255);
  CHECK(greyAt(picture, 100, 106) == 0);
  CHECK(greyAt(picture, 150, 150) == 255);
  CHECK(greyAt(picture, 44, 100) == 0);
  CHECK(greyAt(picture, 150, 206) == 0);
}

TEST_CASE("drawing a part of a stroke again changes nothing", "[drawing]") {
  const std::vector<Point> points = {{50, 60}, {120, 90}, {200, 70}, {180, 200}};
  const GreyImage once = pictureOf({brush(points, 9)});
  CHECK(pictureOf({brush(points, 9), brush({points[1], points[2]}, 9)}).pixels == once.pixels);
}

TEST_CASE("a later stroke lies over an earlier one, also a darker one", "[drawing]") {
  const GreyImage picture = pictureOf({brush({{50, 100}, {150, 100}}, 20, 255), brush({{100, 100}}, 10, 40)});
  CHECK(greyAt(picture, 100, 100) == 40);
  CHECK(greyAt(picture, 120, 100) == 255);
}

TEST_CASE("the eraser takes ink away and leaves the rest", "[drawing]") {
  const GreyImage picture = pictureOf({brush({{50, 100}, {150, 100}}, 20), eraser({{100, 100}}, 30)});
  CHECK(greyAt(picture, 100, 100) == 0);
  CHECK(greyAt(picture, 112, 100) == 0);
  CHECK(greyAt(picture, 120, 100) == 255);
  CHECK(contentOf({outline(20, 20, 200, 200), eraser({{0, 140}, {280, 140}}, 100),
                   eraser({{0, 40}, {280, 40}}, 100), eraser({{0, 240}, {280, 240}}, 100)}) ==
        DrawingContent::blank);
}

TEST_CASE("a fill stays within an outline", "[drawing]") {
  const GreyImage picture = pictureOf({outline(60, 60, 200, 220), fill({130, 140}, 90)});
  CHECK(greyAt(picture, 130, 140) == 90);
  CHECK(greyAt(picture, 64, 64) == 90);
  CHECK(greyAt(picture, 196, 216) == 90);
  CHECK(greyAt(picture, 60, 140) == 255);
  CHECK(greyAt(picture, 50, 140) == 0);
  CHECK(greyAt(picture, 0, 0) == 0);
  CHECK(greyAt(picture, 279, 279) == 0);
}

TEST_CASE("a fill leaks through a gap", "[drawing]") {
  const GreyImage picture =
      pictureOf({outline(60, 60, 200, 220), eraser({{200, 140}}, 10), fill({130, 140}, 90)});
  CHECK(greyAt(picture, 130, 140) == 90);
  CHECK(greyAt(picture, 0, 0) == 90);
  CHECK(greyAt(picture, 60, 70) == 255);
}

TEST_CASE("a fill does not leak through a thin diagonal line", "[drawing]") {
  const GreyImage picture = pictureOf({brush({{0, 0}, {280, 280}}, 1), fill({200, 20}, 90)});
  CHECK(greyAt(picture, 270, 5) == 90);
  CHECK(greyAt(picture, 5, 270) == 0);
}

TEST_CASE("a fill does not pass where two areas touch at a corner only", "[drawing]") {
  Bytes image(784, 255);
  image[0] = 0;
  image[29] = 0;  // one column and one row on
  const GreyImage seen = renderDrawing(std::vector<Stroke>{fill({5, 5}, 100)}, image).seen;
  CHECK(seen.at(0, 0) == 100);
  CHECK(seen.at(1, 1) == 0);
}

TEST_CASE("a fill recolours a line, and only that line", "[drawing]") {
  const GreyImage picture =
      pictureOf({brush({{50, 50}, {150, 50}}, 10), brush({{50, 90}, {150, 90}}, 10), fill({100, 50}, 60)});
  CHECK(greyAt(picture, 60, 50) == 60);
  CHECK(greyAt(picture, 60, 90) == 255);
  CHECK(greyAt(picture, 60, 70) == 0);
}

TEST_CASE("a fill in the grey level that is there changes nothing and ends", "[drawing]") {
  const std::vector<Stroke> strokes = {outline(60, 60, 200, 220)};
  CHECK(pictureOf({strokes[0], fill({130, 140}, 0)}).pixels == pictureOf(strokes).pixels);
}

TEST_CASE("strokes outside the pad leave no mark, those across its edge are cut there", "[drawing]") {
  CHECK(contentOf({brush({{-200, -200}, {-300, 100}}, 100), brush({{1000, 1000}}, 100),
                   brush({{140, -60}, {400, -60}}, 100), eraser({{-500, 20}}), fill({-1, 140}),
                   fill({140, 280}), fill({1e3F, 1e3F})}) == DrawingContent::blank);
  const GreyImage picture = pictureOf({brush({{-100, 100}, {400, 100}}, 20)});
  CHECK(greyAt(picture, 0, 100) == 255);
  CHECK(greyAt(picture, 279.5F, 100) == 255);
  CHECK(static_cast<double>(inkOf(picture)) == Approx(560.0 * 40).epsilon(0.001));
}

TEST_CASE("an empty pad is blank", "[drawing]") {
  const RenderedDrawing empty = renderDrawing({});
  CHECK(empty.content == DrawingContent::blank);
  CHECK(inkOf(empty.seen) == 0);
  CHECK(contentOf({brush({{100, 100}, {200, 200}}, 20, 0)}) == DrawingContent::blank);
}

TEST_CASE("less than 15 % of the pad on the longer side is too small", "[drawing]") {
  CHECK(contentOf({brush({{140, 140}}, 41)}) == DrawingContent::tooSmall);
  CHECK(contentOf({brush({{140, 140}}, 42)}) == DrawingContent::drawn);
  CHECK(contentOf({brush({{100, 140}, {140, 140}}, 2)}) == DrawingContent::drawn);
  CHECK(contentOf({brush({{100, 140}, {139, 140}}, 2)}) == DrawingContent::tooSmall);
}

TEST_CASE("an even patch is uniform, one with anything in it is not", "[drawing]") {
  CHECK(contentOf({fill({140, 140}, 255)}) == DrawingContent::uniform);
  CHECK(contentOf({fill({140, 140}, 1)}) == DrawingContent::uniform);
  CHECK(contentOf({fill({140, 140}, 255), eraser({{140, 140}}, 5)}) == DrawingContent::drawn);
  CHECK(contentOf({outline(60, 60, 200, 220), fill({130, 140})}) == DrawingContent::drawn);  // round corners
}

TEST_CASE("a drawing moved on the pad looks almost the same to the network", "[drawing]") {
  const GreyImage seen = renderDrawing(shirt(1, 0, 0)).seen;
  for (const Point shift : {Point{10, 0}, {160, 120}, {33.3F, 77.7F}}) {
    CHECK(meanDifference(renderDrawing(shirt(1, shift.x, shift.y)).seen, seen) < 1.5);
  }
  CHECK(renderDrawing(shirt(1, 10, 150)).seen.pixels == seen.pixels);  // by whole pixels: not a byte differs
}

TEST_CASE("what is fitted is known by its box; nothing is on a data set image and on an empty pad",
          "[drawing]") {
  const std::vector<Stroke> strokes{outline(60, 80, 200, 220)};
  const RenderedDrawing drawing = renderDrawing(strokes);
  REQUIRE(drawing.box.has_value());
  const GreyImage again = fitToNetwork(drawing.picture, *drawing.box);
  CHECK(again.pixels == drawing.seen.pixels);
  CHECK(drawing.box->width < kPadPixels);
  CHECK_FALSE(renderDrawing({}).box.has_value());
  CHECK_FALSE(renderDrawing(strokes, randomImage(1)).box.has_value());
}

TEST_CASE("a drawing of twice the size looks almost the same to the network", "[drawing]") {
  const GreyImage seen = renderDrawing(shirt(1, 0, 0)).seen;
  CHECK(meanDifference(renderDrawing(shirt(2, 0, 0)).seen, seen) < 1.5);
  CHECK(meanDifference(renderDrawing(shirt(2.5F, 20, 5)).seen, seen) < 1.5);
  CHECK(inkOf(seen) > 200);
}

TEST_CASE("a picture of another resolution holds the same drawing", "[drawing]") {
  const std::vector<Stroke> strokes = shirt(2, 10, 10);
  GreyImage fine(4 * kPadSize, 4 * kPadSize);
  drawStrokes(strokes, fine);
  const std::optional<Box> box = inkBox(fine);
  REQUIRE(box.has_value());
  CHECK(meanDifference(fitToNetwork(fine, *box), renderDrawing(strokes).seen) < 1.5);
}

TEST_CASE("a data set image on the pad reaches the network unchanged", "[drawing]") {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    const Bytes image = randomImage(seed);
    const RenderedDrawing drawing = renderDrawing({}, image);
    CHECK(drawing.content == DrawingContent::drawn);
    CHECK(drawing.seen.pixels == image);
    CHECK(drawing.picture.at(559, 559) == image[783]);
    CHECK(drawing.picture.at(20, 19) == image[1]);
  }
}

TEST_CASE("even a dark, small or even data set image is not fitted or refused", "[drawing]") {
  Bytes dot(784);
  dot[400] = 1;
  CHECK(renderDrawing({}, dot).seen.pixels == dot);
  CHECK(renderDrawing({}, dot).content == DrawingContent::drawn);
  const Bytes even(784, 200);
  CHECK(renderDrawing({}, even).seen.pixels == even);
  CHECK(renderDrawing({}, Bytes(784)).content == DrawingContent::blank);
}

TEST_CASE("strokes on a data set image change only the pixels they touch", "[drawing]") {
  const Bytes image = randomImage(30);
  // A disc of radius 15 around (145, 145): within columns and rows 13 to 15.
  const RenderedDrawing drawing = renderDrawing(std::vector<Stroke>{brush({{145, 145}}, 30)}, image);
  for (Index y = 0; y < kImageSize; ++y) {
    for (Index x = 0; x < kImageSize; ++x) {
      const bool near = x >= 13 && x <= 15 && y >= 13 && y <= 15;
      const std::uint8_t before = image[static_cast<std::size_t>(y * kImageSize + x)];
      if (!near) {
        REQUIRE(drawing.seen.at(x, y) == before);
      }
    }
  }
  CHECK(drawing.seen.at(14, 14) == 255);
}

}  // namespace ffnn
