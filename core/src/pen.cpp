#include "pen.h"

#include <algorithm>
#include <cmath>

#include "dice.h"

namespace ffnn {
namespace {

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

}  // namespace

Habit anyHabit(Rng& rng) {
  Habit habit;
  const float haste = rng.uniform();
  const float care = 0.25F + 1.5F * haste * haste;
  habit.tremble = 0.06F * care;
  habit.slip = 0.012F * care;
  habit.overshoot = between(rng, 0, 0.05F);
  habit.lift = chance(rng, 0.4F) ? between(rng, 0.1F, 0.6F) : 0.0F;
  habit.forget = chance(rng, 0.3F) ? 0.06F : 0.0F;
  habit.done = chance(rng, 0.12F) ? between(rng, 0.4F, 1) : 1.0F;
  habit.round = chance(rng, 0.4F);
  habit.twice = chance(rng, 0.05F);
  return habit;
}

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

void drawLine(const Line& line, const Habit& habit, float width, Rng& rng, std::vector<Stroke>& strokes) {
  for (const Line& piece : lifted(line, habit, rng)) {
    if (!strokes.empty() && chance(rng, habit.forget)) {
      continue;
    }
    const Line corners = habit.round && piece.size() > 2 ? rounded(piece) : piece;
    strokes.push_back({Tool::brush, width, 255, trembled(corners, habit, rng)});
  }
}

}  // namespace ffnn
