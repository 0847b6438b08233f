// One garment put down by hand: a little turned, stretched and bent, its sleeves anywhere between hanging and
// spread out.
#pragma once

#include "photo_table.h"

namespace ffnn {

void drape(const SourceImage& source, Label label, Rng& rng, PhotoTable& table);

}  // namespace ffnn
