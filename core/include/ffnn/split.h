// The validation part: training images that are set aside for choosing (when to stop, which weights to keep),
// so that the test images stay unseen by every choice.
#pragma once

#include <cstdint>
#include <vector>

#include "ffnn/dataset.h"
#include "ffnn/rng.h"

namespace ffnn {

struct Split {
  std::vector<std::uint32_t> training;    // image numbers, rising
  std::vector<std::uint32_t> validation;  // image numbers, rising
};

// Sets aside `share` of the first `images` images of data: of each class its share, rounded to whole images
// and drawn at random, but never a class's last image. share: 0 … 0.5; 0 sets none aside.
Split splitByClass(const Dataset& data, Index images, double share, Rng rng);

}  // namespace ffnn
