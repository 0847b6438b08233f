// Rucksacks: a high body with a round top, a pocket below, a loop above, straps at the sides or inside.
#include "dice.h"
#include "figures.h"

namespace ffnn {
namespace {

struct Sack {
  float height;
  float top;   // half width; below it is 1
  float dome;  // the height of the round top
};

Line outlineOf(const Sack& sack, float corner) {
  Path path({-1, sack.height - corner});
  path.to({-sack.top, sack.dome});
  path.curve({-sack.top, 0}, {0, 0}).curve({sack.top, 0}, {sack.top, sack.dome});
  path.to({1, sack.height - corner}).curve({1, sack.height}, {1 - corner, sack.height});
  return path.to({-1 + corner, sack.height}).curve({-1, sack.height}, {-1, sack.height - corner});
}

void addPocket(Figure& figure, const Sack& sack, Rng& rng) {
  const float half = between(rng, 0.4F, 0.85F);
  const float top = sack.height * between(rng, 0.45F, 0.68F);
  const float bottom = sack.height * (chance(rng, 0.4F) ? 1.0F : between(rng, 0.85F, 0.96F));
  const float kind = rng.uniform();
  if (kind < 0.4F) {
    figure.add(rectangle({-half, top}, {half, bottom}));
  } else if (kind < 0.65F) {
    figure.add(roundRectangle({-half, top}, {half, bottom}, 0.2F));
  } else if (kind < 0.85F) {
    figure.add(Path({-half, bottom})
                   .to({-half, top + 0.3F})
                   .curve({-half, top}, {0, top})
                   .curve({half, top}, {half, top + 0.3F})
                   .to({half, bottom}));
  } else {
    figure.add(Path({-half, top})
                   .curve({-half, 2 * bottom - top}, {0, bottom})
                   .curve({half, 2 * bottom - top}, {half, top})
                   .close());
  }
  if (chance(rng, 0.4F)) {  // its flap or zip
    const float y = top + (bottom - top) * between(rng, 0.2F, 0.45F);
    figure.add({{-half, y}, {half, y}});
  }
  if (chance(rng, 0.25F)) {
    const float y = (top + bottom) / 2;
    figure.add(ellipse({0, y}, 0.1F, 0.1F));
  }
}

void addLoop(Figure& figure, Rng& rng) {
  const float half = between(rng, 0.15F, 0.45F);
  const float high = between(rng, 0.15F, 0.55F);
  figure.add(Path({-half, 0.02F}).curve({-half, -high}, {0, -high}).curve({half, -high}, {half, 0.02F}));
  if (chance(rng, 0.35F)) {
    figure.add(Path({-half * 0.5F, 0.02F})
                   .curve({-half * 0.5F, -high / 2}, {0, -high / 2})
                   .curve({half * 0.5F, -high / 2}, {half * 0.5F, 0.02F}));
  }
}

// Straps that stand out at both sides, or at one when the bag is seen from there.
void addSideStraps(Figure& figure, const Sack& sack, bool both, Rng& rng) {
  const float out = between(rng, 0.25F, 0.9F);
  const float from = sack.height * between(rng, 0.05F, 0.35F);
  const float to = sack.height * between(rng, 0.6F, 0.97F);
  const float thick = between(rng, 0.15F, 0.35F);
  const Point start{sack.top, from};
  const Point end{1, to};
  const Point peak{1 + 2 * out, (from + to) / 2 - sack.height * 0.1F};
  const Line strap = Path(start).curve(peak, end);
  figure.add(strap);
  if (both) {
    figure.add(mirrored(strap));
  }
  if (chance(rng, 0.5F)) {
    const Line inside =
        Path(start + Point{0, thick}).curve(peak - Point{2 * thick, 0}, end - Point{0, thick});
    figure.add(inside);
    if (both) {
      figure.add(mirrored(inside));
    }
  }
}

// The back with its two straps.
void addBackStraps(Figure& figure, const Sack& sack, Rng& rng) {
  const float x = between(rng, 0.25F, 0.6F);
  const float width = between(rng, 0.12F, 0.35F);
  const float top = sack.height * between(rng, 0, 0.2F);
  const float bottom = sack.height * between(rng, 0.65F, 1.0F);
  const float bow = around(rng, 0.15F);
  figure.addBoth(Path({x, top}).bow({x, bottom}, bow));
  if (chance(rng, 0.7F)) {
    figure.addBoth(Path({x + width, top}).bow({x + width, bottom}, bow));
  }
}

void addSidePockets(Figure& figure, const Sack& sack, Rng& rng) {
  const float out = between(rng, 0.2F, 0.45F);
  const float top = sack.height * between(rng, 0.5F, 0.7F);
  const float bottom = sack.height * between(rng, 0.88F, 1.0F);
  if (chance(rng, 0.5F)) {
    figure.addBoth({{0.98F, top}, {1 + out, top}, {1 + out, bottom}, {1, bottom}});
  } else {
    figure.addBoth(Path({0.98F, top}).curve({1 + 2 * out, (top + bottom) / 2}, {1, bottom}));
  }
}

void addFlap(Figure& figure, const Sack& sack, Rng& rng) {
  const float low = sack.height * between(rng, 0.25F, 0.5F);
  const float kind = rng.uniform();
  if (kind < 0.4F) {
    figure.add(Path({-sack.top, low * 0.6F}).curve({0, low * 1.4F}, {sack.top, low * 0.6F}));
  } else if (kind < 0.75F) {
    figure.add({{-sack.top, low}, {sack.top, low}});
  } else {
    figure.add(Path({-sack.top * 0.8F, low})
                   .curve({-sack.top * 0.8F, 0.1F}, {0, 0.1F})
                   .curve({sack.top * 0.8F, 0.1F}, {sack.top * 0.8F, low}));
  }
  if (chance(rng, 0.5F)) {  // buckles
    const float x = chance(rng, 0.5F) ? 0.0F : between(rng, 0.3F, 0.6F);
    const Line buckle = rectangle({x - 0.1F, low - 0.1F}, {x + 0.1F, low + 0.25F});
    figure.add(buckle);
    if (x > 0) {
      figure.add(mirrored(buckle));
    }
  }
}

}  // namespace

Figure rucksack(Rng& rng) {
  Sack sack{};
  sack.height = between(rng, 1.7F, 3.0F);
  sack.top = between(rng, 0.65F, 1.08F);
  sack.dome = sack.height * between(rng, 0.08F, 0.5F);
  const float corner = chance(rng, 0.6F) ? between(rng, 0.1F, 0.5F) : 0.02F;
  Figure figure;
  figure.addArea(outlineOf(sack, corner));
  if (chance(rng, 0.7F)) {
    addPocket(figure, sack, rng);
  }
  if (chance(rng, 0.65F)) {
    addLoop(figure, rng);
  }
  if (chance(rng, 0.4F)) {
    addFlap(figure, sack, rng);
  }
  const float straps = rng.uniform();
  if (straps < 0.35F) {
    addSideStraps(figure, sack, true, rng);
  } else if (straps < 0.45F) {
    addSideStraps(figure, sack, false, rng);
  } else if (straps < 0.65F) {
    addBackStraps(figure, sack, rng);
  }
  if (chance(rng, 0.25F)) {
    addSidePockets(figure, sack, rng);
  }
  return figure;
}

}  // namespace ffnn
