#include "ffnn/dataset.h"

#include <string>

#include "ffnn/error.h"

namespace ffnn {

void scalePixels(std::span<const std::uint8_t> pixels, Scalar* row) {
  constexpr Scalar kScale = Scalar(1) / Scalar(255);
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    row[i] = static_cast<Scalar>(pixels[i]) * kScale;
  }
}

void Dataset::reserve(Index count) {
  if (count < 0 || count > kMostImages) {
    throw Error(ErrorCode::badData, "data set: " + std::to_string(count) + " images announced, at most " +
                                        std::to_string(kMostImages) + " allowed");
  }
  pixels_.reserve(static_cast<std::size_t>(count * kPixels));
  labels_.reserve(static_cast<std::size_t>(count));
}

void Dataset::append(const IdxImages& images, const IdxLabels& labels) {
  if (images.count != static_cast<Index>(labels.labels.size())) {
    throw Error(ErrorCode::badData, "data set: " + std::to_string(images.count) + " images but " +
                                        std::to_string(labels.labels.size()) + " labels");
  }
  if (images.count > kMostImages - size()) {
    throw Error(ErrorCode::badData, "data set: " + std::to_string(size() + images.count) +
                                        " images in all, at most " + std::to_string(kMostImages) +
                                        " allowed");
  }
  labels_.reserve(labels_.size() + labels.labels.size());  // then only the pixels can find no room
  pixels_.insert(pixels_.end(), images.pixels.begin(), images.pixels.end());
  labels_.insert(labels_.end(), labels.labels.begin(), labels.labels.end());
}

std::span<const std::uint8_t> Dataset::image(Index i) const {
  FFNN_ASSERT(i >= 0 && i < size());
  return std::span(pixels_).subspan(static_cast<std::size_t>(i * kPixels), static_cast<std::size_t>(kPixels));
}

void Dataset::gather(std::span<const std::uint32_t> indices, MatrixRef x, std::span<Label> labels) const {
  FFNN_ASSERT(x.rows() == static_cast<Index>(indices.size()) && x.cols() == kPixels);
  for (std::size_t r = 0; r < indices.size(); ++r) {
    const auto i = static_cast<Index>(indices[r]);
    scalePixels(image(i), x.row(static_cast<Index>(r)).data());
    labels[r] = label(i);
  }
}

}  // namespace ffnn
