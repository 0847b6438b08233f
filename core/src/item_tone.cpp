#include "item_tone.h"

#include <algorithm>

#include "contrast.h"

namespace ffnn {

GreyImage itemTones(const Plane<Colour>& colours, const Mask& mask) {
  GreyImage item(mask.width, mask.height);
  Histogram histogram{};
  for (std::size_t i = 0; i < mask.cells.size(); ++i) {
    if (mask.cells[i] != 0) {
      item.pixels[i] = static_cast<std::uint8_t>(std::clamp(255.5F - colours.cells[i][0], 1.0F, 255.0F));
      ++histogram[item.pixels[i]];
    }
  }
  const ToneRange range = toneRange(histogram);
  for (std::uint8_t& pixel : item.pixels) {
    if (pixel != 0) {
      const float tone = (static_cast<float>(pixel) - range.low) * range.gain;
      pixel = static_cast<std::uint8_t>(std::clamp(tone + 0.5F, kDarkestItem, 255.0F));
    }
  }
  return item;
}

}  // namespace ffnn
