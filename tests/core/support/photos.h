// Photos drawn by a test: a floor of planks with noise, and garments of which the test knows every pixel.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "ffnn/photo.h"
#include "ffnn/rng.h"

namespace ffnn::test {

using Rgb = std::array<std::uint8_t, 3>;

inline constexpr Index kWidth = 72;
inline constexpr Index kHeight = 96;

struct Picture {
  Picture(Index pictureWidth, Index pictureHeight, Index pictureChannels = 3)
      : width(pictureWidth),
        height(pictureHeight),
        channels(pictureChannels),
        bytes(static_cast<std::size_t>(width * height * channels), 255) {}

  void set(Index x, Index y, const Rgb& colour) {
    std::copy(colour.begin(), colour.end(), bytes.begin() + (y * width + x) * channels);
  }

  PhotoRequest request() const { return {bytes, width, height, channels, std::nullopt, 0}; }

  Index width;
  Index height;
  Index channels;
  std::vector<std::uint8_t> bytes;
};

inline bool inBox(Index x, Index y, const Box& box) {
  return x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
}

inline std::uint8_t noisy(int value, Rng& rng) {
  return static_cast<std::uint8_t>(std::clamp(value + static_cast<int>(rng.below(17)) - 8, 0, 255));
}

// Planks with noise.
inline Picture floor(Index width = kWidth, Index height = kHeight, Index channels = 3) {
  Picture picture(width, height, channels);
  Rng rng(5);
  for (Index y = 0; y < height; ++y) {
    for (Index x = 0; x < width; ++x) {
      const int plank = static_cast<int>(x / 12 % 3) * 12;
      picture.set(x, y, {noisy(170 + plank, rng), noisy(130 + plank, rng), noisy(90 + plank, rng)});
    }
  }
  return picture;
}

inline void lay(Picture& picture, const Box& box, const Rgb& colour) {
  Rng rng(6);
  for (Index y = box.top; y < box.top + box.height; ++y) {
    for (Index x = box.left; x < box.left + box.width; ++x) {
      picture.set(x, y, {noisy(colour[0], rng), noisy(colour[1], rng), noisy(colour[2], rng)});
    }
  }
}

// A T-shirt: trunk and sleeves.
inline constexpr Box kTrunk{24, 20, 24, 56};
inline constexpr Box kSleeves{10, 20, 52, 16};

inline Picture shirtOn(Picture picture, const Rgb& colour) {
  lay(picture, kTrunk, colour);
  lay(picture, kSleeves, colour);
  return picture;
}

inline bool inShirt(Index x, Index y) { return inBox(x, y, kTrunk) || inBox(x, y, kSleeves); }

// Intersection over union of a mask and what was drawn.
template <typename Inside>
double agreement(const GreyImage& mask, Inside inside) {
  double both = 0;
  double either = 0;
  for (Index y = 0; y < mask.height; ++y) {
    for (Index x = 0; x < mask.width; ++x) {
      const bool found = mask.at(x, y) != 0;
      const bool drawn = inside(x, y);
      both += found && drawn ? 1 : 0;
      either += found || drawn ? 1 : 0;
    }
  }
  return both / either;
}

}  // namespace ffnn::test
