// Drawn examples: a number gives an example, the same everywhere.
#include "ffnn/drawn_example.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>

#include "ffnn/drawing.h"

namespace ffnn {
namespace {

constexpr std::uint32_t kFew = 300;

// FNV-1a, 64 bit.
std::uint64_t hashed(std::uint64_t hash, std::uint8_t byte) { return (hash ^ byte) * 0x100000001B3ULL; }

}  // namespace

TEST_CASE("drawn examples are the same bytes on every platform", "[drawn-example][golden]") {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (std::uint32_t number = 0; number < kFew; ++number) {
    const DrawnExample example = drawnExample(number);
    hash = hashed(hash, example.label);
    for (const std::uint8_t pixel : example.pixels) {
      hash = hashed(hash, pixel);
    }
  }
  CHECK(hash == 0xB3368EA1C9DF976FULL);
}

TEST_CASE("a number always gives the same example, another number another one", "[drawn-example]") {
  const DrawnExample last = drawnExample(kDrawnExamples - 1);
  CHECK(drawnExample(0).pixels != last.pixels);
  CHECK(drawnExample(kDrawnExamples - 1).pixels == last.pixels);
  CHECK(drawnExample(kDrawnExamples - 1).label == last.label);
  CHECK(drawnExample(0xFFFFFFFFU).pixels != last.pixels);
}

TEST_CASE("drawn examples show every class, and what is none, each on all of the picture",
          "[drawn-example]") {
  std::array<int, kNoClass + 1> counts{};
  for (std::uint32_t number = 0; number < kFew; ++number) {
    const DrawnExample example = drawnExample(number);
    REQUIRE(example.label <= kNoClass);
    ++counts[example.label];
    // The longer side is fitted to the picture's, so ink touches two opposite edges.
    GreyImage seen(kImageSize, kImageSize);
    std::copy(example.pixels.begin(), example.pixels.end(), seen.pixels.begin());
    const std::optional<Box> box = inkBox(seen);
    REQUIRE(box.has_value());
    REQUIRE(std::max(box->width, box->height) >= kImageSize - 1);
  }
  for (const int count : counts) {
    CHECK(count > 8);
  }
}

}  // namespace ffnn
