// Dresses: a narrow upper part and a wide skirt, in one line or in two; gowns, slips, pinafores.
#include <algorithm>

#include "dice.h"
#include "figures.h"
#include "upper_body.h"

namespace ffnn {
namespace {

constexpr float kWidest = 0.6F;  // half a hem, in parts of the length: a wider one would be a bag's

struct Cut {
  float neck;      // half width between the straps
  float shoulder;  // half width
  float chest;     // half width; 1
  float waist;     // half width
  float armpit;    // heights, from the shoulders
  float waistline;
  float length;
  float hem;    // half width
  float flare;  // how far the skirt's side swings: positive outwards
  float hemBow;
};

Cut anyCut(Rng& rng) {
  Cut cut{};
  cut.chest = 1;
  cut.neck = between(rng, 0.25F, 0.7F);
  cut.shoulder = std::max(cut.neck + 0.1F, between(rng, 0.6F, 1.05F));
  cut.waist = between(rng, 0.5F, 1.0F);
  cut.armpit = between(rng, 0.4F, 0.9F);
  cut.waistline = cut.armpit + between(rng, 0.4F, 1.3F);
  cut.length = cut.waistline + between(rng, 1.3F, 4.0F);
  cut.hem = std::min(cut.waist + between(rng, 0.1F, 1.9F), kWidest * cut.length);
  cut.flare = around(rng, 0.12F);
  cut.hemBow = chance(rng, 0.5F) ? between(rng, -0.04F, 0.1F) : 0.0F;
  return cut;
}

Path& skirt(Path& path, const Cut& cut) {
  path.bow({cut.hem, cut.length}, cut.flare);
  const float low = cut.length + 2 * cut.hem * cut.hemBow;
  return path.curve({cut.hem / 2, low}, {0, low});
}

Line bothSides(const Line& right) {
  Line all = right;
  const Line left = mirrored(right);
  all.insert(all.end(), left.rbegin() + 1, left.rend());
  return all;
}

void addTop(Figure& figure, const Cut& cut, bool straps, Rng& rng) {
  const float depth = between(rng, 0.15F, 0.6F);
  if (straps) {  // the straps stand on the upper edge
    const float kind = rng.uniform();
    const float x = cut.chest * between(rng, 0.45F, 0.9F);
    const float inner = between(rng, 0.1F, 0.3F);
    if (kind < 0.5F) {
      figure.addBoth({{x, cut.armpit}, {x * 0.9F, 0}});
    } else if (kind < 0.92F) {
      figure.addBoth({{x, cut.armpit}, {x * 0.9F, 0}, {x * 0.9F - inner, 0}, {x - inner, cut.armpit}});
    } else {
      figure.add({{-x, cut.armpit}, {-0.15F, 0}, {0.15F, 0}, {x, cut.armpit}});
    }
    return;
  }
  const float kind = rng.uniform();
  if (kind < 0.5F) {
    figure.add(Path({-cut.neck, 0}).curve({0, 2 * depth}, {cut.neck, 0}));
  } else if (kind < 0.8F) {
    figure.add({{-cut.neck, 0}, {0, depth * 1.5F}, {cut.neck, 0}});
  } else {
    figure.add({{-cut.neck, 0}, {cut.neck, 0}});
  }
}

void addSleeves(Figure& figure, const Cut& cut, Rng& rng) {
  const bool isLong = chance(rng, 0.25F);
  const float length = isLong ? between(rng, 1.2F, 2.2F) : between(rng, 0.25F, 0.8F);
  const float reach = isLong ? between(rng, 0.2F, 0.8F) : between(rng, 0, 0.7F);
  const float cuff = cut.armpit * between(rng, 0.3F, 1.0F);
  const Point way = direction(reach);
  const Point shoulder{cut.shoulder, 0.05F};
  const Point outer = shoulder + way * length;
  const Point inner = outer + Point{-way.y, way.x} * cuff;
  if (chance(rng, 0.75F)) {
    figure.addBoth({shoulder, outer, inner, {cut.chest, cut.armpit}});
  } else {  // a puff
    figure.addBoth(Path(shoulder).curve(outer + Point{0.2F, -0.1F}, inner).to({cut.chest, cut.armpit}));
  }
}

void addDecoration(Figure& figure, const Cut& cut, Rng& rng) {
  const float low = cut.length;
  const float waist = cut.waistline;
  if (chance(rng, 0.45F)) {  // the waist, or a belt
    figure.add(Path({-cut.waist, waist}).bow({cut.waist, waist}, 0.0F));
    if (chance(rng, 0.3F)) {
      figure.add({{-cut.waist, waist + 0.2F}, {cut.waist, waist + 0.2F}});
    }
  }
  if (chance(rng, 0.25F)) {  // folds
    const int folds = whole(rng, 1, 4);
    const float from = between(rng, 0, 0.6F);
    for (int i = 1; i <= folds; ++i) {
      const float x = 2 * static_cast<float>(i) / static_cast<float>(folds + 1) - 1;
      figure.add({{x * cut.waist * 0.9F, waist + (low - waist) * from}, {x * cut.hem * 0.9F, low}});
    }
  }
  if (chance(rng, 0.2F)) {  // a frill
    const float y = low - (low - waist) * between(rng, 0.08F, 0.3F);
    const float half = cut.waist + (cut.hem - cut.waist) * (y - waist) / (low - waist);
    figure.add({{-half, y}, {half, y}});
  }
  if (chance(rng, 0.12F)) {  // dots
    const int dots = whole(rng, 3, 8);
    for (int i = 0; i < dots; ++i) {
      const float x = around(rng, cut.waist);
      const float y = between(rng, waist * 0.6F, low * 0.95F);
      figure.add({{x, y}, {x + 0.02F, y}});
    }
  }
  if (chance(rng, 0.08F)) {  // a bow at the waist
    figure.addBoth({{0, waist}, {0.35F, waist - 0.2F}, {0.35F, waist + 0.2F}, {0, waist}});
  }
}

// A hem in waves, from the left to the right.
Line wavyHem(const Cut& cut, int waves) {
  Path path({-cut.hem, cut.length});
  const float width = 2 * cut.hem / static_cast<float>(waves);
  for (int i = 1; i <= waves; ++i) {
    path.bow({-cut.hem + width * static_cast<float>(i), cut.length}, -0.18F);
  }
  return path;
}

// A triangle, from the shoulders or the bust to the hem, without a waist.
Cut triangle(Rng& rng) {
  Cut cut = anyCut(rng);
  cut.length = between(rng, 2.4F, 4.8F);
  cut.hem = std::min(between(rng, 1.1F, 2.4F), kWidest * cut.length);
  cut.waistline = cut.armpit + (cut.length - cut.armpit) * between(rng, 0.15F, 0.4F);
  cut.waist = cut.chest + (cut.hem - cut.chest) * (cut.waistline - cut.armpit) / (cut.length - cut.armpit);
  cut.flare = 0;
  return cut;
}

}  // namespace

Figure dress(Rng& rng) {
  const Cut cut = chance(rng, 0.3F) ? triangle(rng) : anyCut(rng);
  const float kind = rng.uniform();
  const bool straps = kind < 0.35F;  // and no shoulders
  Path upper(straps ? Point{0, cut.armpit} : Point{cut.neck, 0});
  if (straps) {
    const float heart = chance(rng, 0.3F) ? between(rng, 0.05F, 0.2F) : 0.0F;
    upper.bow({cut.chest, cut.armpit}, heart);
  } else {
    upper.to({cut.shoulder, 0.05F}).bow({cut.chest, cut.armpit}, -0.12F);
  }
  const float sway = around(rng, 0.12F);
  upper.bow({cut.waist, cut.waistline}, sway);
  Path full = upper;
  const Line outline = bothSides(skirt(full, cut));
  Figure figure;
  figure.areas.push_back(outline);
  if (chance(rng, 0.65F)) {
    figure.add(outline);
  } else {  // the upper part first, then the skirt
    const bool closed = chance(rng, 0.7F);
    figure.add(upper).add(mirrored(upper));
    if (closed) {
      figure.add({{-cut.waist, cut.waistline}, {cut.waist, cut.waistline}});
    }
    Path side({cut.waist, cut.waistline});
    if (chance(rng, 0.3F)) {
      figure.addBoth(side.bow({cut.hem, cut.length}, cut.flare));
      const int waves = whole(rng, 3, 7);
      figure.add(wavyHem(cut, waves));
    } else {
      figure.add(bothSides(skirt(side, cut)));
    }
  }
  if (!straps || chance(rng, 0.8F)) {
    addTop(figure, cut, straps, rng);
  }
  if (!straps && chance(rng, 0.55F)) {
    addSleeves(figure, cut, rng);
  }
  addDecoration(figure, cut, rng);
  return figure;
}

}  // namespace ffnn
