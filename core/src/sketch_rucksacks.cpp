// Rucksacks: a high body with a round top, a pocket below, a loop above, straps at the sides or inside.
#include "dice.h"
#include "figures.h"
#include "rucksack_straps.h"

namespace ffnn {
namespace {

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
  const float high = chance(rng, 0.8F) ? between(rng, 0.15F, 0.55F) : between(rng, 0.5F, 1.2F);
  figure.add(Path({-half, 0.02F}).curve({-half, -high}, {0, -high}).curve({half, -high}, {half, 0.02F}));
  if (chance(rng, 0.35F)) {
    figure.add(Path({-half * 0.5F, 0.02F})
                   .curve({-half * 0.5F, -high / 2}, {0, -high / 2})
                   .curve({half * 0.5F, -high / 2}, {half * 0.5F, 0.02F}));
  }
}

// A second line inside the outline: the zip of the main compartment.
void addInnerOutline(Figure& figure, const Sack& sack, Rng& rng) {
  const float small = between(rng, 0.6F, 0.88F);
  const float low = sack.height * (chance(rng, 0.5F) ? 1.0F : between(rng, 0.5F, 0.95F));
  const float high = sack.height * between(rng, 0.06F, 0.3F);
  figure.add(Path({-small, low})
                 .to({-small, high + 0.4F})
                 .curve({-small, high}, {0, high})
                 .curve({small, high}, {small, high + 0.4F})
                 .to({small, low}));
}

// A roll tied to the top or below.
void addRoll(Figure& figure, const Sack& sack, Rng& rng) {
  const float half = between(rng, 0.8F, 1.35F);
  const float thick = between(rng, 0.3F, 0.6F);
  const float y = chance(rng, 0.7F) ? -thick : sack.height;
  figure.add(roundRectangle({-half, y}, {half, y + thick}, thick * 0.4F));
}

// Two small pockets side by side.
void addTwoPockets(Figure& figure, const Sack& sack, Rng& rng) {
  const float inner = between(rng, 0.05F, 0.25F);
  const float outer = between(rng, 0.6F, 0.9F);
  const float top = sack.height * between(rng, 0.5F, 0.7F);
  const float bottom = sack.height * between(rng, 0.8F, 0.96F);
  figure.addBoth(rectangle({inner, top}, {outer, bottom}));
}

// Zips from side to side.
void addSeams(Figure& figure, const Sack& sack, Rng& rng) {
  const int count = whole(rng, 1, 3);
  for (int i = 0; i < count; ++i) {
    const float y = sack.height * between(rng, 0.2F, 0.8F);
    const float bow = around(rng, 0.12F);
    figure.add(Path({-0.95F, y}).bow({0.95F, y}, bow));
  }
}

// A lid for itself on top, broader or narrower than the bag.
void addLid(Figure& figure, const Sack& sack, Rng& rng) {
  const float half = sack.top * between(rng, 0.75F, 1.15F);
  const float low = between(rng, 0, 0.4F);
  const float high = between(rng, 0.2F, 0.5F);
  figure.add(roundRectangle({-half, -high}, {half, low}, high * 0.4F));
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

// A body seen from the side, its back at x = −0.8: upright, leaning, or bellied all around.
Line sideOutline(float height, Rng& rng) {
  const float belly = between(rng, -0.1F, 0.5F);
  const float top = between(rng, 0.1F, 0.8F);  // half width above
  const float dome = height * between(rng, 0.05F, 0.5F);
  if (chance(rng, 0.3F)) {
    const float back = between(rng, -0.25F, 0.1F);
    return Path({0, 0})
        .curve({1, 0}, {0.9F, height / 2})
        .curve({0.9F + belly, height}, {0, height})
        .curve({-0.8F, height}, {-0.8F + back, height / 2})
        .curve({-0.8F, 0}, {0, 0});
  }
  return Path({-0.8F, height})
      .to({-0.8F, dome})
      .curve({-0.8F, 0}, {-0.8F + top, 0})
      .curve({0.7F, 0}, {0.8F, dome + 0.3F})
      .bow({0.8F, height}, belly * 0.3F)
      .close();
}

// Seen from the side: the bag, and the strap as a bow behind its back, a line or a band of some width.
Figure fromTheSide(Rng& rng) {
  const float height = between(rng, 1.6F, 3.8F);
  Figure figure;
  figure.addArea(sideOutline(height, rng));
  const float out = between(rng, 0.4F, 1.6F);
  const float from = height * between(rng, 0, 0.35F);
  const float to = height * between(rng, 0.55F, 1.0F);
  const float peak = from + (to - from) * between(rng, 0.2F, 0.8F);
  const float thick = between(rng, 0.15F, 0.5F);
  const float band = rng.uniform();
  if (band < 0.15F) {  // angular
    figure.add({{-0.8F, from}, {-0.8F - out, peak}, {-0.8F, to}});
  } else if (band < 0.3F) {  // hanging down, its end free
    figure.add(Path({-0.8F, from}).curve({-0.8F - 1.6F * out, from}, {-0.8F - out, to}));
  } else {
    figure.add(Path({-0.8F, from}).curve({-0.8F - 2 * out, peak}, {-0.8F, to}));
  }
  if (band > 0.5F) {
    figure.add(
        Path({-0.8F, from + thick}).curve({-0.8F - 2 * out + 2.5F * thick, peak}, {-0.8F, to - thick}));
  }
  if (chance(rng, 0.6F)) {  // the pocket in front
    const float top = height * between(rng, 0.4F, 0.65F);
    const float deep = between(rng, 0.25F, 0.6F);
    figure.add(Path({0.8F, top})
                   .curve({0.9F + deep, top}, {0.8F + deep, height * 0.8F})
                   .curve({0.8F + deep, height}, {0.8F, height * 0.98F}));
  }
  if (chance(rng, 0.3F)) {
    const float y = height * between(rng, 0.15F, 0.5F);
    figure.add({{-0.8F, y}, {0.8F, y}});
  }
  if (chance(rng, 0.4F)) {
    addLoop(figure, rng);
  }
  return figure;
}

}  // namespace

Figure rucksack(Rng& rng) {
  if (chance(rng, 0.24F)) {
    return fromTheSide(rng);
  }
  Sack sack{};
  sack.height = chance(rng, 0.8F) ? between(rng, 1.5F, 3.0F) : between(rng, 2.8F, 4.5F);
  sack.top = chance(rng, 0.8F) ? between(rng, 0.65F, 1.08F) : between(rng, 1.0F, 1.3F);
  sack.dome = sack.height * between(rng, 0.02F, 0.55F);
  const float corner = chance(rng, 0.6F) ? between(rng, 0.1F, 0.5F) : 0.02F;
  Figure figure;
  const bool oval = chance(rng, 0.12F);
  figure.addArea(oval ? ellipse({0, sack.height / 2}, 1, sack.height / 2) : outlineOf(sack, corner));
  if (!oval && chance(rng, 0.12F)) {  // its lower edge is left to what stands there, or open
    figure.lines.back() = Path({-1, sack.height})
                              .to({-sack.top, sack.dome})
                              .curve({-sack.top, 0}, {0, 0})
                              .curve({sack.top, 0}, {sack.top, sack.dome})
                              .to({1, sack.height});
  }
  const float front = rng.uniform();
  if (front < 0.6F) {
    addPocket(figure, sack, rng);
  } else if (front < 0.7F) {
    addTwoPockets(figure, sack, rng);
  } else if (front < 0.8F) {
    addSeams(figure, sack, rng);
  }
  if (chance(rng, 0.65F)) {
    addLoop(figure, rng);
  }
  if (chance(rng, 0.4F)) {
    addFlap(figure, sack, rng);
  }
  if (chance(rng, 0.2F)) {
    addInnerOutline(figure, sack, rng);
  }
  if (chance(rng, 0.08F)) {
    addLid(figure, sack, rng);
  } else if (chance(rng, 0.07F)) {
    addRoll(figure, sack, rng);
  }
  addStraps(figure, sack, rng);
  if (chance(rng, 0.25F)) {
    addSidePockets(figure, sack, rng);
  }
  return figure;
}

}  // namespace ffnn
