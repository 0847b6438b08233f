#include "shoe_design.h"

#include <algorithm>
#include <cmath>

#include "garment_kind.h"

namespace ffnn {
namespace {

// The parts of a shoe seen from above. Lengths are in parts of the shoe's, 0 at the toe, 1 at the heel;
// widths in parts of its greatest.
struct Design {
  float width = 0.36F;  // of the shoe, in its lengths
  float ball = 0.32F;   // where it is widest
  float waist = 0.75F;  // how wide the middle and the heel are
  float sole = 0.6F;    // greys
  float upper = 0.8F;
  float inside = 0.3F;
  float openingFrom = 0.5F;  // of the hole for the foot
  float openingWidth = 0.6F;
  bool laces = false;
  float laceTone = 1;
  int straps = 0;  // 0: closed upper
  std::array<float, 4> strapAt{};
  std::array<float, 4> strapWidth{};
  std::array<float, 4> strapSlope{};
  bool soleShows = true;  // a sandal's, between the straps
};

Design chooseDesign(Label label, Rng& rng) {
  Design design;
  design.width = between(rng, 0.32F, 0.46F);
  design.ball = between(rng, 0.25F, 0.4F);
  design.waist = between(rng, 0.65F, 0.9F);
  design.upper = between(rng, 0.3F, 1);
  design.sole = between(rng, 0.2F, 1);
  design.inside = between(rng, 0.1F, 0.9F);
  if (label == labels::kSandal) {
    design.straps = 1 + static_cast<int>(rng.below(4));
    design.soleShows = happens(rng, 0.9F);
    const bool slide = happens(rng, 0.3F);
    if (slide) {
      design.straps = 1;
    }
    for (std::size_t i = 0; i < design.strapAt.size(); ++i) {
      design.strapAt[i] = slide ? between(rng, 0.3F, 0.4F) : between(rng, 0.12F, 0.95F);
      design.strapWidth[i] = slide ? between(rng, 0.12F, 0.2F) : between(rng, 0.03F, 0.09F);
      design.strapSlope[i] = between(rng, -0.5F, 0.5F);
    }
  } else if (label == labels::kSneaker) {
    design.openingFrom = between(rng, 0.5F, 0.65F);
    design.openingWidth = between(rng, 0.5F, 0.75F);
    design.laces = happens(rng, 0.75F);
    design.laceTone = between(rng, 0.3F, 1);
  } else {
    design.openingFrom = between(rng, 0.35F, 0.55F);
    design.openingWidth = between(rng, 0.65F, 0.9F);
    design.waist = between(rng, 0.8F, 1.1F);
    design.laces = happens(rng, 0.5F);
    design.laceTone = between(rng, 0.3F, 1);
  }
  return design;
}

// Half the width at a place along the shoe; 0 outside.
float halfWidth(const Design& design, float s) {
  constexpr float kHeel = 0.82F;  // where the round end begins
  if (s <= 0 || s >= 1) {
    return 0;
  }
  if (s < design.ball) {
    const float t = (design.ball - s) / design.ball;
    return std::sqrt(1 - t * t);
  }
  const float straight = 1 + (design.waist - 1) * std::min((s - design.ball) / (kHeel - design.ball), 1.0F);
  if (s < kHeel) {
    return straight;
  }
  const float t = (s - kHeel) / (1 - kHeel);
  return straight * std::sqrt(1 - t * t);
}

// The grey at a place of the shoe; w: across, −1 … 1 at the widest. Below 0: nothing there.
float toneAt(const Design& design, float s, float w) {
  const float half = halfWidth(design, s);
  if (std::fabs(w) >= half) {
    return -1;
  }
  if (design.straps > 0) {
    for (int i = 0; i < design.straps; ++i) {
      const auto k = static_cast<std::size_t>(i);
      if (std::fabs(s - design.strapAt[k] - 0.3F * design.strapSlope[k] * w) < design.strapWidth[k]) {
        return design.upper;
      }
    }
    return design.soleShows || std::fabs(w) > 0.75F * half ? design.sole : -1.0F;
  }
  if (std::fabs(w) > half - 0.14F) {
    return design.sole;
  }
  constexpr float kOpeningTo = 0.95F;
  const float middle = 0.5F * (design.openingFrom + kOpeningTo);
  const float t = (s - middle) / (kOpeningTo - middle);
  const float u = w / design.openingWidth;
  if (t * t + u * u < 1) {
    return design.inside;
  }
  if (design.laces && s > 0.24F && s < design.openingFrom && std::fabs(w) < 0.4F) {
    const auto row = static_cast<int>(s * 25);
    return row % 2 == 0 ? design.laceTone : design.upper;
  }
  return design.upper;
}

}  // namespace

void drawFromAbove(Label label, Rng& rng, PhotoTable& table) {
  const Design design = chooseDesign(label, rng);
  const float common = happens(rng, 0.35F) ? between(rng, -0.5F, 0.5F) : between(rng, -0.12F, 0.12F);
  const float toes = happens(rng, 0.3F) ? -1.0F : 1.0F;  // up or down
  const float length = between(rng, 26, 32);
  const float apart = between(rng, 0.85F, 1.3F) * design.width * length;
  const float spread = between(rng, -0.12F, 0.12F);
  const bool lying = happens(rng, 0.12F);                       // the pair turned by a quarter
  const float carelessness = happens(rng, 0.3F) ? 7.5F : 2.5F;  // how far one is ahead of the other
  const Rotation whole = rotationOf(common);
  for (int shoe = 0; shoe < 2; ++shoe) {
    const float side = shoe == 0 ? -1.0F : 1.0F;
    const Rotation turn = rotationOf(side * spread);
    const float shift = between(rng, -carelessness, carelessness);
    const float dim = between(rng, 0.85F, 1);
    for (Index y = 0; y < kTableSize; ++y) {
      for (Index x = 0; x < kTableSize; ++x) {
        const float px = static_cast<float>(lying ? y : x) - kTableMiddle;
        const float py = static_cast<float>(lying ? x : y) - kTableMiddle;
        const float qx = whole.cosine * px + whole.sine * py - side * 0.5F * apart;
        const float qy = whole.cosine * py - whole.sine * px - shift;
        const float along = toes * (turn.cosine * qy - turn.sine * qx) / length + 0.5F;
        const float across = (turn.cosine * qx + turn.sine * qy) / (0.5F * design.width * length) * side;
        const float tone = toneAt(design, along, across);
        if (tone >= 0) {
          table.tone[PhotoTable::cell(x, y)] = tone * dim;
          table.cover[PhotoTable::cell(x, y)] = 1;
        }
      }
    }
  }
}

}  // namespace ffnn
