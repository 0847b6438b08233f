// Trousers: long and short, tight and wide, as wide as high; their waistbands, pockets and creases.
#include <algorithm>

#include "dice.h"
#include "figures.h"

namespace ffnn {
namespace {

// Half widths and heights; the waist lies at y = 0, half of it is 1 wide.
struct Legs {
  float hip;     // half width where the legs part
  float crotch;  // height of the point where they part
  float length;
  float outer;     // half width at the hem, outside
  float inner;     // and inside
  float knee;      // how far the outer side bends: positive outwards
  float hemSlope;  // how far the inner end of a hem lies above the outer one
  bool roundCrotch;
};

Legs anyLegs(Rng& rng) {
  Legs legs{};
  legs.hip = between(rng, 0.95F, 1.35F);
  const float kind = rng.uniform();
  if (kind < 0.5F) {
    legs.length = between(rng, 2.6F, 5.2F);
    legs.crotch = between(rng, 0.5F, 1.5F);
  } else if (kind < 0.8F) {  // as wide as high
    legs.length = between(rng, 1.7F, 2.8F);
    legs.crotch = legs.length * between(rng, 0.2F, 0.5F);
  } else {  // shorts
    legs.length = between(rng, 1.2F, 2.2F);
    legs.crotch = legs.length * between(rng, 0.4F, 0.72F);
  }
  if (chance(rng, 0.1F)) {  // a small gap below is all there is of the legs
    legs.crotch = legs.length * between(rng, 0.5F, 0.85F);
  }
  // Legs that stand apart, straight down or together, each of a width of its own.
  const float spread = rng.uniform();
  const float centre = spread < 0.45F ? between(rng, 0.5F, 0.7F) : between(rng, 0.7F, 1.35F);
  const float half = between(rng, 0.22F, 0.55F);
  legs.inner = std::max(0.03F, centre - half);
  legs.outer = centre + half;
  legs.knee = chance(rng, 0.45F) ? around(rng, 0.2F) : 0.0F;
  legs.hemSlope = chance(rng, 0.3F) ? around(rng, 0.4F) : 0.0F;
  legs.roundCrotch = chance(rng, 0.25F);
  return legs;
}

// From the waist's right end down around the right leg to the crotch. open: the hem is left out, and what
// comes is the outer side alone.
Path outerSide(const Legs& legs) {
  Path path({1, 0});
  return path.to({legs.hip, legs.crotch * 0.8F}).bow({legs.outer, legs.length}, legs.knee);
}

Point innerHem(const Legs& legs) { return {legs.inner, legs.length - legs.hemSlope}; }

Path& innerSide(Path& path, const Legs& legs) {
  if (legs.roundCrotch) {
    return path.curve({legs.inner * 0.6F, legs.crotch * 0.9F}, {0, legs.crotch});
  }
  return path.to({0, legs.crotch});
}

Line bothLegs(const Legs& legs) {
  Path path = outerSide(legs);
  path.to(innerHem(legs));
  const Line right = innerSide(path, legs);
  Line all = right;
  const Line left = mirrored(right);
  all.insert(all.end(), left.rbegin() + 1, left.rend());
  all.push_back(all.front());
  return all;
}

// Two tubes side by side that only meet at the top.
Figure tubes(const Legs& legs) {
  Figure figure;
  const float inner = std::max(0.08F, legs.inner);
  const Line right{{0.02F, 0}, {1, 0}, {legs.outer, legs.length}, {inner, legs.length}, {0.02F, 0}};
  figure.addArea(right).addArea(mirrored(right));
  return figure;
}

void addWaist(Figure& figure, const Legs& legs, Rng& rng) {
  const float band = rng.uniform();
  const float y = legs.crotch * between(rng, 0.15F, 0.4F);
  if (band < 0.45F) {
    const float x = 1 + (legs.hip - 1) * y / (legs.crotch * 0.8F);
    figure.add({{-x, y}, {x, y}});
    if (chance(rng, 0.25F)) {  // a button or a buckle
      figure.add(ellipse({0, y / 2}, y * 0.3F, y * 0.3F));
    } else if (chance(rng, 0.2F)) {  // loops
      for (const float place : {-0.7F, -0.25F, 0.25F, 0.7F}) {
        figure.add({{place, 0}, {place, y}});
      }
    }
  } else if (band < 0.55F) {  // a band that stands on top
    figure.add({{-1, 0}, {-1, -y}, {1, -y}, {1, 0}});
  } else if (band < 0.63F) {  // the waist from inside
    figure.add(Path({-1, 0}).curve({0, y * 1.6F}, {1, 0}));
  } else if (band < 0.67F) {
    figure.add(ellipse({0, 0}, 1, y * 0.6F));
  }
}

void addDetails(Figure& figure, const Legs& legs, Rng& rng) {
  if (chance(rng, 0.3F)) {  // the fly
    figure.add({{0, 0}, {0, legs.crotch}});
    if (chance(rng, 0.4F)) {
      figure.add(Path({0.2F, 0.05F}).curve({0.22F, legs.crotch * 0.8F}, {0, legs.crotch * 0.8F}));
    }
  }
  if (chance(rng, 0.3F)) {  // pockets
    const float inner = between(rng, 0.35F, 0.65F);
    const float low = legs.crotch * between(rng, 0.4F, 0.8F);
    const float bow = chance(rng, 0.6F) ? between(rng, -0.25F, 0.25F) : 0.0F;
    figure.addBoth(Path({inner, legs.crotch * 0.1F}).bow({legs.hip * 0.97F, low}, bow));
  } else if (chance(rng, 0.12F)) {  // patches
    const float top = legs.crotch * between(rng, 0.3F, 0.7F);
    figure.addBoth(rectangle({0.3F, top}, {0.7F, top + 0.4F}));
  }
  if (chance(rng, 0.15F)) {  // turned up
    const float share = between(rng, 0.06F, 0.2F);
    const Point crotch{0, legs.crotch};
    const Point hip{legs.hip, legs.crotch * 0.8F};
    figure.addBoth({between({legs.outer, legs.length}, hip, share), between(innerHem(legs), crotch, share)});
  }
  if (chance(rng, 0.1F)) {  // creases
    const float middle = (legs.inner + legs.outer) / 2;
    figure.addBoth({{0.5F, legs.crotch}, {middle, legs.length * 0.95F}});
  }
  if (chance(rng, 0.05F)) {  // a patch on the knee
    const float middle = (legs.inner + legs.outer) / 2;
    const float y = (legs.crotch + legs.length) / 2;
    figure.add(rectangle({middle - 0.15F, y - 0.15F}, {middle + 0.15F, y + 0.15F}));
  }
}

}  // namespace

Figure trouser(Rng& rng) {
  const Legs legs = anyLegs(rng);
  Figure figure;
  const float construction = rng.uniform();
  if (construction < 0.64F) {
    figure.addArea(bothLegs(legs));
  } else if (construction < 0.8F) {  // open at the bottom
    figure.areas.push_back(bothLegs(legs));
    const Line side = outerSide(legs);
    figure.add({{-1, 0}, {1, 0}}).addBoth(side);
    Path inside(innerHem(legs));
    innerSide(inside, legs);
    figure.addBoth(inside);
  } else if (construction < 0.94F) {  // outer sides, then the inner ones, then the hems
    figure.areas.push_back(bothLegs(legs));
    const Line side = outerSide(legs);
    figure.add({{-1, 0}, {1, 0}}).addBoth(side);
    Path inside(innerHem(legs));
    innerSide(inside, legs);
    figure.addBoth(inside).addBoth({side.back(), innerHem(legs)});
  } else if (construction < 0.97F) {
    figure = tubes(legs);
  } else {  // the legs side by side: a line between them
    const Line side = outerSide(legs);
    Line outline = side;
    const Line left = mirrored(side);
    outline.insert(outline.end(), left.rbegin(), left.rend());
    outline.push_back(outline.front());
    figure.addArea(outline);
    figure.add({{0, legs.crotch}, {0, legs.length}});
  }
  addWaist(figure, legs, rng);
  addDetails(figure, legs, rng);
  return figure;
}

}  // namespace ffnn
