// How a layer's starting weights are drawn. Biases always start at 0. All rules but the last choose the
// variance so that the sums of the next layer keep their size; they differ in what they assume of it.
#pragma once

#include <string_view>

#include "ffnn/activation.h"
#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// in, out: a layer's inputs and outputs. Each rule's variance; normal or uniform with that variance.
enum class Initialization {
  automatic,  // what suits the activation: heNormal for ReLU, leaky ReLU and GELU, else glorotNormal
  heNormal,   // 2 / in (K. He et al., "Delving deep into rectifiers", 2015)
  heUniform,
  glorotNormal,  // 2 / (in + out) (X. Glorot, Y. Bengio, "Understanding the difficulty …", 2010)
  glorotUniform,
  lecunNormal,  // 1 / in (Y. LeCun et al., "Efficient BackProp", 1998)
  lecunUniform,
  normal,  // the square of a deviation given by hand
};

std::string_view name(Initialization initialization);

// The inverse of name(). Throws Error{invalidSetting} for any other text.
Initialization initializationFromName(std::string_view text);

// The rule itself, or for automatic the one that suits the activation.
Initialization resolved(Initialization initialization, Activation activation);

// Fills weights (in × out), input by input. initialization: not automatic. deviation: for
// Initialization::normal, not used by the others.
void drawWeights(Initialization initialization, double deviation, Rng& rng, WeightRef weights);

}  // namespace ffnn
