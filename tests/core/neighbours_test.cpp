// The training images nearest to a picture.
#include "ffnn/neighbours.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "support/synthetic.h"

namespace ffnn {

namespace {

double cosine(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b) {
  const auto dot = [](auto x, auto y) { return std::inner_product(x.begin(), x.end(), y.begin(), 0.0); };
  return dot(a, b) / std::sqrt(dot(a, a) * dot(b, b));
}

}  // namespace

TEST_CASE("an image is its own nearest, and the others follow by falling cosine", "[neighbours]") {
  const Dataset data = test::makeDataset(200, 1);
  std::vector<std::uint8_t> pixels(data.image(37).begin(), data.image(37).end());
  const std::vector<std::uint32_t> nearest = nearestImages(data, 200, pixels, 5);
  REQUIRE(nearest.size() == 5);
  CHECK(nearest.front() == 37);
  double last = 1.0 + 1e-9;
  for (const std::uint32_t number : nearest) {
    const double now = cosine(pixels, data.image(static_cast<Index>(number)));
    CHECK(now <= last);
    last = now;
  }
  for (Index i = 0; i < 200; ++i) {
    if (std::find(nearest.begin(), nearest.end(), static_cast<std::uint32_t>(i)) == nearest.end()) {
      CHECK(cosine(pixels, data.image(i)) <= last);
    }
  }
}

TEST_CASE("only the first images count, and there are no more of them than there are", "[neighbours]") {
  const Dataset data = test::makeDataset(20, 1);
  const std::vector<std::uint32_t> nearest = nearestImages(data, 3, data.image(10), 5);
  CHECK(nearest.size() == 3);
  CHECK(std::all_of(nearest.begin(), nearest.end(), [](std::uint32_t number) { return number < 3; }));
  CHECK(nearestImages(data, 20, std::vector<std::uint8_t>(kPixels), 5).empty());
}

TEST_CASE("an outline is nearest to its area", "[neighbours]") {
  std::vector<std::uint8_t> area(kPixels);
  std::vector<std::uint8_t> outline(kPixels);
  std::vector<std::uint8_t> ring(kPixels);
  for (Index y = 4; y < 24; ++y) {
    for (Index x = 4; x < 24; ++x) {
      const auto cell = static_cast<std::size_t>(y * kImageSize + x);
      const bool edge = x == 4 || x == 23 || y == 4 || y == 23;
      area[cell] = 200;
      outline[cell] = edge ? 255 : 0;
      ring[cell] = x < 7 || x > 20 || y < 7 || y > 20 ? 200 : 0;
    }
  }
  std::vector<std::uint8_t> both = ring;
  both.insert(both.end(), area.begin(), area.end());
  Dataset data;
  const std::vector<Label> labels = {0, 1};
  data.append({.count = 2, .pixels = both}, {.labels = labels});
  CHECK(nearestImages(data, 2, outline, 1) == std::vector<std::uint32_t>{1});
}

}  // namespace ffnn
