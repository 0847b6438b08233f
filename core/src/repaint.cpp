#include "repaint.h"

#include <algorithm>

#include "garment_kind.h"

namespace ffnn {
namespace {

constexpr float kDarkest = 0.04F;  // of an item: never quite background

float meanTone(const PhotoTable& table) {
  float sum = 0;
  float count = 0;
  for (std::size_t i = 0; i < table.tone.size(); ++i) {
    sum += table.cover[i] * table.tone[i];
    count += table.cover[i];
  }
  return count > 0 ? sum / count : 0;
}

// Bands of another tone, along, across or both.
void addStripes(Rng& rng, PhotoTable& table) {
  const Index period = oneOf(rng, 3, 5);
  const Index wide = oneOf(rng, 1, period - 1);
  const std::uint32_t direction = rng.below(3);
  const float step = between(rng, -0.4F, 0.4F);
  for (Index y = 0; y < kTableSize; ++y) {
    for (Index x = 0; x < kTableSize; ++x) {
      float& tone = table.tone[PhotoTable::cell(x, y)];
      if (direction != 1 && y % period < wide) {
        tone += step;
      }
      if (direction != 0 && x % period < wide) {
        tone += direction == 2 ? 0.6F * step : step;
      }
    }
  }
}

// A patch on the chest, of rows of blocks, as lettering and pictures look at this size.
void addPrint(Rng& rng, PhotoTable& table) {
  const Index left = oneOf(rng, 15, 6);
  const Index top = oneOf(rng, 12, 8);
  const Index wide = oneOf(rng, 6, 9);
  const Index tall = oneOf(rng, 2, 11);
  const float step = between(rng, -0.8F, 0.8F);
  const float holes = between(rng, 0, 0.6F);
  for (Index y = top; y < std::min(top + tall, kTableSize); ++y) {
    for (Index x = left; x < std::min(left + wide, kTableSize); ++x) {
      if (!happens(rng, holes)) {
        table.tone[PhotoTable::cell(x, y)] += step;
      }
    }
  }
}

}  // namespace

void repaint(Label label, Rng& rng, PhotoTable& table) {
  const bool upper = hasSleeves(label);
  const float mean = meanTone(table);
  // A bag or a shoe without any of its lines is a shape that could be anything.
  const float least = label == labels::kBag ? 0.5F : (isShoe(label) ? 0.4F : 0.0F);
  const float detail = happens(rng, 0.35F) ? 1.0F : between(rng, least, 0.8F);
  const float base = happens(rng, 0.3F) ? mean : between(rng, 0.15F, 0.9F);
  for (float& tone : table.tone) {
    tone = base + detail * (tone - mean);
  }
  if (upper && happens(rng, 0.12F)) {
    addStripes(rng, table);
  }
  if (upper && happens(rng, label == labels::kTShirt ? 0.35F : 0.12F)) {
    addPrint(rng, table);
  }
  const float lightX = between(rng, -0.012F, 0.012F);
  const float lightY = between(rng, -0.012F, 0.012F);
  const float folds = between(rng, 0, 0.2F);
  const SlowField fold(rng, folds);
  const float grain = happens(rng, 0.5F) ? between(rng, 0, 0.12F) : 0.0F;
  for (Index y = 0; y < kTableSize; ++y) {
    for (Index x = 0; x < kTableSize; ++x) {
      const std::size_t cell = PhotoTable::cell(x, y);
      if (table.cover[cell] == 0) {
        continue;
      }
      const float light = 1 + lightX * (static_cast<float>(x) - kTableMiddle) +
                          lightY * (static_cast<float>(y) - kTableMiddle) + fold.at(x, y);
      const float noise = grain > 0 ? between(rng, -grain, grain) : 0.0F;
      table.tone[cell] = std::clamp(table.tone[cell] * light + noise, kDarkest, 1.0F);
    }
  }
}

}  // namespace ffnn
