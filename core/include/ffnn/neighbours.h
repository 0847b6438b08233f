// The images of a data set that look most like a picture, as pixels: what a network had to go by.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/dataset.h"

namespace ffnn {

// The numbers of the `count` images, of the first `images` of data, whose pixels point most nearly the same
// way: by the cosine of the two pictures as vectors, nearest first, of equally near ones the lower number.
// Fewer when there are fewer; none for an empty picture. A picture that is an outline counts as filled, since
// no garment of the data set is one. pixels: 784; images: 0 … data.size().
std::vector<std::uint32_t> nearestImages(const Dataset& data, Index images,
                                         std::span<const std::uint8_t> pixels, Index count);

}  // namespace ffnn
