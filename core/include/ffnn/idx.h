// IDX, the file format of MNIST and Fashion-MNIST: big-endian 32-bit header words, then one byte a value.
// Reads headers and checks every bound; it copies nothing and knows nothing of training.
// Source: Y. LeCun, "The MNIST database", section "FILE FORMATS".
#pragma once

#include <cstdint>
#include <span>

#include "ffnn/types.h"

namespace ffnn {

struct IdxImages {
  Index count = 0;
  std::span<const std::uint8_t> pixels;  // count × 784 bytes, row by row, 0 = background
};

struct IdxLabels {
  std::span<const Label> labels;  // each below kClasses
};

// bytes: a whole IDX file of 28 × 28 images, not compressed. The result points into it.
// Throws Error{badData} naming the offset when the magic number, a dimension or the length is wrong.
IdxImages parseIdxImages(std::span<const std::uint8_t> bytes);

// bytes: a whole IDX file of labels. Throws Error{badData} likewise, and for a label of 10 or more.
IdxLabels parseIdxLabels(std::span<const std::uint8_t> bytes);

}  // namespace ffnn
