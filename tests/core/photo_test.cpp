// Photos drawn here, whose items are known: the mask, the greys and the views that come of them.
#include "ffnn/photo.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/hash.h"
#include "support/photos.h"

namespace ffnn {

using test::agreement;
using test::floor;
using test::hashOf;
using test::inBox;
using test::inShirt;
using test::kHeight;
using test::kWidth;
using test::lay;
using test::Picture;
using test::Rgb;
using test::shirtOn;

namespace {

Index areaOf(const GreyImage& mask) {
  return static_cast<Index>(std::count(mask.pixels.begin(), mask.pixels.end(), std::uint8_t{255}));
}

}  // namespace

TEST_CASE("content of a photo has the names that the page knows", "[photo]") {
  CHECK(name(PhotoContent::garment) == "garment");
  CHECK(name(PhotoContent::nothing) == "nothing");
}

TEST_CASE("an item of any colour is found on a patterned floor", "[photo]") {
  const Rgb colour =
      GENERATE(Rgb{20, 20, 24}, Rgb{240, 240, 236}, Rgb{180, 30, 40}, Rgb{40, 70, 170}, Rgb{90, 120, 90});
  const SeenPhoto seen = seePhoto(shirtOn(floor(), colour).request());
  REQUIRE(seen.content == PhotoContent::garment);
  REQUIRE(seen.mask.width == kWidth);
  REQUIRE(seen.mask.height == kHeight);
  CHECK(agreement(seen.mask, inShirt) > 0.93);
}

TEST_CASE("the item keeps its greys where the mask is, dark as bright, and nothing else", "[photo]") {
  const SeenPhoto dark = seePhoto(shirtOn(floor(), {20, 20, 24}).request());
  const SeenPhoto bright = seePhoto(shirtOn(floor(), {240, 240, 236}).request());
  for (const SeenPhoto* seen : {&dark, &bright}) {
    for (std::size_t i = 0; i < seen->mask.pixels.size(); ++i) {
      REQUIRE((seen->mask.pixels[i] == 255) == (seen->item.pixels[i] != 0));
      REQUIRE((seen->mask.pixels[i] == 0 || seen->mask.pixels[i] == 255));
    }
  }
  CHECK(dark.item.at(36, 50) > 220);  // as the data set has it, which is printed in negative
  CHECK(bright.item.at(36, 50) < 100);
}

TEST_CASE("three views fill 28 pixels and reach the full brightness", "[photo]") {
  const SeenPhoto seen = seePhoto(shirtOn(floor(), {30, 60, 160}).request());
  REQUIRE(seen.views.size() == 3);
  for (const GreyImage& view : seen.views) {
    REQUIRE(view.width == kImageSize);
    REQUIRE(view.height == kImageSize);
    CHECK(*std::max_element(view.pixels.begin(), view.pixels.end()) == 255);
    const Box box = inkBox(view).value();
    CHECK(std::max(box.width, box.height) == kImageSize);
  }
}

TEST_CASE("a leaning item is set upright in the first view", "[photo]") {
  Picture picture = floor();
  const auto leaning = [](Index x, Index y) {
    const Index across = x - 36 + (y - 48) / 5;  // 11 degrees
    return across >= -8 && across < 8 && y >= 14 && y < 82;
  };
  for (Index y = 0; y < kHeight; ++y) {
    for (Index x = 0; x < kWidth; ++x) {
      if (leaning(x, y)) {
        picture.set(x, y, {20, 30, 90});
      }
    }
  }
  const SeenPhoto seen = seePhoto(picture.request());
  REQUIRE(seen.views.size() == 3);
  CHECK(inkBox(seen.views[0]).value().width + 2 < inkBox(seen.views[1]).value().width);
}

TEST_CASE("a wide garment is seen once as it lies and once as tall as the data set's", "[photo]") {
  Picture picture = floor();
  lay(picture, {6, 26, 60, 18}, {20, 30, 90});
  lay(picture, {24, 26, 24, 44}, {20, 30, 90});
  const SeenPhoto seen = seePhoto(picture.request());
  REQUIRE(seen.views.size() == 3);
  CHECK(inkBox(seen.views[0]).value().height < 24);
  CHECK(inkBox(seen.views[2]).value().height == kImageSize);
}

TEST_CASE("nothing outside the crop box is item", "[photo]") {
  Picture picture = floor();
  lay(picture, {8, 30, 22, 40}, {20, 20, 24});
  lay(picture, {42, 30, 22, 40}, {30, 60, 160});
  PhotoRequest request = picture.request();
  request.crop = Box{38, 24, 30, 52};
  const SeenPhoto seen = seePhoto(request);
  REQUIRE(seen.content == PhotoContent::garment);
  for (Index y = 0; y < kHeight; ++y) {
    for (Index x = 0; x < kWidth; ++x) {
      REQUIRE((seen.mask.at(x, y) == 0 || inBox(x, y, *request.crop)));
    }
  }
  CHECK(agreement(seen.mask, [](Index x, Index y) { return inBox(x, y, {42, 30, 22, 40}); }) > 0.9);
}

TEST_CASE("a box around what is found without it changes nothing, wherever it leaves room", "[photo]") {
  Picture picture = floor();
  const Rgb colour = GENERATE(Rgb{150, 140, 130}, Rgb{140, 110, 80}, Rgb{190, 170, 150});
  for (const Box& part : {Box{20, 16, 30, 12}, Box{20, 28, 9, 56}, Box{41, 28, 9, 56}}) {
    lay(picture, part, colour);  // trousers: the floor is seen between the legs
  }
  PhotoRequest request = picture.request();
  const SeenPhoto without = seePhoto(request);
  const Box tight = inkBox(without.mask).value();
  const Index room = GENERATE(1, 3, 6);
  request.crop = Box{tight.left - room, tight.top - room, tight.width + room + 2, tight.height + room + 1};
  CHECK(seePhoto(request).mask.pixels == without.mask.pixels);
}

TEST_CASE("an item that leaves the photo is found", "[photo]") {
  Picture picture = floor();
  const Box legs{24, 30, 24, kHeight - 30};
  lay(picture, legs, {40, 60, 150});
  const SeenPhoto seen = seePhoto(picture.request());
  REQUIRE(seen.content == PhotoContent::garment);
  CHECK(agreement(seen.mask, [&](Index x, Index y) { return inBox(x, y, legs); }) > 0.85);
}

TEST_CASE("both shoes of a pair are kept, specks are not", "[photo]") {
  Picture picture = floor();
  const Box left{14, 24, 16, 48};
  const Box right{42, 24, 16, 48};
  lay(picture, left, {20, 20, 24});
  lay(picture, right, {20, 20, 24});
  lay(picture, {34, 84, 4, 4}, {20, 20, 24});
  const SeenPhoto seen = seePhoto(picture.request());
  CHECK(agreement(seen.mask, [&](Index x, Index y) { return inBox(x, y, left) || inBox(x, y, right); }) >
        0.93);
}

TEST_CASE("a strip at the photo's edge is not item, however unlike the rest", "[photo]") {
  Picture picture = floor();
  const Box trunk{28, 24, 16, 50};
  lay(picture, {64, 0, 8, kHeight}, {120, 90, 70});
  lay(picture, trunk, {40, 60, 150});
  CHECK(agreement(seePhoto(picture.request()).mask, [&](Index x, Index y) { return inBox(x, y, trunk); }) >
        0.93);
}

TEST_CASE("a print in the middle of an item is part of it", "[photo]") {
  Picture picture = shirtOn(floor(), {40, 70, 170});
  lay(picture, {32, 44, 8, 6}, {180, 138, 96});  // the colour of the floor
  CHECK(agreement(seePhoto(picture.request()).mask, inShirt) > 0.93);
}

TEST_CASE("see-through pixels are background", "[photo]") {
  Picture picture(kWidth, kHeight, 4);
  for (Index y = 0; y < kHeight; ++y) {
    for (Index x = 0; x < kWidth; ++x) {
      picture.set(x, y, {200, 40, 40});
      picture.bytes[static_cast<std::size_t>((y * kWidth + x) * 4 + 3)] = inShirt(x, y) ? 255 : 0;
    }
  }
  const SeenPhoto seen = seePhoto(picture.request());
  REQUIRE(seen.content == PhotoContent::garment);
  CHECK(agreement(seen.mask, inShirt) == 1);
}

TEST_CASE("an item that was cut out is all that is not see-through, whatever its colours", "[photo]") {
  const Index stripe = GENERATE(6, 1000);  // pixels; 1000: all of one colour
  const Index kSide = 200;
  const auto inCross = [](Index x, Index y) {
    return y >= 40 && y < 170 && x >= (y < 84 ? 38 : 66) && x < (y < 84 ? 162 : 134);
  };
  Picture picture(kSide, kSide, 4);
  for (Index y = 0; y < kSide; ++y) {
    for (Index x = 0; x < kSide; ++x) {
      const bool isRed = (x / stripe) % 2 == 0;
      picture.set(x, y, inCross(x, y) ? (isRed ? Rgb{150, 30, 40} : Rgb{240, 240, 230}) : Rgb{0, 0, 0});
      picture.bytes[static_cast<std::size_t>((y * kSide + x) * 4 + 3)] = inCross(x, y) ? 255 : 0;
    }
  }
  PhotoRequest request = picture.request();
  const SeenPhoto seen = seePhoto(request);
  REQUIRE(seen.content == PhotoContent::garment);
  const double opaque = 124 * 44 + 68 * 86;
  const auto all = static_cast<double>(seen.mask.pixels.size());
  CHECK(static_cast<double>(areaOf(seen.mask)) / all == Approx(opaque / (kSide * kSide)).epsilon(0.03));
  request.crop = Box{0, 0, kSide, kSide / 2};
  const SeenPhoto upper = seePhoto(request);
  CHECK(areaOf(upper.mask) < areaOf(seen.mask));
  CHECK(upper.mask.at(64, 66) == 0);
}

TEST_CASE("alpha of 255 everywhere changes nothing", "[photo]") {
  const SeenPhoto without = seePhoto(shirtOn(floor(), {30, 60, 160}).request());
  const SeenPhoto with = seePhoto(shirtOn(floor(kWidth, kHeight, 4), {30, 60, 160}).request());
  CHECK(with.mask.pixels == without.mask.pixels);
  CHECK(with.item.pixels == without.item.pixels);
}

TEST_CASE("a photo without an item says so", "[photo]") {
  const Picture plain(40, 30);
  Picture dot(1, 1);
  Picture line(1, 90);
  const Picture seeThrough = [] {
    Picture picture(20, 20, 4);
    std::fill(picture.bytes.begin(), picture.bytes.end(), std::uint8_t{0});
    return picture;
  }();
  for (const Picture* picture :
       {&plain, static_cast<const Picture*>(&dot), static_cast<const Picture*>(&line), &seeThrough}) {
    const SeenPhoto seen = seePhoto(picture->request());
    CHECK(seen.content == PhotoContent::nothing);
    CHECK(seen.views.empty());
    CHECK(areaOf(seen.mask) == 0);
  }
}

TEST_CASE("a larger bias takes more of what lies between item and background", "[photo]") {
  Picture picture = floor();
  lay(picture, test::kTrunk, {50, 60, 78});
  for (Index step = 0; step < 18; ++step) {  // a shadow that fades from the item's colour to the floor's
    const auto mixed = [step](int item, int floorTone) {
      return static_cast<std::uint8_t>(item + (floorTone - item) * static_cast<int>(step) / 18);
    };
    lay(picture, {48 + step, 20, 1, 56}, {mixed(50, 182), mixed(60, 142), mixed(78, 102)});
  }
  PhotoRequest request = picture.request();
  std::vector<Index> areas;
  for (const double bias : {-1.0, 0.0, 1.0}) {
    request.bias = bias;
    areas.push_back(areaOf(seePhoto(request).mask));
  }
  INFO(areas[0] << " " << areas[1] << " " << areas[2]);
  CHECK(areas[0] <= areas[1]);
  CHECK(areas[1] <= areas[2]);
  CHECK(areas[0] < areas[2]);
}

TEST_CASE("a large photo is shrunk, its mask keeps the photo's shape", "[photo]") {
  Picture picture = floor(400, 300);
  lay(picture, {120, 80, 160, 150}, {30, 60, 160});
  PhotoRequest request = picture.request();
  request.crop = Box{100, 60, 200, 190};
  const SeenPhoto seen = seePhoto(request);
  CHECK(seen.mask.width == 128);
  CHECK(seen.mask.height == 96);
  CHECK(agreement(seen.mask, [](Index x, Index y) {
          const double u = (static_cast<double>(x) + 0.5) * 400 / 128;
          const double v = (static_cast<double>(y) + 0.5) * 300 / 96;
          return u > 120 && u < 280 && v > 80 && v < 230;
        }) > 0.93);
}

TEST_CASE("equal photos give equal bits, on every platform", "[photo]") {
  Picture large = floor(509, 383);  // no multiple of what it is shrunk to
  lay(large, {170, 90, 170, 220}, {160, 40, 60});
  std::vector<std::uint8_t> bytes;
  for (const Picture& picture : {shirtOn(floor(), {110, 120, 150}), large}) {
    const SeenPhoto seen = seePhoto(picture.request());
    bytes.insert(bytes.end(), seen.mask.pixels.begin(), seen.mask.pixels.end());
    bytes.insert(bytes.end(), seen.item.pixels.begin(), seen.item.pixels.end());
    for (const GreyImage& view : seen.views) {
      bytes.insert(bytes.end(), view.pixels.begin(), view.pixels.end());
    }
  }
  CHECK(hashOf(bytes) == 0x3508e9f56c981711);
}

}  // namespace ffnn
