// Saliency: which inputs an answer hangs on.
#pragma once

#include "ffnn/network.h"

namespace ffnn {

// The gradient of one logit of one sample with respect to its inputs (1 × inputs): how far the logit would
// move with each of them (K. Simonyan, A. Vedaldi, A. Zisserman, "Deep inside convolutional networks", 2014).
// x: 1 × inputs; logit: 0 … outputs − 1.
RowVector inputGradient(const Network& network, const ConstMatrixRef& x, Index logit);

}  // namespace ffnn
