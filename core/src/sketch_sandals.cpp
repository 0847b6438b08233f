// Sandals: flip-flops and slides from above, alone and in pairs; soles with straps from the side, flat and
// high.
#include "dice.h"
#include "figures.h"

namespace ffnn {
namespace {

// A sole from above, the toes at y = 0, the heel at y = length, about 1 its half width.
struct Sole {
  float length;
  float toe;   // half widths: at the ball of the foot
  float arch;  // in the middle
  float heel;
  float lean;  // how far the toe's tip lies beside the middle
};

Sole anySole(Rng& rng) {
  Sole sole{};
  sole.length = between(rng, 3.0F, 5.4F);
  sole.toe = between(rng, 0.85F, 1.15F);
  const float shape = rng.uniform();
  if (shape < 0.4F) {  // an egg or an ellipse
    sole.heel = between(rng, 0.65F, 1.05F);
    sole.arch = (sole.toe + sole.heel) / 2 + between(rng, -0.05F, 0.12F);
  } else {  // waisted
    sole.heel = between(rng, 0.65F, 1.0F);
    sole.arch = between(rng, 0.5F, 0.85F);
  }
  sole.lean = chance(rng, 0.5F) ? around(rng, 0.4F) : 0.0F;
  return sole;
}

// Around the sole through its widest and its narrowest places.
Line outlineOf(const Sole& sole) {
  const float l = sole.length;
  const auto side = [&](Path& path, float way) -> Path& {
    const auto at = [&](float x, float y) { return Point{way * x, y * l}; };
    path.curve(at(sole.toe, 0.02F), at(sole.toe, 0.22F));
    return path.curve(at(sole.toe * 0.95F, 0.42F), at(sole.arch, 0.58F))
        .curve(at(sole.heel, 0.7F), at(sole.heel, 0.82F))
        .curve(at(sole.heel, 1), {0, l});
  };
  Path right({sole.lean, 0});
  side(right, 1);
  Path leftPath({sole.lean, 0});
  const Line left = side(leftPath, -1);
  Line all = right;
  all.insert(all.end(), left.rbegin() + 1, left.rend());
  return all;
}

// The straps of a flip-flop: from between the toes to both edges.
void addThong(Figure& figure, const Sole& sole, Rng& rng) {
  const float l = sole.length;
  const float toeX = sole.lean * 0.5F + around(rng, 0.2F);
  const float toeY = l * between(rng, 0.03F, 0.3F);
  const Point toe{toeX, toeY};
  const float low = l * between(rng, 0.38F, 0.68F);
  const float edge = low > 0.5F * l ? sole.arch : sole.toe * 0.95F;
  const float half = edge * (chance(rng, 0.7F) ? 1.0F : between(rng, 0.8F, 1.25F));
  const float bow = chance(rng, 0.55F) ? between(rng, 0, 0.22F) : 0.0F;
  const float kind = rng.uniform();
  if (kind < 0.6F) {  // a V or an arch
    figure.add(Path({-half, low}).bow(toe, bow).bow({half, low}, bow));
  } else if (kind < 0.8F) {  // a Y
    const Point fork = toe + Point{0, l * 0.13F};
    figure.add({toe, fork}).add(Path({-half, low}).bow(fork, bow).bow({half, low}, bow));
  } else {  // broad straps: a V in a V
    const float thick = between(rng, 0.25F, 0.55F);
    figure.add(Path({-half, low}).bow(toe, bow).bow({half, low}, bow));
    figure.add(Path({-half, low + thick}).bow(toe + Point{0, thick}, bow).bow({half, low + thick}, bow));
  }
  if (chance(rng, 0.15F)) {
    figure.add(ellipse(toe, 0.12F, 0.12F));
  }
}

// Bands across, as on slides; some with a strap around the heel.
void addBands(Figure& figure, const Sole& sole, Rng& rng) {
  const float l = sole.length;
  const int count = whole(rng, 2, 4);
  const float first = between(rng, 0.15F, 0.3F);
  const float step = between(rng, 0.1F, 0.2F);
  const float bow = between(rng, 0, 0.25F);
  for (int i = 0; i < count; ++i) {
    const float y = l * (first + step * static_cast<float>(i));
    const float half = y < 0.45F * l ? sole.toe : sole.arch;
    figure.add(Path({-half, y}).bow({half, y}, bow));
  }
  if (chance(rng, 0.2F)) {
    figure.add({{-sole.toe, l * 0.25F}, {sole.arch, l * 0.5F}})
        .add({{sole.toe, l * 0.25F}, {-sole.arch, l * 0.5F}});
  }
}

// Turns what is seen from above: mostly upright, sometimes anyhow, on its side or upside down.
void lieDown(Figure& figure, Rng& rng) {
  const float kind = rng.uniform();
  const float slight = around(rng, 0.15F);
  const float far = around(rng, 0.7F);
  if (kind < 0.9F) {
    const float turn = kind < 0.55F ? slight : kind < 0.75F ? far : 1 + slight;
    figure.move([&](Point p) { return turned(p, turn); });
  } else {
    figure.move([&](Point p) { return turned({p.x, -p.y}, slight); });
  }
}

Figure fromAbove(Rng& rng) {
  const Sole sole = anySole(rng);
  Figure one;
  one.addArea(outlineOf(sole));
  const bool thong = chance(rng, 0.85F);
  if (thong) {
    addThong(one, sole, rng);
  } else {
    addBands(one, sole, rng);
  }
  if (chance(rng, 0.08F)) {  // the sole's thickness
    const float deep = between(rng, 0.15F, 0.35F);
    one.add(Path({sole.heel, sole.length * 0.8F})
                .curve({sole.heel, sole.length + deep}, {0, sole.length + deep})
                .curve({-sole.heel, sole.length + deep}, {-sole.heel, sole.length * 0.8F}));
  }
  if (!chance(rng, 0.62F)) {
    lieDown(one, rng);
    return one;
  }
  // A pair: the other one is like it, drawn beside it, turned a little.
  const float splay = chance(rng, 0.5F) ? around(rng, 0.2F) : 0.0F;
  const float gap = between(rng, 0.95F, 1.7F);
  const float shift = chance(rng, 0.3F) ? around(rng, sole.length * 0.5F) : around(rng, 0.3F);
  const bool same = chance(rng, 0.25F);  // not mirrored
  Figure other = one;
  other.move([&](Point p) {
    const Point q = same ? p : mirrored(p);
    return turned(q, -splay) + Point{gap, shift};
  });
  one.move([&](Point p) { return turned(p, splay) + Point{-gap, 0}; });
  one.add(other);
  lieDown(one, rng);
  return one;
}

// A sole seen from the side, from the heel at x = 0 to the toe at x = 3, its upper side at y = 0 there.
struct SideSole {
  float heel;  // height of the upper side above that of the toe
  float thick;
  float arch;  // where the slope ends
};

Point onSole(const SideSole& sole, float x) {
  if (x >= sole.arch) {
    return {x, 0};
  }
  const float t = x / sole.arch;
  return {x, -sole.heel * (1 - t) * (1 - t * 0.3F)};
}

void addSideSole(Figure& figure, const SideSole& sole) {
  Line upper;
  for (const float share : {0.0F, 0.25F, 0.5F, 0.75F, 1.0F}) {
    upper.push_back(onSole(sole, share * sole.arch));
  }
  upper.push_back({3, 0});
  Line all = upper;
  for (auto point = upper.rbegin(); point != upper.rend(); ++point) {
    all.push_back(*point + Point{0, sole.thick});
  }
  all.push_back(all.front());
  figure.addArea(all);
}

// A strap over the foot from a to b, single or double.
void addStrap(Figure& figure, Point a, Point b, float high, bool broad) {
  figure.add(Path(a).curve(between(a, b, 0.4F) + Point{0, -2 * high}, b));
  if (broad) {
    const Point inset = (b - a) * 0.2F;
    figure.add(Path(a + inset).curve(between(a, b, 0.4F) + Point{0, -1.5F * high}, b - inset));
  }
}

Figure fromSide(Rng& rng) {
  SideSole sole{};
  const bool high = chance(rng, 0.5F);
  sole.heel = high ? between(rng, 0.7F, 2.4F) : between(rng, 0, 0.3F);
  sole.thick = between(rng, 0.08F, high ? 0.2F : 0.35F);
  sole.arch = between(rng, 1.2F, 2.1F);
  Figure figure;
  addSideSole(figure, sole);
  if (high) {
    const float width = between(rng, 0.12F, 0.7F);
    const float low = sole.thick;
    const float inset = between(rng, 0, 0.3F);
    if (chance(rng, 0.75F)) {
      figure.add({{0.05F, -sole.heel + low},
                  {inset, low},
                  {inset + width * 0.5F, low},
                  {width, onSole(sole, width).y + low}});
    } else {  // a wedge
      figure.add({{0.02F, -sole.heel + low}, {0.05F, low}, {sole.arch, low}});
    }
  }
  const float start = between(rng, 1.4F, 2.0F);
  const float end = between(rng, 2.3F, 2.8F);
  const float height = between(rng, 0.35F, 0.9F);
  const bool broad = chance(rng, 0.5F);
  if (chance(rng, 0.3F)) {  // a thong: straight from the toes back
    figure.add({onSole(sole, end), {end - 0.25F, -height}, onSole(sole, start - 0.5F)});
  } else {
    addStrap(figure, onSole(sole, start), onSole(sole, end), height, broad);
  }
  if (chance(rng, 0.6F)) {  // around the ankle, and what holds it
    const float y = -sole.heel - between(rng, 0.5F, 1.4F);
    const float x = between(rng, 0.8F, 1.2F);
    const float drop = between(rng, 0, 0.4F);
    figure.add(Path({0.05F, y}).curve({x * 0.5F, y + drop + 0.2F}, {x, y + drop}));
    if (chance(rng, 0.4F)) {
      figure.add(Path({0.08F, y + 0.25F}).curve({x * 0.5F, y + drop + 0.45F}, {x, y + drop + 0.25F}));
    }
    figure.add(Path(onSole(sole, 0)).bow({0.05F, y}, 0.05F));
    if (chance(rng, 0.2F)) {
      figure.add({{x, y + drop}, onSole(sole, start)});
    }
  }
  if (chance(rng, 0.35F)) {
    const float a = between(rng, 0.6F, 1.0F);
    addStrap(figure, onSole(sole, a), onSole(sole, a + 0.7F), height * 1.2F, broad);
  }
  return figure;
}

}  // namespace

Figure sandal(Rng& rng) {
  Figure figure = chance(rng, 0.72F) ? fromAbove(rng) : fromSide(rng);
  figure.freedom = 0.5F;
  return figure;
}

}  // namespace ffnn
