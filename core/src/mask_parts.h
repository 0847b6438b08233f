// The connected parts of a mask: which to keep, which holes to close.
#pragma once

#include <cstdint>

#include "plane.h"

namespace ffnn {

using Mask = Plane<std::uint8_t>;  // 0 or 1

// Removes connected parts (by sides) whose score is below the share of the largest score. A part's score is
// the sum of its pixels' weights. At least one part stays when there is any.
void keepLargeParts(Mask& mask, const Plane<float>& weights, float share);

// Fills holes (background that the border of the picture cannot reach by sides) of fewer than `area` pixels,
// and those whose mean evidence is above `least`.
void fillHoles(Mask& mask, const Plane<float>& evidence, Index area, float least);

}  // namespace ffnn
