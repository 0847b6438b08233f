#include "fray.h"

#include <algorithm>

namespace ffnn {
namespace {

// An ellipse that is missing, or one of the surroundings that was taken for item.
void addPatch(Rng& rng, PhotoTable& table) {
  const bool adds = happens(rng, 0.4F);
  const float x0 = between(rng, 10, 38);
  const float y0 = between(rng, 10, 38);
  const float rx = between(rng, 1.5F, 5);
  const float ry = between(rng, 1.5F, 5);
  const float tone = between(rng, 0.2F, 0.9F);
  for (Index y = 0; y < kTableSize; ++y) {
    for (Index x = 0; x < kTableSize; ++x) {
      const float u = (static_cast<float>(x) - x0) / rx;
      const float v = (static_cast<float>(y) - y0) / ry;
      const std::size_t cell = PhotoTable::cell(x, y);
      if (u * u + v * v >= 1) {
        continue;
      }
      if (!adds) {
        table.cover[cell] = 0;
      } else if (table.cover[cell] < 0.5F) {
        table.cover[cell] = 1;
        table.tone[cell] = tone;
      }
    }
  }
}

}  // namespace

void fray(Rng& rng, PhotoTable& table) {
  if (happens(rng, 0.4F)) {
    addPatch(rng, table);
  }
  const float ragged = happens(rng, 0.5F) ? between(rng, 0.1F, 0.6F) : 0.0F;
  for (float& cover : table.cover) {
    const float noise = ragged > 0 && cover > 0 ? between(rng, -ragged, ragged) : 0.0F;
    cover = std::clamp((cover - 0.5F) * 2 + 0.5F + (cover < 1 ? noise : 0.0F), 0.0F, 1.0F);
  }
}

}  // namespace ffnn
