#include "item_tone.h"

#include <algorithm>
#include <vector>

namespace ffnn {
namespace {

constexpr float kDarkest = 12;       // of an item: never quite background
constexpr float kDarkening = 0.75F;  // how much of the way the darkest tones are brought to 0
constexpr float kLeastRange = 40;    // grey levels that are stretched to 255: less is one colour, and noise

}  // namespace

GreyImage itemTones(const Plane<Colour>& colours, const Mask& mask) {
  std::vector<float> tones;
  for (std::size_t i = 0; i < mask.cells.size(); ++i) {
    if (mask.cells[i] != 0) {
      tones.push_back(255 - colours.cells[i][0]);
    }
  }
  GreyImage item(mask.width, mask.height);
  if (tones.empty()) {
    return item;
  }
  const auto rank = [&](std::size_t percent) {
    const auto place = tones.begin() + static_cast<std::ptrdiff_t>(tones.size() * percent / 100);
    std::nth_element(tones.begin(), place, tones.end());
    return *place;
  };
  const float high = std::max(rank(98), 1.0F);
  const float low = kDarkening * rank(2);
  const float gain = 255 / std::max(high - low, kLeastRange);
  for (std::size_t i = 0; i < mask.cells.size(); ++i) {
    if (mask.cells[i] != 0) {
      item.pixels[i] = static_cast<std::uint8_t>(
          std::clamp((255 - colours.cells[i][0] - low) * gain + 0.5F, kDarkest, 255.0F));
    }
  }
  return item;
}

}  // namespace ffnn
