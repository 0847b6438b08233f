// Filling outlines: people draw a garment as its outline, the data set shows it as an area.
#pragma once

#include <cstdint>

#include "ffnn/image.h"

namespace ffnn {

// Gives grey to the background (0) that lines enclose, where lines that come closer than gap count as closed:
// what cannot be reached from the picture's edge without passing between two of them. Ink keeps its grey.
// gap: pixels, 0 … the picture's side; nooks of the outline that are narrower are filled too.
void fillEnclosed(GreyImage& picture, std::uint8_t grey, Index gap);

}  // namespace ffnn
