#include "colour_plane.h"

#include <algorithm>
#include <cmath>

namespace ffnn {
namespace {

constexpr float kWidening = 1.5F;  // the two differences of real colours span less than lightness does

Colour fromRgb(float red, float green, float blue) {
  const float lightness = 0.299F * red + 0.587F * green + 0.114F * blue;  // ITU-R BT.601, as JPEG has it
  return {lightness, kWidening * 0.564F * (blue - lightness), kWidening * 0.713F * (red - lightness)};
}

}  // namespace

ColourPlane shrinkColours(std::span<const std::uint8_t> pixels, Index width, Index height, Index channels,
                          Index longest) {
  const Index side = std::max(width, height);
  const auto scaled = [&](Index length) {
    return side <= longest ? length : std::max<Index>(1, (length * longest + side / 2) / side);
  };
  ColourPlane result{Plane<Colour>(scaled(width), scaled(height)),
                     Plane<std::uint8_t>(scaled(width), scaled(height))};
  const Index newWidth = result.colours.width;
  const Index newHeight = result.colours.height;
  // In whole numbers: an old pixel is newWidth parts wide, a new one width parts.
  const auto overlap = [](Index newPixel, Index newPart, Index oldPixel, Index oldPart) {
    return std::min((newPixel + 1) * newPart, (oldPixel + 1) * oldPart) -
           std::max(newPixel * newPart, oldPixel * oldPart);
  };
  for (Index y = 0; y < newHeight; ++y) {
    for (Index x = 0; x < newWidth; ++x) {
      std::array<std::int64_t, 4> sums{};  // up to 2³⁴ in a photo of 512 × 512
      for (Index v = y * height / newHeight; v * newHeight < (y + 1) * height; ++v) {
        const Index tall = overlap(y, height, v, newHeight);
        for (Index u = x * width / newWidth; u * newWidth < (x + 1) * width; ++u) {
          const std::int64_t area = tall * overlap(x, width, u, newWidth);
          const auto first = static_cast<std::size_t>((v * width + u) * channels);
          const std::int64_t alpha = channels == 4 ? std::int64_t{pixels[first + 3]} : 255;
          for (std::size_t c = 0; c < 3; ++c) {
            sums[c] += area * alpha * pixels[first + c];
          }
          sums[3] += area * alpha;
        }
      }
      const float weight = static_cast<float>(std::max<std::int64_t>(sums[3], 1));
      result.colours.at(x, y) =
          fromRgb(static_cast<float>(sums[0]) / weight, static_cast<float>(sums[1]) / weight,
                  static_cast<float>(sums[2]) / weight);
      result.opaque.at(x, y) = sums[3] * 2 > std::int64_t{width} * height * 255 ? 1 : 0;
    }
  }
  return result;
}

}  // namespace ffnn
