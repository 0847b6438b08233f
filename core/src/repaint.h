// Another fabric, print and light on a table.
#pragma once

#include "photo_table.h"

namespace ffnn {

void repaint(Label label, Rng& rng, PhotoTable& table);

}  // namespace ffnn
