// Pictures as they come from JavaScript, into a data set.
#pragma once

#include <cstdint>
#include <vector>

#include "ffnn/dataset.h"

namespace ffnn {

// Appends all of them, or none. what: what messages call them. pixels: 784 grey levels each; labels: one
// each, 0 … last. Throws Error{badData} otherwise.
void appendPictures(Dataset& data, const char* what, const std::vector<std::uint8_t>& pixels,
                    const std::vector<std::uint8_t>& labels, Label last);

}  // namespace ffnn
