// Outlines of images.
#include "ffnn/outline.h"

#include <catch2/catch.hpp>
#include <vector>

namespace ffnn {

TEST_CASE("an outline is a line of two pixels inside the garment's edge", "[outline]") {
  std::vector<std::uint8_t> pixels(kPixels);
  for (Index y = 5; y < 20; ++y) {
    for (Index x = 0; x < 15; ++x) {
      pixels[static_cast<std::size_t>(y * kImageSize + x)] = 100;
    }
  }
  pixels[0] = 30;  // a shade of the background
  const auto outline = outlineOf(pixels);
  for (Index y = 0; y < kImageSize; ++y) {
    for (Index x = 0; x < kImageSize; ++x) {
      const bool inside = y >= 5 && y < 20 && x < 15;
      const bool within = y >= 7 && y < 18 && x >= 2 && x < 13;
      CHECK(outline[static_cast<std::size_t>(y * kImageSize + x)] == (inside && !within ? 255 : 0));
    }
  }
}

}  // namespace ffnn
