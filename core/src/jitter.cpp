#include "ffnn/jitter.h"

#include <algorithm>
#include <cmath>

#include "ffnn/error.h"
#include "ffnn/image.h"

namespace ffnn {
namespace {

constexpr Index kRoom = 44;  // pixels a side: whatever is turned and stretched still lies inside
constexpr float kMostTurn = 0.12F;
constexpr float kMostLean = 0.08F;
constexpr float kMostStretch = 0.1F;
constexpr std::uint8_t kFaint = 24;  // what is left of a pixel's edge when it falls between two; no ink

float within(float most, Rng& rng) { return (2 * rng.uniform() - 1) * most; }

// The grey level between pixels, 0 outside.
float levelAt(std::span<const std::uint8_t> pixels, float x, float y) {
  const auto left = static_cast<Index>(std::floor(x));
  const auto top = static_cast<Index>(std::floor(y));
  const float right = x - static_cast<float>(left);
  const float below = y - static_cast<float>(top);
  const auto at = [&](Index column, Index row) {
    const bool inside = column >= 0 && row >= 0 && column < kImageSize && row < kImageSize;
    return inside ? static_cast<float>(pixels[static_cast<std::size_t>(row * kImageSize + column)]) : 0.0F;
  };
  const float upper = (1 - right) * at(left, top) + right * at(left + 1, top);
  const float lower = (1 - right) * at(left, top + 1) + right * at(left + 1, top + 1);
  return (1 - below) * upper + below * lower;
}

}  // namespace

std::array<std::uint8_t, kPixels> jittered(std::span<const std::uint8_t> pixels, Rng& rng) {
  FFNN_ASSERT(static_cast<Index>(pixels.size()) == kPixels);
  const float turn = within(kMostTurn, rng);
  const float leanX = within(kMostLean, rng);
  const float leanY = within(kMostLean / 2, rng);
  const float width = 1 + within(kMostStretch, rng);
  const float height = 1 + within(kMostStretch, rng);
  const float shift = within(0.5F, rng);  // between two pixels, so that lines are not always as sharp
  GreyImage moved(kRoom, kRoom);
  constexpr float kMiddle = static_cast<float>(kImageSize - 1) / 2;
  constexpr float kRoomMiddle = static_cast<float>(kRoom - 1) / 2;
  for (Index y = 0; y < kRoom; ++y) {
    for (Index x = 0; x < kRoom; ++x) {
      const float fromX = static_cast<float>(x) - kRoomMiddle + shift;
      const float fromY = static_cast<float>(y) - kRoomMiddle + shift;
      const float level = levelAt(pixels, kMiddle + width * fromX + (leanX + turn) * fromY,
                                  kMiddle + height * fromY + (leanY - turn) * fromX);
      const auto rounded = static_cast<std::uint8_t>(std::min(level + 0.5F, 255.0F));
      moved.at(x, y) = rounded < kFaint ? std::uint8_t{0} : rounded;
    }
  }
  std::array<std::uint8_t, kPixels> result{};
  if (const auto box = inkBox(moved)) {
    const GreyImage fitted = fitToNetwork(moved, *box);
    std::copy(fitted.pixels.begin(), fitted.pixels.end(), result.begin());
  }
  return result;
}

}  // namespace ffnn
