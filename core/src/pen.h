// The pen: how one line comes out as strokes. Lengths in parts of the figure's longer side.
#pragma once

#include <vector>

#include "ffnn/drawing.h"
#include "ffnn/rng.h"
#include "figure.h"

namespace ffnn {

// How one drawing is done.
struct Habit {
  float tremble = 0;    // how far a point strays
  float slip = 0;       // how far a whole stroke strays
  float overshoot = 0;  // how far ends go too far, or not far enough
  float lift = 0;       // the probability that the pen is lifted at a corner
  float forget = 0;     // the probability that a stroke is left out
  float done = 1;       // the share of the lines that are drawn before the hand has had enough
  bool round = false;   // corners are cut
  bool twice = false;   // every line is drawn over once more
};

Habit anyHabit(Rng& rng);

// One stroke as it comes out: ends too long or too short, points astray by what changes slowly along it.
// line: at least two points.
Line trembled(const Line& line, const Habit& habit, Rng& rng);

// Adds line to strokes, with the pen lifted here and there, or not at all when it is forgotten and not the
// first. width: pad units.
void drawLine(const Line& line, const Habit& habit, float width, Rng& rng, std::vector<Stroke>& strokes);

}  // namespace ffnn
