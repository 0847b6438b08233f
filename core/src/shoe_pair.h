// Shoes as their owners photograph them: two of them.
#pragma once

#include "photo_table.h"

namespace ffnn {

// Two copies of the shoe in the data set's picture, one partly before the other, the second perhaps facing
// the other way.
void sideBySide(const SourceImage& source, Rng& rng, PhotoTable& table);

}  // namespace ffnn
