// Augmentation: changes to the images of a batch that leave what they show the same, so that the network sees
// more than the data set has.
#pragma once

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// Mirrors each row (one 28 × 28 image) left to right with chance one half: in the data all shoes face left,
// and a mirrored boot would otherwise be called a bag. One random number a row, in row order. x: batch × 784.
void mirrorHalf(MatrixRef x, Rng& rng);

}  // namespace ffnn
