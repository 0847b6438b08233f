// Dataset: images as the bytes they arrived in, with their labels. The only place that turns a pixel byte
// into the number a network sees.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ffnn/idx.h"
#include "ffnn/types.h"

namespace ffnn {

// How pixels are scaled before the network sees them. Part of a trained network: it understands no other.
enum class InputScaling {
  unit,          // to [0, 1]: 0 = background, 255 → 1
  standardized,  // to mean 0 and deviation 1 over all pixels of the training images
};

std::string_view name(InputScaling scaling);

// The inverse of name(). Throws Error{invalidSetting} for any other text.
InputScaling inputScalingFromName(std::string_view text);

// x = scale · byte + offset.
struct PixelScale {
  Scalar scale = Scalar(1) / Scalar(255);
  Scalar offset = 0;

  // Writes pixels (n bytes) into row (n numbers).
  void apply(std::span<const std::uint8_t> pixels, Scalar* row) const;
};

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

  // Fills a batch: row r of x (indices.size() × 784, scaled) and labels[r] come from image indices[r].
  void gather(std::span<const std::uint32_t> indices, const PixelScale& scale, MatrixRef x,
              std::span<Label> labels) const;

  // The scale that gives the pixels of these images what scaling promises; indices: at least one. Pixels that
  // are all equal are only shifted.
  PixelScale scaleFor(InputScaling scaling, std::span<const std::uint32_t> indices) const;

 private:
  std::vector<std::uint8_t> pixels_;  // size() × 784
  std::vector<Label> labels_;
};

}  // namespace ffnn
