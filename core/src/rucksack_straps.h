// The straps of a rucksack, in the many ways in which people show them.
#pragma once

#include "ffnn/rng.h"
#include "figure.h"

namespace ffnn {

// The body: half of it is 1 wide below, its top lies at y = 0.
struct Sack {
  float height;
  float top;   // half width; below it is 1
  float dome;  // the height of the round top
};

// Straps of one kind or another, or none.
void addStraps(Figure& figure, const Sack& sack, Rng& rng);

}  // namespace ffnn
