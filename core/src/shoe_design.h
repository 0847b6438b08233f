// Shoes from above, as their owners look at them. The data set shows shoes from the side only, so these are
// drawn.
#pragma once

#include "photo_table.h"

namespace ffnn {

// A pair. label: whether sandals (5), sneakers (7) or boots (9).
void drawFromAbove(Label label, Rng& rng, PhotoTable& table);

}  // namespace ffnn
