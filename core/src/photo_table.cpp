#include "photo_table.h"

#include <cmath>

namespace ffnn {
namespace {

constexpr std::uint8_t kLeastInk = 10;  // greys below are the shadow of a studio

// Marks what can be reached from the border through background: the rest is item.
void fillHoles(std::array<float, SourceImage::kSide * SourceImage::kSide>& cover) {
  constexpr Index kSide = SourceImage::kSide;
  constexpr float kReached = -1;
  std::array<std::int16_t, kSide * kSide> pending{};
  std::size_t count = 0;
  const auto visit = [&](Index cell) {
    if (cover[static_cast<std::size_t>(cell)] == 0) {
      cover[static_cast<std::size_t>(cell)] = kReached;
      pending[count++] = static_cast<std::int16_t>(cell);
    }
  };
  visit(0);
  while (count > 0) {
    const Index cell = pending[--count];
    const Index x = cell % kSide;
    if (x > 0) {
      visit(cell - 1);
    }
    if (x + 1 < kSide) {
      visit(cell + 1);
    }
    if (cell >= kSide) {
      visit(cell - kSide);
    }
    if (cell + kSide < kSide * kSide) {
      visit(cell + kSide);
    }
  }
  for (float& c : cover) {
    c = c == kReached ? 0.0F : 1.0F;
  }
}

}  // namespace

SourceImage::SourceImage(std::span<const std::uint8_t, kPixels> image, bool holesStay) {
  for (Index y = 0; y < kImageSize; ++y) {
    for (Index x = 0; x < kImageSize; ++x) {
      const std::uint8_t pixel = image[static_cast<std::size_t>(y * kImageSize + x)];
      const auto cell = static_cast<std::size_t>((y + 1) * kSide + x + 1);
      tone[cell] = static_cast<float>(pixel) * (1.0F / 255.0F);
      cover[cell] = pixel >= kLeastInk ? 1.0F : 0.0F;
    }
  }
  if (!holesStay) {
    fillHoles(cover);
  }
}

SourceImage::Sample SourceImage::at(float x, float y) const {
  const float u = x + 1;
  const float v = y + 1;
  constexpr auto kLast = static_cast<float>(kSide - 1);
  if (!(u >= 0 && v >= 0 && u < kLast && v < kLast)) {
    return {};
  }
  const auto i = static_cast<Index>(u);
  const auto j = static_cast<Index>(v);
  const float right = u - static_cast<float>(i);
  const float down = v - static_cast<float>(j);
  const auto cell = static_cast<std::size_t>(j * kSide + i);
  const std::array<std::size_t, 4> cells{cell, cell + 1, cell + kSide, cell + kSide + 1};
  const std::array<float, 4> shares{(1 - right) * (1 - down), right * (1 - down), (1 - right) * down,
                                    right * down};
  Sample sample;
  for (std::size_t k = 0; k < 4; ++k) {
    const float weight = shares[k] * cover[cells[k]];
    sample.cover += weight;
    sample.tone += weight * tone[cells[k]];
  }
  if (sample.cover > 0) {
    sample.tone /= sample.cover;
  }
  return sample;
}

SlowField::SlowField(Rng& rng, float size) {
  for (float& corner : corners_) {
    corner = between(rng, -size, size);
  }
}

float SlowField::at(Index x, Index y) const {
  constexpr float kCellsAPixel = static_cast<float>(kCorners - 1) / static_cast<float>(kTableSize);
  const float u = static_cast<float>(x) * kCellsAPixel;
  const float v = static_cast<float>(y) * kCellsAPixel;
  const auto i = static_cast<Index>(u);
  const auto j = static_cast<Index>(v);
  const float right = u - static_cast<float>(i);
  const float down = v - static_cast<float>(j);
  const float* corner = &corners_[static_cast<std::size_t>(j * kCorners + i)];
  const float above = corner[0] + right * (corner[1] - corner[0]);
  const float below = corner[kCorners] + right * (corner[kCorners + 1] - corner[kCorners]);
  return above + down * (below - above);
}

}  // namespace ffnn
