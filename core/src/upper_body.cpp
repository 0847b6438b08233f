#include "upper_body.h"

#include <algorithm>

#include "dice.h"

namespace ffnn {
namespace {

// The right sleeve, from the shoulder around to the armpit.
struct Sleeve {
  Point shoulder;
  Point outerElbow;
  Point outer;
  Point inner;
  Point innerElbow;
  Point armpit;
};

Sleeve sleeveOf(const UpperBody& body) {
  Sleeve sleeve;
  sleeve.shoulder = {body.shoulder, body.slope};
  sleeve.armpit = {body.chest, body.armpit()};
  const Point way = direction(body.reach);
  const Point across{-way.y, way.x};
  sleeve.outer = sleeve.shoulder + way * body.sleeve;
  sleeve.inner = sleeve.outer + across * body.cuff;
  // A sleeve that hangs does not hang inside the body.
  const float clear = std::max(0.0F, body.chest + 0.05F - sleeve.inner.x);
  sleeve.outer.x += clear;
  sleeve.inner.x += clear;
  const Point bend = across * (-body.elbow * body.sleeve);
  sleeve.outerElbow = between(sleeve.shoulder, sleeve.outer, 0.5F) + bend;
  sleeve.innerElbow = between(sleeve.armpit, sleeve.inner, 0.5F) + bend;
  return sleeve;
}

Path& follow(Path& path, const Sleeve& sleeve, bool bent) {
  if (bent) {
    path.curve(sleeve.outerElbow, sleeve.outer).to(sleeve.inner).curve(sleeve.innerElbow, sleeve.armpit);
  } else {
    path.to(sleeve.outer).to(sleeve.inner).to(sleeve.armpit);
  }
  return path;
}

// From the armpit (where the path is) to the middle of the hem.
Path& flank(Path& path, const UpperBody& body) {
  const float middle = (body.armpit() + body.length) / 2;
  const float straight = (body.chest + body.hem) / 2;
  path.curve({straight + 2 * (body.waist - straight), middle}, {body.hem, body.length});
  const float low = body.length + 2 * body.hem * body.hemBow;
  return path.curve({body.hem / 2, low}, {0, low});
}

void addNeckline(Figure& figure, const UpperBody& body) {
  const float n = body.neck;
  const float depth = body.neckDepth;
  switch (body.neckline) {
    case Neckline::straight:
      figure.add({{-n, 0}, {n, 0}});
      break;
    case Neckline::round:
      figure.add(Path({-n, 0}).curve({0, 2 * depth}, {n, 0}));
      break;
    case Neckline::vee:
      figure.add({{-n, 0}, {0, depth * 1.5F}, {n, 0}});
      break;
    case Neckline::band:
      figure.add(Path({-n, 0}).curve({0, 2 * depth}, {n, 0}));
      figure.add(Path({-n, 0}).curve({0, 2 * depth - 0.35F}, {n, 0}));
      break;
    case Neckline::oval:
      figure.add(ellipse({0, 0}, n, depth * 0.6F));
      break;
    case Neckline::turtle:
      figure.add({{-n, 0}, {-n * 0.9F, -depth}, {n * 0.9F, -depth}, {n, 0}});
      figure.add({{-n, 0}, {n, 0}});
      break;
  }
}

// One outline from the right of the neck around to its left, the middle of the hem being where they meet.
Line outlineOf(const UpperBody& body, bool withSleeves) {
  Path half({body.neck, 0});
  half.to({body.shoulder, body.slope});
  if (withSleeves && body.sleeve > 0) {
    follow(half, sleeveOf(body), body.elbow != 0);
  } else {
    half.bow({body.chest, body.armpit()}, -0.06F);
  }
  Line right = flank(half, body);
  Line all = right;
  Line left = mirrored(right);
  all.insert(all.end(), left.rbegin() + 1, left.rend());
  return all;
}

}  // namespace

UpperBody anyBody(Rng& rng) {
  UpperBody body;
  body.neck = between(rng, 0.22F, 0.6F);
  body.shoulder = std::max(body.neck + 0.1F, between(rng, 0.6F, 1.2F));
  body.slope = between(rng, 0, 0.35F);
  body.length = between(rng, 1.7F, 3.1F);
  body.waist = between(rng, 0.82F, 1.08F);
  body.hem = between(rng, 0.85F, 1.2F);
  body.hemBow = chance(rng, 0.4F) ? between(rng, -0.05F, 0.12F) : 0.0F;
  body.neckDepth = between(rng, 0.1F, 0.5F);
  body.neckline = chance(rng, 0.95F) ? static_cast<Neckline>(whole(rng, 0, 3)) : Neckline::oval;
  return body;
}

void shortSleeves(UpperBody& body, Rng& rng) {
  body.sleeve = between(rng, 0.3F, 1.15F);
  body.root = between(rng, 0.45F, 0.95F);
  body.cuff = body.root * between(rng, 0.35F, 1.1F);
  body.reach = chance(rng, 0.8F) ? between(rng, -0.05F, 0.5F) : between(rng, 0.4F, 0.85F);
  body.elbow = chance(rng, 0.3F) ? between(rng, 0, 0.25F) : 0.0F;
  const float construction = rng.uniform();
  body.seams = construction < 0.2F;
  body.separate = construction > 0.75F;
}

void longSleeves(UpperBody& body, Rng& rng) {
  body.root = between(rng, 0.45F, 0.9F);
  body.cuff = between(rng, 0.25F, 0.7F);
  const float spread = rng.uniform();
  if (spread < 0.45F) {  // hanging
    body.reach = between(rng, 0.6F, 0.95F);
    body.sleeve = body.length * between(rng, 0.68F, 1.05F);
  } else if (spread < 0.8F) {  // half spread
    body.reach = between(rng, 0.3F, 0.6F);
    body.sleeve = between(rng, 1.4F, 2.5F);
  } else {
    body.reach = between(rng, -0.05F, 0.3F);
    body.sleeve = between(rng, 1.3F, 2.2F);
  }
  body.elbow = chance(rng, 0.35F) ? between(rng, -0.05F, 0.2F) : 0.0F;
  const float construction = rng.uniform();
  body.seams = construction < 0.2F;
  body.separate = construction > 0.75F;
}

Figure upperBody(const UpperBody& body, Rng& rng) {
  Figure figure;
  const bool own = body.separate && body.sleeve > 0;
  const Line whole = outlineOf(body, true);
  figure.add(own ? outlineOf(body, false) : whole);
  Line area = whole;
  area.push_back(area.front());
  figure.areas.push_back(area);
  if (own) {
    for (const float side : {1.0F, -1.0F}) {
      UpperBody arm = body;  // a left sleeve never equals the right one
      arm.sleeve *= 1 + around(rng, 0.15F);
      arm.reach += around(rng, 0.1F);
      const Sleeve sleeve = sleeveOf(arm);
      Path path(sleeve.shoulder);
      const Line line = follow(path, sleeve, arm.elbow != 0);
      figure.add(side > 0 ? line : mirrored(line));
    }
  } else if (body.seams && body.sleeve > 0) {
    figure.addBoth(Path({body.shoulder, body.slope}).bow({body.chest, body.armpit()}, -0.08F));
  }
  addNeckline(figure, body);
  return figure;
}

void addCuffs(Figure& figure, const UpperBody& body, float share) {
  const Sleeve sleeve = sleeveOf(body);
  const Point outer = between(sleeve.outer, sleeve.shoulder, share);
  const Point inner = between(sleeve.inner, sleeve.armpit, share);
  figure.addBoth({outer, inner});
}

void addHem(Figure& figure, const UpperBody& body, float height) {
  const float y = body.length - height;
  figure.add(Path({-body.hem, y}).curve({0, y + 2 * body.hem * body.hemBow}, {body.hem, y}));
}

}  // namespace ffnn
