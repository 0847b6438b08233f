// Any grey picture → 28 × 28, the way Fashion-MNIST was made: crop to the item, longest side to 28, centre
// the short side. Pure functions, one a step. Ink is bright on black: 0 = background, 255 = full. Source of
// the steps: H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST", 2017, section 2.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "ffnn/types.h"

namespace ffnn {

// A grey picture, row by row from the top.
struct GreyImage {
  GreyImage(Index imageWidth, Index imageHeight)
      : width(imageWidth), height(imageHeight), pixels(static_cast<std::size_t>(imageWidth * imageHeight)) {}

  std::uint8_t& at(Index x, Index y) { return pixels[static_cast<std::size_t>(y * width + x)]; }
  std::uint8_t at(Index x, Index y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }

  Index width;
  Index height;
  std::vector<std::uint8_t> pixels;
};

// A rectangle of pixels: columns left … left + width − 1, rows top … top + height − 1.
struct Box {
  Index left = 0;
  Index top = 0;
  Index width = 0;
  Index height = 0;
};

// The smallest box around everything that is not background; nothing for a blank picture.
std::optional<Box> inkBox(const GreyImage& image);

// True when every pixel of the box has the same value.
bool isUniform(const GreyImage& image, const Box& box);

// The box, resampled to width × height: each new pixel is the mean of the area it covers, partly covered
// pixels weighted by the part, rounded to the nearest. width, height: at least 1; box: inside the picture,
// not empty.
GreyImage resample(const GreyImage& image, const Box& box, Index width, Index height);

// The box as a 28 × 28 picture: longest side exactly 28, short side in proportion (at least 1) and centred on
// black.
GreyImage fitToNetwork(const GreyImage& image, const Box& box);

}  // namespace ffnn
