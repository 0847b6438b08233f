// Outlines of the data set's images: a drawing, of sorts, of every garment there is.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "ffnn/types.h"

namespace ffnn {

// White lines on black where garment and background meet: a pixel is drawn when it belongs to the garment (a
// quarter of full brightness or more) and background is at most two pixels away; beyond the edge there is
// background. Lines are two pixels wide, like those of a pen on the pad. pixels: 784.
std::array<std::uint8_t, kPixels> outlineOf(std::span<const std::uint8_t> pixels);

}  // namespace ffnn
