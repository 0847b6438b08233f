// Variants of a picture: fitted like it, never twice the same, and still the same thing.
#include "ffnn/jitter.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "ffnn/image.h"

namespace ffnn {

namespace {

// A bright T of full height.
std::vector<std::uint8_t> letterT() {
  std::vector<std::uint8_t> pixels(kPixels);
  for (Index i = 0; i < kImageSize; ++i) {
    for (Index j = 0; j < 5; ++j) {
      pixels[static_cast<std::size_t>(j * kImageSize + i)] = 200;
      pixels[static_cast<std::size_t>(i * kImageSize + 12 + j)] = 200;
    }
  }
  return pixels;
}

}  // namespace

TEST_CASE("a variant is fitted like any picture, and resembles what it was made from", "[jitter]") {
  const std::vector<std::uint8_t> original = letterT();
  Rng rng(1);
  const auto first = jittered(original, rng);
  for (int i = 0; i < 20; ++i) {
    const auto variant = jittered(original, rng);
    CHECK(variant != first);
    GreyImage picture(kImageSize, kImageSize);
    picture.pixels.assign(variant.begin(), variant.end());
    const auto box = inkBox(picture);
    REQUIRE(box);
    CHECK(std::max(box->width, box->height) >= kImageSize - 1);
    double both = 0;
    double either = 0;
    for (std::size_t p = 0; p < original.size(); ++p) {
      const bool here = original[p] > 100;
      const bool there = variant[p] > 100;
      both += here && there ? 1 : 0;
      either += here || there ? 1 : 0;
    }
    CHECK(both / either > 0.3);
  }
  Rng again(1);
  CHECK(jittered(original, again) == first);
}

TEST_CASE("an empty picture has empty variants", "[jitter]") {
  Rng rng(1);
  const auto variant = jittered(std::vector<std::uint8_t>(kPixels), rng);
  CHECK(std::all_of(variant.begin(), variant.end(), [](std::uint8_t level) { return level == 0; }));
}

}  // namespace ffnn
