#include "hand.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "dice.h"

namespace ffnn {
namespace {

// How this drawing is done. Lengths in parts of the figure's longer side, unless said otherwise.
struct Habit {
  float tremble = 0;    // how far a point strays
  float slip = 0;       // how far a whole stroke strays
  float overshoot = 0;  // how far ends go too far, or not far enough
  float lift = 0;       // the probability that the pen is lifted at a corner
  float forget = 0;     // the probability that a stroke is left out
  bool round = false;   // corners are cut
};

Habit anyHabit(Rng& rng) {
  Habit habit;
  const float care = between(rng, 0.3F, 1.5F);
  habit.tremble = 0.022F * care;
  habit.slip = 0.012F * care;
  habit.overshoot = between(rng, 0, 0.05F);
  habit.lift = chance(rng, 0.4F) ? between(rng, 0.1F, 0.6F) : 0.0F;
  habit.forget = chance(rng, 0.3F) ? 0.06F : 0.0F;
  habit.round = chance(rng, 0.4F);
  return habit;
}

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
  const float stretch = 1 + around(rng, 0.3F);
  const float shear = around(rng, 0.16F);
  const float tilt = around(rng, 0.1F);
  const float taper = around(rng, 0.2F);
  const float bendX = around(rng, 0.16F);
  const float bendY = around(rng, 0.16F);
  const float lean = around(rng, 0.2F);
  figure.move([&](Point p) {
    const Point bent{p.x * (1 + taper * p.y) + bendX * p.y * p.y, p.y * (1 + lean * p.x) + bendY * p.x * p.x};
    return turned({(bent.x + shear * bent.y) * stretch, bent.y}, tilt);
  });
}

float lengthOf(Point p) { return std::sqrt(p.x * p.x + p.y * p.y); }

// Corners cut, as by a hand that does not stop there (G. Chaikin, "An algorithm for high-speed curve
// generation", 1974): each inner point becomes two.
Line rounded(const Line& line) {
  Line result{line.front()};
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    result.push_back(between(line[i], line[i - 1], 0.25F));
    result.push_back(between(line[i], line[i + 1], 0.25F));
  }
  result.push_back(line.back());
  return result;
}

// One stroke as it comes out: ends too long or too short, points astray by what changes slowly along it.
Line trembled(const Line& line, const Habit& habit, Rng& rng) {
  constexpr float kStep = 0.22F;  // from one stray to the next
  Line way = line;
  const auto prolong = [&](Point& end, Point before) {
    const Point piece = end - before;
    const float length = lengthOf(piece);
    const float change = around(rng, habit.overshoot) + 0.2F * habit.overshoot;
    if (length > 2 * habit.overshoot) {
      end = end + piece * (change / length);
    }
  };
  prolong(way.front(), way[1]);
  prolong(way.back(), way[way.size() - 2]);
  const auto stray = [&](float extent) {
    const float x = around(rng, extent);
    const float y = around(rng, extent);
    return Point{x, y};
  };
  const Point slip = stray(2 * habit.slip);
  Point from = stray(2 * habit.tremble);
  Point to = stray(2 * habit.tremble);
  float along = 0;  // of the step under way, in steps
  Line result{way.front() + slip + from};
  for (std::size_t i = 1; i < way.size(); ++i) {
    const Point piece = way[i] - way[i - 1];
    const float steps = lengthOf(piece) / kStep;
    const int parts = std::max(1, static_cast<int>(steps * 1.5F));
    for (int part = 1; part <= parts; ++part) {
      const float share = 1 / static_cast<float>(parts);
      along += steps * share;
      while (along >= 1) {
        along -= 1;
        from = to;
        to = stray(2 * habit.tremble);
      }
      const Point place = between(way[i - 1], way[i], share * static_cast<float>(part));
      result.push_back(place + slip + between(from, to, along));
    }
  }
  return result;
}

// The line in pieces, the pen lifted at some of its corners.
std::vector<Line> lifted(const Line& line, const Habit& habit, Rng& rng) {
  std::vector<Line> pieces{{line.front()}};
  for (std::size_t i = 1; i < line.size(); ++i) {
    pieces.back().push_back(line[i]);
    if (i + 1 < line.size() && habit.lift > 0 && chance(rng, habit.lift)) {
      const Point a = line[i] - line[i - 1];
      const Point b = line[i + 1] - line[i];
      if (a.x * b.x + a.y * b.y < 0.8F * lengthOf(a) * lengthOf(b)) {
        pieces.push_back({line[i]});
      }
    }
  }
  return pieces;
}

// The area inside a closed line, as strokes side by side.
void hatch(const Line& area, float spacing, std::uint8_t grey, std::vector<Stroke>& strokes) {
  const auto [low, high] =
      std::minmax_element(area.begin(), area.end(), [](Point a, Point b) { return a.y < b.y; });
  const float bottom = high->y;
  std::vector<float> crossings;
  for (float y = low->y + spacing / 2; y < bottom; y += spacing) {
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
  }
}

// True when the areas reach about as far as the figure (of longer side 1) does, so that they can stand for
// it.
bool fillsFigure(const std::vector<Line>& areas) {
  const auto [low, high] = boundsOf(areas);
  return std::max(high.x - low.x, high.y - low.y) > 0.85F;
}

void drawLine(const Line& line, const Habit& habit, float width, Rng& rng, std::vector<Stroke>& strokes) {
  for (const Line& piece : lifted(line, habit, rng)) {
    if (!strokes.empty() && chance(rng, habit.forget)) {
      continue;
    }
    const Line corners = habit.round && piece.size() > 2 ? rounded(piece) : piece;
    strokes.push_back({Tool::brush, width, 255, trembled(corners, habit, rng)});
  }
}

}  // namespace

std::vector<Stroke> drawByHand(Figure figure, Rng& rng) {
  normalise(figure);
  distort(figure, rng);
  normalise(figure);
  if (chance(rng, 0.5F)) {
    figure.move([](Point p) { return mirrored(p); });
  }
  const Habit habit = anyHabit(rng);
  const float thin = rng.uniform();
  const float width = 8 + 14 * thin * thin;       // pad units
  const float size = between(rng, 150, 225);      // pad units
  const float room = (kPadSize - size - 30) / 2;  // to the pad's edge, pad units
  const float shiftX = around(rng, room);
  const float shiftY = around(rng, room);
  const Point place{kPadSize / 2 + shiftX, kPadSize / 2 + shiftY};
  const bool filled = !figure.areas.empty() && chance(rng, 0.2F);
  const bool patch = filled && chance(rng, 0.3F) && fillsFigure(figure.areas);
  const bool lined = !patch;
  std::vector<Stroke> strokes;
  const auto toPad = [&](Point p) { return place + p * size; };
  if (filled) {
    const auto grey = static_cast<std::uint8_t>(between(rng, 77, 242));
    for (const Line& area : figure.areas) {
      Line outline = trembled(area, habit, rng);
      std::transform(outline.begin(), outline.end(), outline.begin(), toPad);
      hatch(outline, 8, grey, strokes);
    }
  }
  if (lined || strokes.empty()) {
    const std::size_t first = strokes.size();
    for (const Line& line : figure.lines) {
      drawLine(line, habit, width, rng, strokes);
    }
    for (Stroke& stroke : std::span(strokes).subspan(first)) {
      std::transform(stroke.points.begin(), stroke.points.end(), stroke.points.begin(), toPad);
    }
  }
  return strokes;
}

}  // namespace ffnn
