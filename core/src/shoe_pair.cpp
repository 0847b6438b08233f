#include "shoe_pair.h"

#include <algorithm>
#include <cmath>

namespace ffnn {
namespace {

constexpr float kSourceMiddle = 13.5F;

}  // namespace

void sideBySide(const SourceImage& source, Rng& rng, PhotoTable& table) {
  const bool opposed = happens(rng, 0.35F);
  const float common = between(rng, -0.3F, 0.3F);
  // Seen more or less from the front, a shoe is shorter than from the side, and the other stands beside it.
  const bool frontal = happens(rng, 0.5F);
  const float shortened = frontal ? between(rng, 1.3F, 2.6F) : between(rng, 1, 1.25F);
  const float reach = opposed ? 9 : 6;
  const float apartX = frontal ? between(rng, 7, 14) : between(rng, -reach, reach);
  const float apartY = frontal ? between(rng, -3, 6) : between(rng, 2, 9);
  for (int shoe = 0; shoe < 2; ++shoe) {
    const Rotation turn = rotationOf(common + between(rng, -0.12F, 0.12F));
    const float scale = between(rng, 1, 1.25F);
    const float tall = between(rng, 0.75F, 1.05F);
    const float facing = opposed && shoe == 1 ? -1.0F : 1.0F;
    const float half = shoe == 0 ? -0.5F : 0.5F;
    const float dim = between(rng, 0.75F, 1);
    for (Index y = 0; y < kTableSize; ++y) {
      for (Index x = 0; x < kTableSize; ++x) {
        const float dx = static_cast<float>(x) - kTableMiddle - half * apartX;
        const float dy = static_cast<float>(y) - kTableMiddle - half * apartY;
        const float u = (turn.cosine * dx + turn.sine * dy) * scale * shortened * facing;
        const float v = (turn.cosine * dy - turn.sine * dx) * scale * tall;
        const SourceImage::Sample sample = source.at(kSourceMiddle + u, kSourceMiddle + v);
        const std::size_t cell = PhotoTable::cell(x, y);
        table.tone[cell] += sample.cover * (sample.tone * dim - table.tone[cell]);
        table.cover[cell] = std::max(table.cover[cell], sample.cover);
      }
    }
  }
}

}  // namespace ffnn
