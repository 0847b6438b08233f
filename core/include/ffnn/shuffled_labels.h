// ShuffledLabels: training images with each other's labels, so that there is nothing to learn but the images
// by heart (C. Zhang et al., "Understanding deep learning requires rethinking generalization", 2017).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/dataset.h"
#include "ffnn/rng.h"

namespace ffnn {

class ShuffledLabels {
 public:
  ShuffledLabels() = default;  // every image keeps its own

  // The labels of these images of data, dealt out among them anew: each class keeps its number of images.
  ShuffledLabels(const Dataset& data, std::span<const std::uint32_t> images, Rng rng);

  // labels: of these images; become those that they have here.
  void apply(std::span<const std::uint32_t> images, std::span<Label> labels) const;

 private:
  std::vector<Label> labels_;  // by image number; empty: their own
};

}  // namespace ffnn
