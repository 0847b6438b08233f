#include "drape.h"

#include <algorithm>
#include <cmath>

#include "garment_kind.h"

namespace ffnn {
namespace {

constexpr float kSourceMiddle = 13.5F;

// How far each class may be changed and stay itself. Lengths in the data set's picture for one of the table:
// a number below 1 makes the item larger.
struct Liberty {
  float turn = 0.1F;  // tangent of half the largest angle
  float widest = 0.8F;
  float narrowest = 1.2F;
  float flare = 0.01F;  // how much wider the lower end may be than the middle, a pixel of distance
  float bend = 1.6F;    // pixels
};

Liberty libertyOf(Label label) {
  Liberty liberty;
  if (hasSleeves(label)) {
    // Laid out flat, with loose sleeves, they are much wider than on a mannequin; and what is wide is a bag
    // to a network that never saw them so.
    liberty.widest = 0.65F;
    liberty.narrowest = 1.15F;
    liberty.flare = 0.022F;
  } else if (label == labels::kTrouser) {
    liberty.widest = 0.5F;
    liberty.narrowest = 1.15F;
  } else if (label == labels::kBag) {
    liberty.bend = 0.8F;
  } else {
    liberty.turn = 0.25F;
    liberty.narrowest = 1.5F;  // seen more from the front
  }
  return liberty;
}

// Where the sleeves are cut off and how far they are raised. The cut is a vertical line through the armpit.
struct Sleeves {
  bool raised = false;
  float torso = 6;                // half the width of what stays, in pixels
  float shoulder = 5;             // the row that a sleeve turns about
  std::array<Rotation, 2> turns;  // left, right
  std::array<float, 2> lengths{1, 1};
  float thinness = 1;   // source pixels across a pixel of sleeve
  bool webbed = false;  // cloth, or a mask that took it for cloth, between arm and trunk
};

Sleeves chooseSleeves(Label label, Rng& rng) {
  Sleeves sleeves;
  sleeves.raised = hasSleeves(label) && happens(rng, label == labels::kDress ? 0.3F : 0.65F);
  if (!sleeves.raised) {
    return sleeves;
  }
  sleeves.torso = between(rng, 5.5F, 7.5F);
  sleeves.shoulder = between(rng, 3, 6);
  sleeves.thinness = between(rng, 0.5F, 1);
  sleeves.webbed = happens(rng, 0.35F);
  const float both = between(rng, 0, 0.5F);
  for (std::size_t side = 0; side < 2; ++side) {
    sleeves.turns[side] = rotationOf(std::max(both + between(rng, -0.12F, 0.12F), -0.05F));
    sleeves.lengths[side] = between(rng, 0.9F, 1.25F);
  }
  return sleeves;
}

// Moves (x, y), a place of the garment with raised sleeves, to where it comes from in the data set's picture.
// False where there is nothing.
bool throughSleeve(const Sleeves& sleeves, float& x, float& y) {
  const float fromMiddle = x - kSourceMiddle;
  const float out = std::fabs(fromMiddle) - sleeves.torso;
  if (out <= 0) {
    return true;
  }
  const std::size_t side = fromMiddle < 0 ? 0 : 1;
  const Rotation& turn = sleeves.turns[side];
  const float down = y - sleeves.shoulder;
  const float across = turn.cosine * out - turn.sine * down;
  const float along = (turn.sine * out + turn.cosine * down) * sleeves.lengths[side];
  if (across < 0) {
    x = std::copysign(sleeves.torso, fromMiddle) + kSourceMiddle;
    return sleeves.webbed;  // under the arm
  }
  x = std::copysign(sleeves.torso + across * sleeves.thinness, fromMiddle) + kSourceMiddle;
  y = sleeves.shoulder + along;
  return true;
}

// What rises above the shoulders: a hood laid open, a high collar. The data set has neither, and what rises
// from the middle of something wide is a bag's handle to a network that never saw them.
struct Neck {
  bool there = false;
  float wide = 4;  // half
  float tall = 6;
  float base = 4;  // row of the data set's picture that it stands on
  float tone = 1;  // times the tone of the garment there
  bool round = true;
};

Neck chooseNeck(Label label, Rng& rng) {
  Neck neck;
  const bool can = label == labels::kPullover || label == labels::kCoat;
  neck.there = can && happens(rng, 0.25F);
  if (!neck.there) {
    return neck;
  }
  neck.round = happens(rng, 0.65F);
  neck.wide = neck.round ? between(rng, 4, 7) : between(rng, 2.5F, 4);
  neck.tall = neck.round ? between(rng, 6, 12) : between(rng, 3, 6);
  neck.base = between(rng, 2.5F, 5);
  neck.tone = between(rng, 0.5F, 1.2F);
  return neck;
}

bool inNeck(const Neck& neck, float x, float y) {
  const float across = std::fabs(x - kSourceMiddle) / neck.wide;
  const float up = (neck.base - y) / neck.tall;
  if (up < 0 || up > 1 || across > 1) {
    return false;
  }
  // A hood is widest at a third of its height.
  const float t = up < 0.33F ? 0.0F : (up - 0.33F) / 0.67F;
  return !neck.round || across * across + t * t < 1;
}

}  // namespace

void drape(const SourceImage& source, Label label, Rng& rng, PhotoTable& table) {
  const Sleeves sleeves = chooseSleeves(label, rng);
  const Neck neck = chooseNeck(label, rng);
  const Liberty liberty = libertyOf(label);
  const Rotation turn = rotationOf(between(rng, -liberty.turn, liberty.turn));
  const float shear = between(rng, -0.12F, 0.12F);
  const float wide = between(rng, liberty.widest, liberty.narrowest);
  const float tall = between(rng, 0.85F, 1.1F);
  const float taper = between(rng, -liberty.flare, 0.008F);
  const SlowField bendX(rng, liberty.bend);
  const SlowField bendY(rng, liberty.bend);
  for (Index y = 0; y < kTableSize; ++y) {
    for (Index x = 0; x < kTableSize; ++x) {
      const float dx = static_cast<float>(x) - kTableMiddle;
      const float dy = static_cast<float>(y) - kTableMiddle;
      const float across = turn.cosine * dx + turn.sine * dy;
      const float along = turn.cosine * dy - turn.sine * dx;
      float u = kSourceMiddle + (across + shear * along) * wide * (1 + taper * along) + bendX.at(x, y);
      float v = kSourceMiddle + along * tall + bendY.at(x, y);
      if (neck.there && inNeck(neck, u, v)) {
        const float tone = source.at(kSourceMiddle + 3, 8).tone;  // the chest's
        table.tone[PhotoTable::cell(x, y)] = std::min(tone * neck.tone, 1.0F);
        table.cover[PhotoTable::cell(x, y)] = 1;
        continue;
      }
      if (sleeves.raised && !throughSleeve(sleeves, u, v)) {
        continue;
      }
      const SourceImage::Sample sample = source.at(u, v);
      table.tone[PhotoTable::cell(x, y)] = sample.tone;
      table.cover[PhotoTable::cell(x, y)] = sample.cover;
    }
  }
}

}  // namespace ffnn
