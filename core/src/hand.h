// The hand that draws a figure: trembling, tilted, in one go or in several strokes, with pens of any width.
#pragma once

#include <vector>

#include "ffnn/drawing.h"
#include "ffnn/rng.h"
#include "figure.h"

namespace ffnn {

// The strokes of figure, drawn within the pad at a size, at a place and in a style of the hand's choice.
// figure: at least one line, each of at least two points.
std::vector<Stroke> drawByHand(Figure figure, Rng& rng);

}  // namespace ffnn
