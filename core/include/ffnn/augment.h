// Augmentation: changes to the images of a batch that leave what they show the same, so that the network sees
// more than the data set has.
#pragma once

#include <cstdint>
#include <span>

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// Sets each item to 0 or 1 with chance one half, one random number each, in order.
void chooseHalf(std::span<std::uint8_t> chosen, Rng& rng);

// Mirrors the chosen rows (one 28 × 28 image each) left to right: in the data all shoes face left, and a
// mirrored boot would otherwise be called a bag. x: batch × 784; chosen: one a row.
void mirror(MatrixRef x, std::span<const std::uint8_t> chosen);

}  // namespace ffnn
