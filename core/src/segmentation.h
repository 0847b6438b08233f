// Item or background: the garment's mask, from colours alone. The border of the picture shows what the
// background looks like, the centre what the item does; both models and the mask improve each other in turns
// (after C. Rother, V. Kolmogorov, A. Blake, "GrabCut", 2004, without a person who marks anything).
#pragma once

#include <optional>

#include "colour_plane.h"
#include "ffnn/image.h"
#include "mask_parts.h"

namespace ffnn {

// crop: where the item lies, in pixels of the plane; all else is background for sure. bias: added to every
// pixel's evidence for being item, in units of log-likelihood.
Mask findItem(const ColourPlane& picture, const std::optional<Box>& crop, float bias);

}  // namespace ffnn
