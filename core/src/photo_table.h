// PhotoTable: the table on which a photo-like picture is made: larger than 28 × 28, so that sleeves can be
// spread and shoes put side by side before the whole is fitted.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

inline constexpr Index kTableSize = 48;  // pixels a side, as large as those of the data set
inline constexpr float kTableMiddle = 23.5F;

struct PhotoTable {
  using Layer = std::array<float, kTableSize * kTableSize>;
  Layer tone{};   // grey 0 … 1 of the item, where there is item
  Layer cover{};  // 0 background … 1 item

  static std::size_t cell(Index x, Index y) { return static_cast<std::size_t>(y * kTableSize + x); }
};

// A data set image as it is copied from: the item's outline apart from its greys.
struct SourceImage {
  // holesStay: whether dark areas enclosed by the item are background (the gaps of a sandal) or part of it (a
  // print).
  SourceImage(std::span<const std::uint8_t, kPixels> image, bool holesStay);

  // Greys 0 … 1 and cover between pixels, each the mean of the four around; nothing outside.
  struct Sample {
    float tone = 0;
    float cover = 0;
  };
  Sample at(float x, float y) const;

  static constexpr Index kSide = kImageSize + 2;  // a background pixel all around
  std::array<float, kSide * kSide> tone{};
  std::array<float, kSide * kSide> cover{};
};

// A number between low and high.
inline float between(Rng& rng, float low, float high) { return low + (high - low) * rng.uniform(); }

// A whole number from first, count of them.
inline Index oneOf(Rng& rng, Index first, Index count) {
  const std::uint32_t steps = rng.below(static_cast<std::uint32_t>(count));
  return first + static_cast<Index>(steps);
}

// True with this chance.
inline bool happens(Rng& rng, float chance) { return rng.uniform() < chance; }

// A rotation, as the cosine and sine of its angle.
struct Rotation {
  float cosine = 1;
  float sine = 0;
};

// t: the tangent of half the angle; with it a rotation needs no sine.
inline Rotation rotationOf(float t) {
  const float scale = 1 / (1 + t * t);
  return {(1 - t * t) * scale, 2 * t * scale};
}

// A field that changes slowly across the table: random corners, straight lines between them.
class SlowField {
 public:
  SlowField(Rng& rng, float size);  // −size … size
  float at(Index x, Index y) const;

 private:
  static constexpr Index kCorners = 5;
  std::array<float, kCorners * kCorners> corners_{};
};

}  // namespace ffnn
