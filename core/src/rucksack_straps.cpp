#include "rucksack_straps.h"

#include "dice.h"

namespace ffnn {
namespace {

// Straps that stand out at both sides, or at one when the bag is seen from there.
void addSideStraps(Figure& figure, const Sack& sack, bool both, Rng& rng) {
  const float out = between(rng, 0.25F, 0.9F);
  const float from = sack.height * between(rng, 0.05F, 0.35F);
  const float to = sack.height * (chance(rng, 0.8F) ? between(rng, 0.6F, 0.97F) : between(rng, 0.97F, 1.4F));
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

// Straps as loops on the front or the back: two long ovals.
void addOvals(Figure& figure, const Sack& sack, Rng& rng) {
  const float x = between(rng, 0.35F, 0.6F);
  const float y = sack.height * between(rng, 0.4F, 0.6F);
  const float thin = between(rng, 0.12F, 0.3F);
  const float tall = sack.height * between(rng, 0.2F, 0.42F);
  figure.addBoth(ellipse({x, y}, thin, tall));
}

// Straps that hang down as loops below the bag, or beside its lower half.
void addHangingLoops(Figure& figure, const Sack& sack, Rng& rng) {
  const float x = between(rng, 0.45F, 1.2F);
  const float thin = between(rng, 0.12F, 0.4F);
  const float from = sack.height * between(rng, 0.5F, 1.0F);
  const float tall = sack.height * between(rng, 0.15F, 0.4F);
  figure.addBoth(ellipse({x, from + tall}, thin, tall));
}

// Straps that rise over the bag's top and come down beside it.
void addShoulderStraps(Figure& figure, const Sack& sack, Rng& rng) {
  const float inner = between(rng, 0.1F, 0.5F);
  const float high = between(rng, 0.2F, 0.8F);
  const float out = between(rng, 0.1F, 0.6F);
  const float end = sack.height * between(rng, 0.3F, 0.95F);
  const Line strap = Path({inner, sack.dome * 0.1F})
                         .curve({inner + 0.1F, -high}, {sack.top, -high * 0.6F})
                         .curve({1 + 2 * out, 0}, {1, end});
  figure.addBoth(strap);
}

// Straps that hang down loosely at both sides.
void addLooseStraps(Figure& figure, const Sack& sack, Rng& rng) {
  const float from = sack.height * between(rng, 0.1F, 0.5F);
  const float out = between(rng, 0.15F, 0.7F);
  const float end = sack.height * between(rng, 0.8F, 1.5F);
  figure.addBoth(Path({0.97F, from}).curve({1 + 1.5F * out, from}, {1 + out, end}));
}

}  // namespace

void addStraps(Figure& figure, const Sack& sack, Rng& rng) {
  const float kind = rng.uniform();
  if (kind < 0.28F) {
    addSideStraps(figure, sack, true, rng);
  } else if (kind < 0.36F) {
    addSideStraps(figure, sack, false, rng);
  } else if (kind < 0.54F) {
    addBackStraps(figure, sack, rng);
  } else if (kind < 0.64F) {
    addOvals(figure, sack, rng);
  } else if (kind < 0.74F) {
    addShoulderStraps(figure, sack, rng);
  } else if (kind < 0.8F) {
    addLooseStraps(figure, sack, rng);
  } else if (kind < 0.86F) {
    addHangingLoops(figure, sack, rng);
  }
}

}  // namespace ffnn
