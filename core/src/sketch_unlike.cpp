// What is none of the ten: faces, houses, letters, stars, trees, shapes, scribbles; and what people wear
// besides.
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
  constexpr std::array<Draw, 18> kThings = {belt, belt,    belt,  hat,    hat,      hat,
                                            hat,  sock,    sock,  face,   house,    tree,
                                            star, letters, shape, spiral, scribble, scribble};
  return kThings[rng.below(kThings.size())](rng);
}

}  // namespace ffnn
