// Belts, hats and socks: worn, but none of the ten.
#include "dice.h"
#include "figures.h"

namespace ffnn {

Figure belt(Rng& rng) {
  Figure figure;
  const float half = between(rng, 0.07F, 0.22F);
  const float buckle = half * between(rng, 1.0F, 2.0F);
  const float width = between(rng, 0.1F, 0.3F);
  if (chance(rng, 0.5F)) {  // stretched out
    const float x = chance(rng, 0.6F) ? between(rng, -1, -0.6F) : around(rng, 0.5F);
    figure.addArea(rectangle({-1, -half}, {1, half}));
    figure.add(rectangle({x - width, -buckle}, {x + width, buckle}));
    if (chance(rng, 0.5F)) {
      const int holes = whole(rng, 2, 6);
      for (int i = 0; i < holes; ++i) {
        const float at = 0.9F - 0.16F * static_cast<float>(i);
        figure.add({{at, 0}, {at + 0.01F, 0}});
      }
    }
  } else {  // a ring, seen from above the front
    const float tall = between(rng, 0.2F, 0.7F);
    const float high = between(rng, 0.15F, 0.45F);
    figure.add(ellipse({0, 0}, 1, tall));
    if (chance(rng, 0.5F)) {
      figure.add(ellipse({0, high}, 1, tall));
    } else {
      figure.add(Path({-1, 0})
                     .to({-1, high})
                     .curve({-0.9F, high + tall}, {0, high + tall})
                     .curve({0.9F, high + tall}, {1, high})
                     .to({1, 0}));
    }
    figure.add(rectangle({-width, tall}, {width, tall + high}));
  }
  return figure;
}

Figure hat(Rng& rng) {
  Figure figure;
  const float crown = between(rng, 0.4F, 0.8F);
  const float height = between(rng, 0.5F, 1.7F);
  switch (whole(rng, 0, 4)) {
    case 0: {  // a top hat
      const float thick = between(rng, 0, 0.3F);
      const float flare = around(rng, 0.3F);
      figure.add({{-crown, 0}, {-crown - flare, -height}, {crown + flare, -height}, {crown, 0}});
      if (thick > 0.1F) {
        figure.add(rectangle({-1.1F, 0}, {1.1F, thick}));
      } else {
        figure.add({{-1.1F, 0}, {1.1F, 0}});
      }
      break;
    }
    case 1: {  // a round crown on a wide brim
      const float brim = between(rng, 0.1F, 0.4F);
      figure.add(
          Path({-crown, 0}).curve({-crown, -height}, {0, -height}).curve({crown, -height}, {crown, 0}));
      figure.add(ellipse({0, brim * 0.3F}, 1.3F, brim));
      break;
    }
    case 2: {  // a cap with a peak
      const float peak = between(rng, 0.5F, 1.3F);
      figure.add(Path({-1, 0}).curve({-1, -height}, {0, -height}).curve({1, -height}, {1, 0}).close());
      figure.add(
          Path({1, 0}).curve({1 + peak * 0.6F, -0.2F}, {1 + peak, 0.15F}).curve({1.2F, 0.2F}, {0.4F, 0.05F}));
      break;
    }
    case 3: {  // a woolly one, or a party hat
      const bool pointed = chance(rng, 0.5F);
      Path path({-1, 0});
      if (pointed) {
        path.to({0, -height * 1.4F}).to({1, 0});
      } else {
        path.curve({-1, -height}, {0, -height}).curve({1, -height}, {1, 0});
      }
      figure.add(path.close());
      figure.add(ellipse({0, -height * (pointed ? 1.4F : 1.0F) - 0.15F}, 0.17F, 0.17F));
      if (!pointed) {
        figure.add(rectangle({-1.1F, 0}, {1.1F, 0.35F}));
      }
      break;
    }
    default: {  // a crown in front of a curved brim
      const float dent = between(rng, -0.3F, 0.3F);
      figure.add(Path({-1.5F, -0.2F}).curve({0, 0.7F}, {1.5F, -0.2F}).curve({0, 0.3F}, {-1.5F, -0.2F}));
      figure.add(Path({-crown, 0.1F})
                     .to({-crown * 0.8F, -height})
                     .bow({crown * 0.8F, -height}, dent)
                     .to({crown, 0.1F}));
      break;
    }
  }
  if (chance(rng, 0.35F)) {  // the band
    const float y = -height * between(rng, 0.1F, 0.3F);
    figure.add({{-crown, y}, {crown, y}});
  }
  return figure;
}

// A tube with a bend: leg and foot about as wide, heel and toe round, and no sole.
Figure sock(Rng& rng) {
  const float leg = between(rng, 1.3F, 3.6F);   // from the edge to the heel
  const float foot = between(rng, 1.5F, 3.0F);  // from the heel to the toe
  const float wide = between(rng, 0.7F, 1.1F);
  const float high = wide * between(rng, 0.8F, 1.15F);  // of the foot
  const float rise = between(rng, -0.3F, 0.6F);         // the toe above the heel, or below it
  const float heel = between(rng, 0.1F, 0.45F);
  const Point toe{foot, leg - rise};
  Figure figure;
  figure.addArea(Path({0, 0})
                     .to({0, leg - heel - 0.3F})
                     .curve({-heel * 0.4F, leg + heel * 0.3F}, {heel + 0.3F, leg})
                     .to(toe)
                     .curve(toe + Point{high * 0.9F, -high * 0.5F}, toe + Point{0, -high})
                     .curve({wide, leg - high}, {wide, leg - high - 0.4F})
                     .to({wide, 0})
                     .close());
  if (chance(rng, 0.55F)) {  // its edge
    const float y = leg * between(rng, 0.08F, 0.3F);
    figure.add({{0, y}, {wide, y}});
  }
  if (chance(rng, 0.35F)) {  // heel and toe of another colour
    figure.add(Path({0, leg - heel - 0.6F}).curve({wide * 0.7F, leg - 0.5F}, {heel + 0.7F, leg}));
    const Point end = toe + Point{-0.2F, 0};
    figure.add(Path(end).bow(end + Point{0, -high}, 0.2F));
  } else if (chance(rng, 0.3F)) {
    const int stripes = whole(rng, 2, 5);
    for (int i = 1; i <= stripes; ++i) {
      const float y = (leg - high) * static_cast<float>(i) / static_cast<float>(stripes + 1);
      figure.add({{0, y}, {wide, y}});
    }
  }
  return figure;
}

}  // namespace ffnn
