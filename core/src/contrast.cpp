#include "contrast.h"

#include <algorithm>
#include <numeric>

namespace ffnn {

ToneRange toneRange(const Histogram& histogram) {
  constexpr Index kLeftOut = 50;       // one of so many
  constexpr float kDarkening = 0.75F;  // how much of the way the darkest greys are brought to 0
  constexpr float kLeastRange = 40;    // grey levels that are stretched to 255: less is one colour, and noise
  const Index all = std::accumulate(histogram.begin(), histogram.end(), Index{0});
  std::size_t darkest = 0;
  for (Index below = histogram[0]; darkest < 255 && below * kLeftOut < all; below += histogram[darkest]) {
    ++darkest;
  }
  std::size_t brightest = 255;
  for (Index above = histogram[255]; brightest > 0 && above * kLeftOut < all; above += histogram[brightest]) {
    --brightest;
  }
  const float low = kDarkening * static_cast<float>(darkest);
  return {low, 255 / std::max(static_cast<float>(brightest) - low, kLeastRange)};
}

void sharpen(GreyImage& picture) {
  constexpr float kStrength = 0.7F;
  const GreyImage before = picture;
  for (Index y = 0; y < picture.height; ++y) {
    for (Index x = 0; x < picture.width; ++x) {
      if (before.at(x, y) == 0) {
        continue;
      }
      int sum = 0;
      int count = 0;
      for (Index v = std::max<Index>(y - 1, 0); v <= std::min(y + 1, picture.height - 1); ++v) {
        for (Index u = std::max<Index>(x - 1, 0); u <= std::min(x + 1, picture.width - 1); ++u) {
          sum += before.at(u, v);
          count += before.at(u, v) != 0 ? 1 : 0;
        }
      }
      const auto here = static_cast<float>(before.at(x, y));
      const float mean = static_cast<float>(sum) / static_cast<float>(count);
      picture.at(x, y) =
          static_cast<std::uint8_t>(std::clamp(here + kStrength * (here - mean) + 0.5F, 1.0F, 255.0F));
    }
  }
}

void brighten(GreyImage& picture) {
  const int most = *std::max_element(picture.pixels.begin(), picture.pixels.end());
  for (std::uint8_t& pixel : picture.pixels) {
    pixel = static_cast<std::uint8_t>((int{pixel} * 255 + most / 2) / std::max(most, 1));
  }
}

}  // namespace ffnn
