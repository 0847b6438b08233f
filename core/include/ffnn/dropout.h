// Dropout: while training, each unit of a hidden layer is left out of each sample with a given chance.
#pragma once

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// Inverted dropout (N. Srivastava et al., "Dropout", 2014): what stays is scaled up by 1 / (1 − rate), so
// that nothing has to change when the trained network is used.
class Dropout {
 public:
  // rate: the chance of being left out, 0 … below 1.
  Dropout(double rate, Rng rng);

  bool active() const { return threshold_ > 0; }

  // Fills mask (batch × width; each number 0 or 1 / (1 − rate)), row by row. A pass multiplies the
  // activations with it, and on the way back their gradient.
  void draw(MatrixRef mask);

  void exchangeState(StateArchive& archive) { rng_.exchangeState(archive, "dropout.rng"); }

 private:
  std::uint32_t threshold_;  // rate as a share of 2³²: a random number below it leaves the unit out
  Scalar kept_;              // 1 / (1 − rate)
  Rng rng_;
};

}  // namespace ffnn
