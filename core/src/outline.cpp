#include "ffnn/outline.h"

#include <algorithm>

#include "ffnn/error.h"

namespace ffnn {
namespace {

constexpr std::uint8_t kGarment = 64;
constexpr std::uint8_t kLine = 255;
constexpr Index kReach = 2;  // pixels from a drawn one to the nearest of the background, at most

bool isGarment(std::span<const std::uint8_t> pixels, Index x, Index y) {
  const bool inside = x >= 0 && y >= 0 && x < kImageSize && y < kImageSize;
  return inside && pixels[static_cast<std::size_t>(y * kImageSize + x)] >= kGarment;
}

bool touchesBackground(std::span<const std::uint8_t> pixels, Index x, Index y) {
  for (Index dy = -kReach; dy <= kReach; ++dy) {
    for (Index dx = -kReach; dx <= kReach; ++dx) {
      if (!isGarment(pixels, x + dx, y + dy)) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

std::array<std::uint8_t, kPixels> outlineOf(std::span<const std::uint8_t> pixels) {
  FFNN_ASSERT(static_cast<Index>(pixels.size()) == kPixels);
  std::array<std::uint8_t, kPixels> outline{};
  for (Index y = 0; y < kImageSize; ++y) {
    for (Index x = 0; x < kImageSize; ++x) {
      if (isGarment(pixels, x, y) && touchesBackground(pixels, x, y)) {
        outline[static_cast<std::size_t>(y * kImageSize + x)] = kLine;
      }
    }
  }
  return outline;
}

}  // namespace ffnn
