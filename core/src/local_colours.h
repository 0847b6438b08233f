// What item and background look like near each pixel, where the models of the whole picture say little: a
// shadow beside the item, a floor that is elsewhere the colour of the item.
#pragma once

#include "colour_plane.h"
#include "mask_parts.h"

namespace ffnn {

// Evidence for item, one a pixel: how much nearer its colour is to the mean of the item's pixels around it
// than to the mean of the background's, in units of their common variance. 0 where one of the two is not
// around. radius: of the square that counts as around, in pixels.
Plane<float> localEvidence(const Plane<Colour>& colours, const Mask& item, Index radius);

}  // namespace ffnn
