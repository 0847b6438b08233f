#include "ffnn/dropout.h"

namespace ffnn {

Dropout::Dropout(double rate, Rng rng)
    : threshold_(static_cast<std::uint32_t>(rate * 0x1p32)),
      kept_(static_cast<Scalar>(1 / (1 - rate))),
      rng_(rng) {}

void Dropout::draw(MatrixRef mask) {
  for (Index i = 0; i < mask.rows(); ++i) {
    for (Index j = 0; j < mask.cols(); ++j) {
      mask(i, j) = rng_.next() < threshold_ ? Scalar(0) : kept_;
    }
  }
}

}  // namespace ffnn
