#include "ffnn/augment.h"

#include <algorithm>

#include "ffnn/error.h"

namespace ffnn {

void chooseHalf(std::span<std::uint8_t> chosen, Rng& rng) {
  for (std::uint8_t& choice : chosen) {
    choice = static_cast<std::uint8_t>(rng.below(2));
  }
}

void mirror(MatrixRef x, std::span<const std::uint8_t> chosen) {
  FFNN_ASSERT(x.cols() == kPixels && x.rows() == static_cast<Index>(chosen.size()));
  for (Index i = 0; i < x.rows(); ++i) {
    if (chosen[static_cast<std::size_t>(i)] == 0) {
      continue;
    }
    Scalar* row = &x(i, 0);
    for (Scalar* line = row; line < row + kPixels; line += kImageSize) {
      std::reverse(line, line + kImageSize);
    }
  }
}

}  // namespace ffnn
