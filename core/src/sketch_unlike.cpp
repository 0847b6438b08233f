// What is none of the ten: belts, hats, faces, houses, letters, stars, trees, shapes, scribbles.
#include <array>
#include <utility>

#include "dice.h"
#include "figures.h"

namespace ffnn {
namespace {

Point anywhere(Rng& rng) {
  const float x = between(rng, -1, 1);
  const float y = between(rng, -1, 1);
  return {x, y};
}

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

Figure face(Rng& rng) {
  Figure figure;
  const float wide = between(rng, 0.75F, 1.1F);
  figure.addArea(ellipse({0, 0}, wide, 1));
  const float eye = between(rng, 0.03F, 0.2F);
  figure.addBoth(ellipse({0.35F, -0.25F}, eye, eye));
  const float smile = between(rng, -0.3F, 0.6F);
  figure.add(Path({-0.45F, 0.4F}).curve({0, 0.4F + smile}, {0.45F, 0.4F}));
  if (chance(rng, 0.4F)) {
    figure.add({{0, -0.1F}, {-0.1F, 0.2F}, {0.05F, 0.2F}});
  }
  if (chance(rng, 0.3F)) {  // ears or hair
    figure.addBoth({{0.4F, -0.9F}, {0.7F, -1.4F}, {0.85F, -0.6F}});
  }
  return figure;
}

Figure house(Rng& rng) {
  Figure figure;
  const float height = between(rng, 0.7F, 1.6F);
  const float roof = between(rng, 0.5F, 1.2F);
  const float over = between(rng, 0, 0.3F);
  figure.addArea(rectangle({-1, 0}, {1, height}));
  figure.add({{-1 - over, 0}, {0, -roof}, {1 + over, 0}, {-1 - over, 0}});
  const float door = around(rng, 0.6F);
  figure.add({{door - 0.2F, height},
              {door - 0.2F, height * 0.4F},
              {door + 0.2F, height * 0.4F},
              {door + 0.2F, height}});
  if (chance(rng, 0.6F)) {
    figure.add(rectangle({0.3F, height * 0.2F}, {0.75F, height * 0.55F}));
  }
  return figure;
}

Figure tree(Rng& rng) {
  Figure figure;
  const float trunk = between(rng, 0.1F, 0.3F);
  const float low = between(rng, 0.6F, 1.5F);
  figure.addBoth({{trunk, 0}, {trunk * 1.3F, low}});
  if (chance(rng, 0.5F)) {
    figure.addArea(ellipse({0, -0.9F}, between(rng, 0.7F, 1.1F), 1));
  } else {
    const int storeys = whole(rng, 1, 3);
    for (int i = 0; i < storeys; ++i) {
      const float y = -0.6F * static_cast<float>(i);
      figure.addArea({{-1, y}, {0, y - 1.2F}, {1, y}, {-1, y}});
    }
  }
  return figure;
}

// Stars, flowers and suns: points or rays around a middle.
Figure star(Rng& rng) {
  Figure figure;
  const int points = whole(rng, 4, 9);
  const float inner = between(rng, 0.3F, 0.7F);
  const bool rays = chance(rng, 0.4F);
  Line line;
  for (int i = 0; i <= 2 * points; ++i) {
    const float angle = static_cast<float>(i) / static_cast<float>(points);  // 0 … 2, a full turn
    // Half a turn by direction(−1 … 1), the other half as its opposite.
    const bool back = angle >= 1;
    const float t = 2 * (back ? angle - 1 : angle) - 1;
    const Point d = direction(t) * (back ? -1.0F : 1.0F);
    if (rays) {
      if (i % 2 == 0) {
        figure.add({d * inner, d});
      }
    } else {
      line.push_back(d * (i % 2 == 0 ? 1.0F : inner));
    }
  }
  if (rays) {
    figure.addArea(ellipse({0, 0}, inner * 0.8F, inner * 0.8F));
  } else {
    figure.addArea(line);
  }
  return figure;
}

Figure letters(Rng& rng) {
  static const std::array<Figure, 10> kAlphabet = {{
      {{{{-0.6F, 1}, {0, -1}, {0.6F, 1}}, {{-0.3F, 0.2F}, {0.3F, 0.2F}}}, {}},
      {{{{-0.5F, -1}, {-0.5F, 1}, {0.5F, 1}}}, {}},
      {{{{-0.6F, 1}, {-0.6F, -1}, {0.6F, 1}, {0.6F, -1}}}, {}},
      {{{{-0.6F, -1}, {0.6F, -1}, {-0.6F, 1}, {0.6F, 1}}}, {}},
      {{{{-0.6F, -1}, {0.6F, 1}}, {{0.6F, -1}, {-0.6F, 1}}}, {}},
      {{{{-0.6F, -1}, {0.6F, -1}}, {{0, -1}, {0, 1}}}, {}},
      {{{{0.5F, -1}, {-0.5F, -1}, {-0.5F, 1}, {0.5F, 1}}, {{-0.5F, 0}, {0.4F, 0}}}, {}},
      {{{{-0.5F, -1}, {-0.5F, 1}}, {{0.6F, -1}, {-0.5F, 0}, {0.6F, 1}}}, {}},
      {{{{-0.8F, -1}, {-0.4F, 1}, {0, -0.4F}, {0.4F, 1}, {0.8F, -1}}}, {}},
      {{{{-0.5F, -0.8F}, {0.5F, -0.8F}, {0.5F, -0.1F}, {-0.4F, 0.9F}, {0.6F, 0.9F}}}, {}},
  }};
  Figure figure;
  const int count = whole(rng, 1, 4);
  for (int i = 0; i < count; ++i) {
    Figure letter = kAlphabet[rng.below(kAlphabet.size())];
    const float x = 1.7F * static_cast<float>(i);
    letter.move([&](Point p) { return p + Point{x, 0}; });
    figure.add(letter);
  }
  return figure;
}

Figure shape(Rng& rng) {
  Figure figure;
  const float height = between(rng, 0.4F, 1.6F);
  switch (whole(rng, 0, 4)) {
    case 0:
      figure.addArea(ellipse({0, 0}, 1, height));
      break;
    case 1:
      figure.addArea({{-1, height}, {around(rng, 0.8F), -height}, {1, height}, {-1, height}});
      break;
    case 2:
      figure.addArea({{0, -height}, {1, 0}, {0, height}, {-1, 0}, {0, -height}});
      break;
    case 3:  // a cross
      figure.add({{-1, 0}, {1, 0}}).add({{0, -height}, {0, height}});
      break;
    default:  // an arrow
      figure.add({{-1, 0}, {1, 0}}).add({{0.5F, -0.4F}, {1, 0}, {0.5F, 0.4F}});
      break;
  }
  if (chance(rng, 0.3F)) {
    const Point low = anywhere(rng) * 0.4F;
    figure.add(ellipse(low, 0.3F, 0.3F));
  }
  return figure;
}

Figure spiral(Rng& rng) {
  const int steps = 8 * whole(rng, 2, 4);
  const float stretch = between(rng, 0.6F, 1.2F);
  Line line;
  for (int i = 0; i <= steps; ++i) {
    const int eighth = i % 8;
    const float t = 0.5F * static_cast<float>(eighth % 4) - 1;
    const Point d = direction(t) * (eighth < 4 ? 1.0F : -1.0F);
    const float radius = static_cast<float>(i) / static_cast<float>(steps);
    line.push_back({d.x * radius, d.y * radius * stretch});
  }
  return Figure{}.add(std::move(line));
}

Figure scribble(Rng& rng) {
  Figure figure;
  const int strokes = whole(rng, 1, 4);
  for (int stroke = 0; stroke < strokes; ++stroke) {
    Path path(anywhere(rng));
    const int pieces = whole(rng, 1, 7);
    for (int piece = 0; piece < pieces; ++piece) {
      const Point control = anywhere(rng) * 1.3F;
      const Point end = anywhere(rng);
      path.curve(control, end);
    }
    figure.add(path);
  }
  return figure;
}

}  // namespace

Figure unlikeAny(Rng& rng) {
  using Draw = Figure (*)(Rng&);
  constexpr std::array<Draw, 16> kThings = {belt,  belt, belt, hat,     hat,   hat,    hat,      face,
                                            house, tree, star, letters, shape, spiral, scribble, scribble};
  return kThings[rng.below(kThings.size())](rng);
}

}  // namespace ffnn
