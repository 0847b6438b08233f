#include "ffnn/augment.h"

#include <algorithm>

#include "ffnn/error.h"

namespace ffnn {

void mirrorHalf(MatrixRef x, Rng& rng) {
  FFNN_ASSERT(x.cols() == kPixels);
  for (Index i = 0; i < x.rows(); ++i) {
    if (rng.below(2) == 0) {
      continue;
    }
    Scalar* row = &x(i, 0);
    for (Scalar* line = row; line < row + kPixels; line += kImageSize) {
      std::reverse(line, line + kImageSize);
    }
  }
}

}  // namespace ffnn
