// Dataset: images as the bytes they arrived in, with their labels. The only place that turns a pixel byte
// into the number a network sees.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/idx.h"
#include "ffnn/types.h"

namespace ffnn {

// Writes pixels (n bytes) into row (n numbers) scaled to [0, 1]: 0 = background, 255 → 1.
void scalePixels(std::span<const std::uint8_t> pixels, Scalar* row);

class Dataset {
 public:
  static constexpr Index kMostImages = 60'000;  // Fashion-MNIST's training set, the larger of its two

  // Announces how many images will come in all, 0 … kMostImages, so that appending never copies what is
  // there. Throws Error{badData} for any other count.
  void reserve(Index count);

  // Appends as many images as labels. Throws Error{badData} when the two counts differ, or when there would
  // be more than kMostImages; nothing is added then.
  void append(const IdxImages& images, const IdxLabels& labels);

  Index size() const { return static_cast<Index>(labels_.size()); }

  // The 784 bytes, and the class, of image i; 0 ≤ i < size().
  std::span<const std::uint8_t> image(Index i) const;
  Label label(Index i) const { return labels_[static_cast<std::size_t>(i)]; }

  // Fills a batch: row r of x (indices.size() × 784, in [0, 1]) and labels[r] come from image indices[r].
  void gather(std::span<const std::uint32_t> indices, MatrixRef x, std::span<Label> labels) const;

 private:
  std::vector<std::uint8_t> pixels_;  // size() × 784
  std::vector<Label> labels_;
};

}  // namespace ffnn
