// A photo's colours, shrunk to what telling item from background needs.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "plane.h"

namespace ffnn {

// Lightness 0 … 255, then blue and red difference, widened so that a step in any of the three is about as
// visible.
using Colour = std::array<float, 3>;

struct ColourPlane {
  Plane<Colour> colours;
  Plane<std::uint8_t> opaque;  // 0 where the photo is mostly transparent
};

// pixels: width × height × channels bytes, channels 3 (RGB) or 4 (RGBA). longest: pixels of the result's
// longer side, when the photo has more. Each new pixel is the mean of the area that it covers.
ColourPlane shrinkColours(std::span<const std::uint8_t> pixels, Index width, Index height, Index channels,
                          Index longest);

inline float squaredDistance(const Colour& a, const Colour& b) {
  const float d0 = a[0] - b[0];
  const float d1 = a[1] - b[1];
  const float d2 = a[2] - b[2];
  return d0 * d0 + d1 * d1 + d2 * d2;
}

}  // namespace ffnn
