#include "hand.h"

#include <algorithm>
#include <span>
#include <utility>

#include "dice.h"
#include "pen.h"

namespace ffnn {
namespace {

struct Bounds {
  Point low;
  Point high;
};

Bounds boundsOf(const std::vector<Line>& lines) {
  Bounds bounds{lines.front().front(), lines.front().front()};
  for (const Line& line : lines) {
    for (const Point p : line) {
      bounds.low = {std::min(bounds.low.x, p.x), std::min(bounds.low.y, p.y)};
      bounds.high = {std::max(bounds.high.x, p.x), std::max(bounds.high.y, p.y)};
    }
  }
  return bounds;
}

// Moves and scales the figure so that its centre is the origin and its longer side is 1.
void normalise(Figure& figure) {
  const auto [low, high] = boundsOf(figure.lines);
  const Point centre = between(low, high, 0.5F);
  const float longer = std::max({high.x - low.x, high.y - low.y, 1e-6F});
  figure.move([&](Point p) { return (p - centre) * (1 / longer); });
}

// What a whole drawing suffers: stretched, sheared, tilted, narrower at one end, bent.
void distort(Figure& figure, Rng& rng) {
  const float stretch = 1 + around(rng, 0.41F * figure.freedom);
  const float shear = around(rng, 0.22F * figure.freedom);
  const float tilt = around(rng, 0.14F * figure.freedom);
  const float taper = around(rng, 0.27F * figure.freedom);
  const float bendX = around(rng, 0.22F * figure.freedom);
  const float bendY = around(rng, 0.22F * figure.freedom);
  const float lean = around(rng, 0.27F * figure.freedom);
  // Left and right, above and below: not the same scale.
  const float sides = around(rng, 0.41F * figure.freedom);
  const float heights = around(rng, 0.41F * figure.freedom);
  figure.move([&](Point p) {
    const Point bent{p.x * (1 + taper * p.y + sides * p.x) + bendX * p.y * p.y,
                     p.y * (1 + lean * p.x + heights * p.y) + bendY * p.x * p.x};
    return turned({(bent.x + shear * bent.y) * stretch, bent.y}, tilt);
  });
}

// The area inside a closed line, as strokes side by side.
void hatch(const Line& area, float spacing, std::uint8_t grey, std::vector<Stroke>& strokes) {
  const auto [low, high] =
      std::minmax_element(area.begin(), area.end(), [](Point a, Point b) { return a.y < b.y; });
  const float bottom = high->y;
  std::vector<float> crossings;
  float y = low->y + spacing / 2;
  while (y < bottom) {
    crossings.clear();
    for (std::size_t i = 0; i < area.size(); ++i) {
      const Point a = area[i];
      const Point b = area[(i + 1) % area.size()];
      if ((a.y <= y) != (b.y <= y)) {
        crossings.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
      }
    }
    std::sort(crossings.begin(), crossings.end());
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
      const float inset = std::min(spacing / 2, (crossings[i + 1] - crossings[i]) / 2);
      strokes.push_back(
          {Tool::brush, spacing * 1.25F, grey, {{crossings[i] + inset, y}, {crossings[i + 1] - inset, y}}});
    }
    y += spacing;
  }
}

// Small things that nobody has thought of: folds, stains, patterns, words.
void addClutter(Figure& figure, Rng& rng) {
  const auto anywhere = [&](float extent) {
    const float x = around(rng, extent);
    const float y = around(rng, extent);
    return Point{x, y};
  };
  for (int left = whole(rng, 1, 3); left > 0; --left) {
    const Point start = anywhere(0.5F);
    const Point control = start + anywhere(0.4F);
    const Point end = start + anywhere(0.4F);
    figure.add(Path(start).curve(control, end));
  }
}

// True when the areas reach about as far as the figure (of longer side 1) does, so that they can stand for
// it.
bool fillsFigure(const std::vector<Line>& areas) {
  const auto [low, high] = boundsOf(areas);
  return std::max(high.x - low.x, high.y - low.y) > 0.85F;
}

}  // namespace

std::vector<Stroke> drawByHand(Figure figure, Rng& rng) {
  normalise(figure);
  distort(figure, rng);
  normalise(figure);
  if (chance(rng, 0.5F)) {
    figure.move([](Point p) { return mirrored(p); });
  }
  if (chance(rng, 0.12F)) {
    addClutter(figure, rng);
  }
  const Habit habit = anyHabit(rng);
  const float thin = rng.uniform();
  const float width = 8 + 14 * thin * thin;       // pad units
  const float size = between(rng, 150, 225);      // pad units
  const float room = (kPadSize - size - 30) / 2;  // to the pad's edge, pad units
  const float shiftX = around(rng, room);
  const float shiftY = around(rng, room);
  constexpr float kMiddle = 0.5F * kPadSize;
  const Point place{kMiddle + shiftX, kMiddle + shiftY};
  const bool filled = !figure.areas.empty() && chance(rng, 0.2F);
  const bool patch = filled && chance(rng, 0.3F) && fillsFigure(figure.areas);
  std::vector<Stroke> lines;
  std::vector<Line> drawn;  // all that is seen
  std::uint8_t grey = 0;
  if (filled) {
    grey = static_cast<std::uint8_t>(between(rng, 77, 242));
    for (const Line& area : figure.areas) {
      drawn.push_back(trembled(area, habit, rng));
    }
  }
  const std::size_t areas = drawn.size();
  if (!patch) {
    const auto count = static_cast<std::size_t>(habit.done * static_cast<float>(figure.lines.size()));
    for (const Line& line : std::span(figure.lines).first(std::max<std::size_t>(1, count))) {
      drawLine(line, habit, width, rng, lines);
      if (habit.twice) {
        drawLine(line, habit, width, rng, lines);
      }
    }
  }
  for (const Stroke& stroke : lines) {
    drawn.push_back(stroke.points);
  }

  // Only now is it known how far it all reaches.
  const auto [low, high] = boundsOf(drawn);
  const Point centre = between(low, high, 0.5F);
  const float scale = size / std::max({high.x - low.x, high.y - low.y, 1e-6F});
  for (Line& line : drawn) {
    std::transform(line.begin(), line.end(), line.begin(),
                   [&](Point p) { return place + (p - centre) * scale; });
  }
  std::vector<Stroke> strokes;
  for (const Line& area : std::span(drawn).first(areas)) {
    hatch(area, 8, grey, strokes);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    lines[i].points = std::move(drawn[areas + i]);
    strokes.push_back(std::move(lines[i]));
  }
  return strokes;
}

}  // namespace ffnn
