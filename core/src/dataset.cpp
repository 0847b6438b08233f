#include "ffnn/dataset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ffnn/error.h"
#include "ffnn/names.h"

namespace ffnn {

namespace {

constexpr std::array kScalingNames{
    Named{InputScaling::unit, "unit"},
    Named{InputScaling::standardized, "standardized"},
};

}  // namespace

std::string_view name(InputScaling scaling) { return nameIn(kScalingNames, scaling); }

InputScaling inputScalingFromName(std::string_view text) {
  return valueIn(kScalingNames, "input scaling", text);
}

void PixelScale::apply(std::span<const std::uint8_t> pixels, Scalar* row) const {
  // Copies of their own: as far as a compiler knows, a row of numbers could be this object.
  const Scalar factor = scale;
  const Scalar shift = offset;
  // By way of whole numbers in memory: of those, compilers make floating-point numbers four at a time; of
  // bytes some do it one by one.
  std::array<std::int32_t, kImageSize * 4> whole;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (std::size_t first = 0; first < pixels.size(); first += whole.size()) {
    const auto some = pixels.subspan(first, std::min(whole.size(), pixels.size() - first));
    std::copy(some.begin(), some.end(), whole.begin());
    for (std::size_t i = 0; i < some.size(); ++i) {
      row[first + i] = static_cast<Scalar>(whole[i]) * factor + shift;
    }
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

void Dataset::gather(std::span<const std::uint32_t> indices, const PixelScale& scale, MatrixRef x,
                     std::span<Label> labels) const {
  FFNN_ASSERT(x.rows() == static_cast<Index>(indices.size()) && x.cols() == kPixels);
  for (std::size_t r = 0; r < indices.size(); ++r) {
    const auto i = static_cast<Index>(indices[r]);
    scale.apply(image(i), x.row(static_cast<Index>(r)).data());
    labels[r] = label(i);
  }
}

PixelScale Dataset::scaleFor(InputScaling scaling, std::span<const std::uint32_t> indices) const {
  if (scaling == InputScaling::unit) {
    return {};
  }
  std::uint64_t sum = 0;  // whole numbers: exact, and so equal everywhere
  std::uint64_t squares = 0;
  for (const std::uint32_t index : indices) {
    for (const std::uint64_t pixel : image(static_cast<Index>(index))) {
      sum += pixel;
      squares += pixel * pixel;
    }
  }
  const double count = static_cast<double>(indices.size()) * static_cast<double>(kPixels);
  const double mean = static_cast<double>(sum) / count;
  const double variance = static_cast<double>(squares) / count - mean * mean;
  const double deviation = variance > 0 ? std::sqrt(variance) : 1.0;
  return {static_cast<Scalar>(1 / deviation), static_cast<Scalar>(-mean / deviation)};
}

}  // namespace ffnn
