// Sketches: garments drawn as people doodle them, invented by a program. The training data shows photographs;
// what a pen leaves of a garment has to be learnt from somewhere.
#pragma once

#include <vector>

#include "ffnn/drawing.h"
#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// The strokes of one drawn thing on the pad, brush strokes only: another one with every call.
// what: a class, 0 … 9, or kNoClass for what is none of the ten (belts, hats, socks, faces, scribbles).
std::vector<Stroke> sketch(Label what, Rng& rng);

}  // namespace ffnn
