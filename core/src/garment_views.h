// From the item's greys to the pictures that the network sees: set upright, fitted to 28 × 28, brought to the
// contrast of the data set.
#pragma once

#include <vector>

#include "ffnn/image.h"

namespace ffnn {

// item: 0 where there is background, not everywhere. Three pictures of 28 × 28.
std::vector<GreyImage> garmentViews(const GreyImage& item);

}  // namespace ffnn
