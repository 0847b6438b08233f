// A gradient check to look at: backward propagation against differences of the loss, on a small network in
// the product's own precision. The proofs in double are in the tests.
#pragma once

#include "ffnn/activation.h"
#include "ffnn/network.h"

namespace ffnn {

inline constexpr Index kCheckedLayers = 3;

struct GradientCheck {
  // Of the layer where the two differ most: ‖backward − differences‖ / (‖backward‖ + ‖differences‖), 0 … 1.
  double largestError = 0;
  Index parameters = 0;     // weights and biases that were compared
  double tolerance = 0.01;  // single precision and a step of a thousandth stay well below
};

// hiddenLayers: 0 … kCheckedLayers; through more of them Sigmoid's gradient shrinks below what differences in
// single precision can see. Central differences with a step of 0.001, the loss summed in double.
GradientCheck checkGradient(Activation activation, GradientRule rule, Index hiddenLayers);

}  // namespace ffnn
