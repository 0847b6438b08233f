// DenseLayer: one fully connected layer, z = x w + b, without its activation.
// Letters: x = input (batch × in), w = weights (in × out), b = biases (1 × out), z = output (batch × out),
// and d-prefixed gradients of the loss. Source: "Deep Learning", 2016, section 6.5.
#pragma once

#include "ffnn/part.h"
#include "ffnn/range.h"
#include "ffnn/types.h"

namespace ffnn {

class DenseLayer {
 public:
  // in, out: at least 1. Everything starts at zero.
  DenseLayer(Index in, Index out);

  Index inputs() const { return weights_.rows(); }
  Index outputs() const { return weights_.cols(); }

  // forward(), addGradients() and descend() do one part, and all parts may run at the same time.

  // z = x w + b. x: batch × in; z: batch × out, of which the part's outputs are overwritten.
  void forward(const ConstMatrixRef& x, MatrixRef z, const Part& part = {}) const;

  // Whether the weights change in parts of their outputs, with all inputs in every part, or of their inputs.
  // By outputs, a thread that keeps to its part meets the same weights on the way forwards and when they
  // change, and no other thread's, not even in one line of the cache, as a unit's weights lie side by side:
  // they need not go from core to core at every step. Parts would be too narrow for that in a layer of few
  // outputs.
  bool isCutByOutputs(Index parts) const;

  // Parameter gradients: dw = xᵀ dz, db = column sums of dz, or added to what is there when accumulate is
  // set.
  void addGradients(const ConstMatrixRef& x, const ConstMatrixRef& dz, bool accumulate,
                    const Part& part = {});

  // To the bit what addGradients() and then w −= rate · dw, b −= rate · db come to, but dw, as large as w, is
  // neither written nor read. db is left as addGradients() leaves it.
  void descend(const ConstMatrixRef& x, const ConstMatrixRef& dz, Scalar rate, const Part& part = {});

  // Input gradient: dx = dz wᵀ (batch × in), overwritten.
  void backwardInput(const ConstMatrixRef& dz, MatrixRef dx) const;

  WeightMatrix& weights() { return weights_; }
  const WeightMatrix& weights() const { return weights_; }
  RowVector& biases() { return biases_; }
  const RowVector& biases() const { return biases_; }
  WeightMatrix& weightGradient() { return weightGradient_; }
  RowVector& biasGradient() { return biasGradient_; }

 private:
  struct Block {  // what one part works on
    Range in;     // of the weights
    Range out;    // of the weights
    Range biases;
  };
  Block blockOf(const Part& part) const;
  void addBiasGradient(const ConstMatrixRef& dz, bool accumulate, Range biases);

  WeightMatrix weights_;         // in × out
  RowVector biases_;             // 1 × out
  WeightMatrix weightGradient_;  // in × out
  RowVector biasGradient_;       // 1 × out
};

}  // namespace ffnn
