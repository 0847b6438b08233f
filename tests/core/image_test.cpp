// The steps from any grey picture to 28 × 28, each by hand on small pictures.
#include "ffnn/image.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <numeric>

#include "ffnn/rng.h"

namespace ffnn {

namespace {

GreyImage pictureOf(Index width, Index height, std::vector<std::uint8_t> pixels) {
  GreyImage image(width, height);
  REQUIRE(image.pixels.size() == pixels.size());
  image.pixels = std::move(pixels);
  return image;
}

GreyImage randomPicture(Index width, Index height, std::uint32_t seed) {
  GreyImage image(width, height);
  Rng rng(seed);
  for (std::uint8_t& pixel : image.pixels) {
    pixel = static_cast<std::uint8_t>(rng.below(256));
  }
  return image;
}

Box wholeOf(const GreyImage& image) { return {0, 0, image.width, image.height}; }

// A black picture with a block of one grey level.
GreyImage blockPicture(Index side, const Box& box, std::uint8_t grey) {
  GreyImage image(side, side);
  for (Index y = box.top; y < box.top + box.height; ++y) {
    for (Index x = box.left; x < box.left + box.width; ++x) {
      image.at(x, y) = grey;
    }
  }
  return image;
}

void checkBox(const std::optional<Box>& found, const Box& expected) {
  REQUIRE(found.has_value());
  CHECK(found->left == expected.left);
  CHECK(found->top == expected.top);
  CHECK(found->width == expected.width);
  CHECK(found->height == expected.height);
}

}  // namespace

TEST_CASE("a new picture is black, and its rows lie one after another", "[image]") {
  GreyImage image(3, 2);
  CHECK(image.pixels == std::vector<std::uint8_t>(6, 0));
  image.at(2, 1) = 9;
  CHECK(image.pixels[5] == 9);
}

TEST_CASE("the ink box is the smallest around everything that is not black", "[image]") {
  GreyImage image(10, 8);
  CHECK_FALSE(inkBox(image).has_value());
  image.at(4, 3) = 1;
  checkBox(inkBox(image), {4, 3, 1, 1});
  image.at(2, 6) = 255;
  checkBox(inkBox(image), {2, 3, 3, 4});
  image.at(0, 0) = 1;
  image.at(9, 7) = 1;
  checkBox(inkBox(image), {0, 0, 10, 8});
}

TEST_CASE("a box is uniform when all its pixels are equal, whatever lies around it", "[image]") {
  GreyImage image = blockPicture(10, {2, 3, 4, 5}, 200);
  CHECK(isUniform(image, {2, 3, 4, 5}));
  CHECK_FALSE(isUniform(image, {2, 3, 5, 5}));
  CHECK_FALSE(isUniform(image, {1, 3, 4, 5}));
  image.at(5, 7) = 201;
  CHECK_FALSE(isUniform(image, {2, 3, 4, 5}));
  CHECK(isUniform(image, {2, 3, 3, 5}));
}

TEST_CASE("resampling to the same size changes no byte", "[image]") {
  const GreyImage image = randomPicture(28, 28, 1);
  CHECK(resample(image, wholeOf(image), 28, 28).pixels == image.pixels);
}

TEST_CASE("resampling to half the size takes means, rounded to the nearest", "[image]") {
  const GreyImage image = pictureOf(4, 2,
                                    {0, 100, 255, 255,  //
                                     50, 50, 255, 254});
  // Means 50 and 254.75.
  CHECK(resample(image, wholeOf(image), 2, 1).pixels == std::vector<std::uint8_t>{50, 255});
}

TEST_CASE("pixels covered in part count by the part", "[image]") {
  // Three pixels over two: (30 + 90/2) / 1.5 = 50 and (90/2 + 150) / 1.5 = 130.
  const GreyImage image = pictureOf(3, 1, {30, 90, 150});
  CHECK(resample(image, wholeOf(image), 2, 1).pixels == std::vector<std::uint8_t>{50, 130});
}

TEST_CASE("enlarging repeats pixels", "[image]") {
  const GreyImage image = pictureOf(2, 1, {10, 200});
  CHECK(resample(image, wholeOf(image), 4, 2).pixels ==
        std::vector<std::uint8_t>{10, 10, 200, 200, 10, 10, 200, 200});
}

TEST_CASE("resampling reads its box only", "[image]") {
  const GreyImage image = blockPicture(20, {5, 6, 7, 3}, 77);
  const GreyImage result = resample(image, {5, 6, 7, 3}, 28, 28);
  CHECK(isUniform(result, wholeOf(result)));
  CHECK(result.at(0, 0) == 77);
}

TEST_CASE("resampling an even picture at any size and place keeps its grey level", "[image]") {
  const GreyImage image = blockPicture(61, {0, 0, 61, 61}, 255);
  for (Index size = 1; size <= 61; ++size) {
    for (const Index target : {1, 2, 3, 27, 28, 61}) {
      const GreyImage result = resample(image, {61 - size, 0, size, size}, target, 28);
      CAPTURE(size, target);
      REQUIRE(isUniform(result, wholeOf(result)));
      REQUIRE(result.at(0, 0) == 255);
    }
  }
}

TEST_CASE("resampling keeps the mean grey level", "[image]") {
  const GreyImage image = randomPicture(101, 67, 2);
  const auto mean = [](const GreyImage& picture) {
    const int sum = std::accumulate(picture.pixels.begin(), picture.pixels.end(), 0);
    return static_cast<double>(sum) / static_cast<double>(picture.pixels.size());
  };
  CHECK(mean(resample(image, wholeOf(image), 28, 28)) == Approx(mean(image)).margin(0.6));
}

TEST_CASE("the longest side becomes 28, the short one is in proportion and centred", "[image]") {
  struct Case {
    Box item;
    Box fitted;
  };
  const Case c = GENERATE(Case{{10, 20, 56, 28}, {0, 7, 28, 14}},  // wide
                          Case{{10, 20, 28, 56}, {7, 0, 14, 28}},  // tall
                          Case{{3, 5, 90, 90}, {0, 0, 28, 28}},    // square
                          Case{{3, 5, 7, 7}, {0, 0, 28, 28}},      // smaller than 28: enlarged
                          Case{{1, 1, 1, 1}, {0, 0, 28, 28}},      // a single pixel
                          Case{{0, 50, 100, 1}, {0, 13, 28, 1}},   // a hairline keeps one row
                          Case{{0, 0, 100, 56}, {0, 6, 28, 16}},   // 15.68 rows
                          Case{{0, 0, 100, 54}, {0, 6, 28, 15}});  // 15.12 rows; the odd row goes below
  const GreyImage image = blockPicture(100, c.item, 255);
  const GreyImage fitted = fitToNetwork(image, c.item);
  CHECK(fitted.width == 28);
  CHECK(fitted.height == 28);
  checkBox(inkBox(fitted), c.fitted);
  CHECK(isUniform(fitted, c.fitted));
}

TEST_CASE("a 28 by 28 item that fills its box is left as it is", "[image]") {
  const GreyImage image = randomPicture(28, 28, 3);
  CHECK(fitToNetwork(image, wholeOf(image)).pixels == image.pixels);
}

}  // namespace ffnn
