// Bags: handbags and purses, cases and boxes, rucksacks, sacks.
#include "dice.h"
#include "figures.h"

namespace ffnn {
namespace {

// A body of half width 1 and height `height`, its top at y = 0. Returns its outline.
Line bodyOf(float height, float topHalf, float bottomHalf, float corner, float side) {
  if (corner > 0 && topHalf == bottomHalf) {
    return roundRectangle({-topHalf, 0}, {topHalf, height}, corner);
  }
  Path path({-topHalf, 0});
  path.to({topHalf, 0});
  if (corner > 0) {
    const float x = bottomHalf - corner;
    path.bow({bottomHalf, height - corner}, side).curve({bottomHalf, height}, {x, height});
    path.to({-x, height}).curve({-bottomHalf, height}, {-bottomHalf, height - corner});
    path.bow({-topHalf, 0}, side);
  } else {
    path.bow({bottomHalf, height}, side).to({-bottomHalf, height}).bow({-topHalf, 0}, side);
  }
  return path;
}

// A handle over the top: arc, angular or doubled, at `half` on both sides, `high` above y.
void addHandle(Figure& figure, float half, float high, float y, Rng& rng) {
  const float kind = rng.uniform();
  const float thick = between(rng, 0.1F, 0.3F);
  if (kind < 0.45F) {
    figure.add(Path({-half, y}).curve({-half, y - high}, {0, y - high}).curve({half, y - high}, {half, y}));
  } else if (kind < 0.6F) {
    figure.add({{-half, y}, {-half * 0.8F, y - high}, {half * 0.8F, y - high}, {half, y}});
  } else if (kind < 0.85F) {
    const float inner = half > thick * 1.5F ? half - thick : half * 0.5F;
    const float low = high > thick * 1.5F ? high - thick : high * 0.6F;
    figure.add(Path({-half, y}).curve({-half, y - high}, {0, y - high}).curve({half, y - high}, {half, y}));
    figure.add(Path({-inner, y}).curve({-inner, y - low}, {0, y - low}).curve({inner, y - low}, {inner, y}));
  } else {
    figure.add(rectangle({-half, y - high}, {half, y}));
  }
}

void addClasp(Figure& figure, float y, Rng& rng) {
  const float size = between(rng, 0.06F, 0.2F);
  const float kind = rng.uniform();
  if (kind < 0.5F) {
    figure.add(ellipse({0, y}, size, size));
  } else if (kind < 0.8F) {
    figure.add(rectangle({-size, y - size}, {size, y + size}));
  } else {
    figure.addBoth({{0.02F, y}, {size, y - size}});
  }
}

// Handbags, purses, totes.
Figure handbag(Rng& rng) {
  const float height = between(rng, 0.8F, 2.2F);
  const float top = between(rng, 0.5F, 1.15F);
  const float corner = chance(rng, 0.5F) ? between(rng, 0.1F, 0.5F) * (height < 1 ? 0.6F : 1.0F) : 0.0F;
  const float side = chance(rng, 0.5F) ? around(rng, 0.25F) : 0.0F;
  Figure figure;
  figure.addArea(bodyOf(height, chance(rng, 0.3F) ? 1.0F : top, 1, corner, side));
  const float half = top * between(rng, 0.35F, 1.0F);
  const float high = chance(rng, 0.25F) ? between(rng, 1.2F, 3.0F) : between(rng, 0.3F, 1.3F);
  if (chance(rng, 0.92F)) {
    addHandle(figure, half, high, 0, rng);
  }
  const float front = rng.uniform();
  const float flap = height * between(rng, 0.2F, 0.65F);
  if (front < 0.2F) {  // a flap
    figure.add(Path({-top, 0}).curve({-top * 0.9F, flap}, {0, flap}).curve({top * 0.9F, flap}, {top, 0}));
  } else if (front < 0.32F) {
    figure.add({{-top, 0}, {0, flap}, {top, 0}});
  } else if (front < 0.52F) {
    const float x = top + (1 - top) * flap / height;
    figure.add({{-x, flap}, {x, flap}});
  } else if (front < 0.58F) {
    figure.addArea(rectangle({-0.5F, flap}, {0.5F, height * 0.85F}));
  }
  if (chance(rng, 0.5F)) {
    const float y = chance(rng, 0.6F) ? flap : height * 0.12F;
    addClasp(figure, y, rng);
  }
  return figure;
}

// A purse that is round below, with a rim.
Figure pouch(Rng& rng) {
  const float height = between(rng, 0.8F, 1.7F);
  const float top = between(rng, 0.4F, 0.95F);
  Figure figure;
  figure.addArea(Path({-top, 0})
                     .to({top, 0})
                     .curve({1.25F, height * 0.5F}, {0.8F, height * 0.9F})
                     .curve({0.5F, height * 1.05F}, {0, height})
                     .curve({-0.5F, height * 1.05F}, {-0.8F, height * 0.9F})
                     .curve({-1.25F, height * 0.5F}, {-top, 0}));
  if (chance(rng, 0.4F)) {
    const float rim = between(rng, 0.12F, 0.3F);
    figure.add({{-top * 1.05F, rim}, {top * 1.05F, rim}});
  }
  if (chance(rng, 0.5F)) {  // the two knobs of a clasp
    figure.add(ellipse({-0.1F, -0.1F}, 0.1F, 0.1F)).add(ellipse({0.1F, -0.1F}, 0.1F, 0.1F));
  }
  if (chance(rng, 0.75F)) {
    const float high = between(rng, 0.4F, 2.0F);
    const float half = top * between(rng, 0.7F, 1.0F);
    addHandle(figure, half, high, 0, rng);
  }
  return figure;
}

// Suitcases, briefcases, boxes.
Figure suitcase(Rng& rng) {
  const float height = between(rng, 0.9F, 2.8F);
  const float corner = chance(rng, 0.5F) ? between(rng, 0.08F, 0.3F) : 0.0F;
  Figure figure;
  figure.addArea(bodyOf(height, 1, 1, corner, 0));
  const float half = between(rng, 0.2F, 0.6F);
  const float high = chance(rng, 0.25F) ? between(rng, 0.6F, 1.4F) : between(rng, 0.15F, 0.5F);
  addHandle(figure, half, high, 0, rng);
  const float front = rng.uniform();
  const float x = between(rng, 0.35F, 0.8F);
  const float y = height * between(rng, 0.15F, 0.5F);
  if (front < 0.2F) {  // straps or edges, upright
    figure.addBoth({{x, 0}, {x, height}});
  } else if (front < 0.4F) {
    figure.add({{-1, y}, {1, y}});
  } else if (front < 0.55F) {
    figure.add({{-1, y}, {1, y}}).add({{-1, height - y}, {1, height - y}});
  } else if (front < 0.65F) {  // corners
    figure.addBoth({{0.6F, 0}, {1, 0.4F}}).addBoth({{0.6F, height}, {1, height - 0.4F}});
  } else if (front < 0.75F) {
    figure.add(rectangle({-0.75F, y * 0.6F}, {0.75F, height - y * 0.6F}));
  }
  if (chance(rng, 0.25F)) {  // locks
    const float at = between(rng, 0.02F, 0.3F);
    figure.addBoth(rectangle({x - 0.1F, at}, {x + 0.1F, at + 0.25F}));
  }
  if (chance(rng, 0.3F)) {  // wheels
    const float wheel = between(rng, 0.08F, 0.17F);
    figure.addBoth(ellipse({0.7F, height + wheel}, wheel, wheel));
  }
  if (chance(rng, 0.12F)) {  // its depth
    const float deep = between(rng, 0.2F, 0.5F);
    figure.add({{-1, 0}, {-1 + deep, -deep}, {1 + deep, -deep}, {1, 0}});
    figure.add({{1 + deep, -deep}, {1 + deep, height - deep}, {1, height}});
  }
  return figure;
}

// A bag on a long strap or chain, which runs together above or hangs down at the sides.
Figure shoulderBag(Rng& rng) {
  const float height = between(rng, 0.8F, 1.6F);
  const float bottom = between(rng, 0.85F, 1.2F);
  const float corner = chance(rng, 0.6F) ? between(rng, 0.1F, 0.4F) : 0.0F;
  Figure figure;
  figure.addArea(bodyOf(height, 1, bottom, corner, 0));
  const float high = between(rng, 1.0F, 3.2F);
  const float tip = around(rng, 0.5F);
  const float kind = rng.uniform();
  if (kind < 0.4F) {  // hung on a nail
    figure.add({{-1, 0.05F}, {tip, -high}, {1, 0.05F}});
  } else if (kind < 0.8F) {
    figure.add(Path({-1, 0.05F}).curve({tip - 0.9F, -2 * high}, {1, 0.05F}));
  } else {  // around the bag
    const float low = height + between(rng, 0.2F, 1.0F);
    figure.addBoth(Path({1, 0.1F}).curve({1.9F, low}, {0, low}));
  }
  const float flap = height * between(rng, 0.3F, 0.75F);
  const float shut = rng.uniform();
  if (shut < 0.35F) {
    figure.add({{-1, 0}, {0, flap}, {1, 0}});
  } else if (shut < 0.65F) {
    figure.add(Path({-1, 0.05F}).curve({-0.9F, flap}, {0, flap}).curve({0.9F, flap}, {1, 0.05F}));
  } else if (shut < 0.85F) {
    figure.add({{-1, flap * 0.7F}, {1, flap * 0.7F}});
  }
  if (chance(rng, 0.5F)) {
    addClasp(figure, flap, rng);
  }
  return figure;
}

}  // namespace

Figure bag(Rng& rng) {
  const float kind = rng.uniform();
  if (kind < 0.22F) {
    return handbag(rng);
  }
  if (kind < 0.3F) {
    return pouch(rng);
  }
  if (kind < 0.38F) {
    return shoulderBag(rng);
  }
  return kind < 0.5F ? suitcase(rng) : rucksack(rng);
}

}  // namespace ffnn
