// Training images that look like what seePhoto() makes of a photo: sleeves spread out, shoes in pairs from
// above, other fabrics, light from one side, masks with bites. The data set has none of these; a network that
// never saw them takes a photo for noise.
#pragma once

#include <cstdint>
#include <span>

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// Writes a photo-like version of image (784 bytes of the data set, of class label) to out, its brightest
// pixel 255 unless all are 0, as they may be of a blank image. label: 0 … 9. Equal states of rng give equal
// bytes on every platform.
void photoLike(std::span<const std::uint8_t, kPixels> image, Label label, Rng& rng,
               std::span<std::uint8_t, kPixels> out);

}  // namespace ffnn
