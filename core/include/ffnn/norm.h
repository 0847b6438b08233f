// Lengths of tensors, and gradients cut to a length.
#pragma once

#include <span>

#include "ffnn/network.h"

namespace ffnn {

// The sum of squares, in double, so that no float's square is lost or overflows. In eight sums, which a
// compiler can work on side by side: the order of additions is part of the result, and the same everywhere.
double sumOfSquares(std::span<const Scalar> values);

// The Euclidean length of all gradients together.
double gradientNorm(std::span<const ParameterView> parameters);

// Scales all gradients down together so that their norm is at most maxNorm (R. Pascanu et al., "On the
// difficulty of training recurrent neural networks", 2013). Returns what they were multiplied with, 1 where
// they were left alone, as those that are not finite are.
Scalar clipGradients(std::span<const ParameterView> parameters, double maxNorm);

}  // namespace ffnn
