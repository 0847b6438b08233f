// Synthetic images that a network can learn: every class has a picture of its own, every image is that
// picture with noise. Also the IDX bytes they would arrive in. All from Rng, so equal on every platform.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/dataset.h"

namespace ffnn::test {

using Bytes = std::vector<std::uint8_t>;

struct RawImages {
  Bytes pixels;  // count × 784
  Bytes labels;  // count, each 0 … 9
};

// seed: decides the noise and the order of classes; the pictures of the classes are always the same, so that
// two seeds give a training and a test set.
RawImages makeImages(Index count, std::uint32_t seed);

Dataset makeDataset(Index count, std::uint32_t seed);

// The same images; of every `every` of them the first has the label of the next class.
Dataset makeMislabelled(Index count, std::uint32_t seed, std::size_t every);

// Appends a big-endian word, as IDX headers have it.
void appendWord(Bytes& bytes, std::uint32_t word);

// Whole IDX files.
Bytes idxImages(std::span<const std::uint8_t> pixels);
Bytes idxLabels(std::span<const std::uint8_t> labels);

}  // namespace ffnn::test
