// The mistakes of a mask, on a table: a bite out of the item, a piece of its surroundings, a ragged outline.
#pragma once

#include "photo_table.h"

namespace ffnn {

void fray(Rng& rng, PhotoTable& table);

}  // namespace ffnn
