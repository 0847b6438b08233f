// The greys of an item as the data set prints them: in negative, a black shirt bright.
#pragma once

#include "colour_plane.h"
#include "ffnn/image.h"
#include "mask_parts.h"

namespace ffnn {

// 1 … 255 where the mask is, 0 elsewhere.
GreyImage itemTones(const Plane<Colour>& colours, const Mask& mask);

}  // namespace ffnn
