#include "ffnn/image.h"

#include <algorithm>
#include <cmath>

namespace ffnn {
namespace {

// What one new pixel covers along one axis: old pixels first … first + weights.size() − 1, each with its
// share.
struct Coverage {
  Index first = 0;
  std::vector<float> weights;  // sum to 1
};

std::vector<Coverage> coverages(Index start, Index length, Index count) {
  std::vector<Coverage> result;
  const double scale = static_cast<double>(length) / static_cast<double>(count);
  for (Index i = 0; i < count; ++i) {
    const double from = static_cast<double>(i) * scale;
    const double to = std::min(static_cast<double>(i + 1) * scale, static_cast<double>(length));
    Coverage coverage;
    const auto firstPixel = static_cast<Index>(std::floor(from));
    coverage.first = start + firstPixel;
    for (Index p = firstPixel; static_cast<double>(p) < to; ++p) {
      const double overlap =
          std::min(to, static_cast<double>(p + 1)) - std::max(from, static_cast<double>(p));
      coverage.weights.push_back(static_cast<float>(overlap / scale));
    }
    result.push_back(std::move(coverage));
  }
  return result;
}

}  // namespace

std::optional<Box> inkBox(const GreyImage& image) {
  Index left = image.width;
  Index right = -1;
  Index top = image.height;
  Index bottom = -1;
  for (Index y = 0; y < image.height; ++y) {
    for (Index x = 0; x < image.width; ++x) {
      if (image.at(x, y) != 0) {
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = y;
      }
    }
  }
  if (right < 0) {
    return std::nullopt;
  }
  return Box{left, top, right - left + 1, bottom - top + 1};
}

bool isUniform(const GreyImage& image, const Box& box) {
  const std::uint8_t first = image.at(box.left, box.top);
  for (Index y = box.top; y < box.top + box.height; ++y) {
    for (Index x = box.left; x < box.left + box.width; ++x) {
      if (image.at(x, y) != first) {
        return false;
      }
    }
  }
  return true;
}

GreyImage resample(const GreyImage& image, const Box& box, Index width, Index height) {
  const std::vector<Coverage> columns = coverages(box.left, box.width, width);
  const std::vector<Coverage> rows = coverages(box.top, box.height, height);
  GreyImage result(width, height);
  for (Index y = 0; y < height; ++y) {
    const Coverage& row = rows[static_cast<std::size_t>(y)];
    for (Index x = 0; x < width; ++x) {
      const Coverage& column = columns[static_cast<std::size_t>(x)];
      float sum = 0;
      for (std::size_t j = 0; j < row.weights.size(); ++j) {
        float line = 0;
        for (std::size_t i = 0; i < column.weights.size(); ++i) {
          line += column.weights[i] * static_cast<float>(image.at(column.first + static_cast<Index>(i),
                                                                  row.first + static_cast<Index>(j)));
        }
        sum += row.weights[j] * line;
      }
      result.at(x, y) = static_cast<std::uint8_t>(std::clamp(sum + 0.5F, 0.0F, 255.0F));
    }
  }
  return result;
}

GreyImage fitToNetwork(const GreyImage& image, const Box& box) {
  const Index longest = std::max(box.width, box.height);
  const auto scaled = [longest](Index side) {
    return std::max<Index>(1, (side * kImageSize + longest / 2) / longest);
  };
  const GreyImage item = resample(image, box, scaled(box.width), scaled(box.height));
  GreyImage result(kImageSize, kImageSize);
  const Index offsetX = (kImageSize - item.width) / 2;
  const Index offsetY = (kImageSize - item.height) / 2;
  for (Index y = 0; y < item.height; ++y) {
    for (Index x = 0; x < item.width; ++x) {
      result.at(offsetX + x, offsetY + y) = item.at(x, y);
    }
  }
  return result;
}

}  // namespace ffnn
