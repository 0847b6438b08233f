// The contrast that pictures of items get, whether they come from a photo or are made to look so.
#pragma once

#include <array>

#include "ffnn/image.h"

namespace ffnn {

using Histogram = std::array<Index, 256>;  // pixels of each grey

// Grey levels become (grey − low) · gain.
struct ToneRange {
  float low = 0;
  float gain = 1;
};

// The stretch that makes most of an item's greys: the brightest to 255, the darkest most of the way to 0, the
// outermost 2 % on both sides left out. histogram: of the item's pixels; not blank.
ToneRange toneRange(const Histogram& histogram);

inline constexpr float kDarkestItem = 12;  // grey: never quite background

// Gives back some of the contrast of neighbours that shrinking took. Background stays, and lends no contrast.
void sharpen(GreyImage& picture);

// Brings the brightest pixel to 255.
void brighten(GreyImage& picture);

}  // namespace ffnn
