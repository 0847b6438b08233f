// Softmax and cross-entropy, always from logits: with z the logits of one row and y its class,
//   loss = log Σⱼ e^{zⱼ} − z_y   (log-sum-exp, each row's maximum subtracted first),
//   ∂loss/∂zⱼ = softmax(z)ⱼ − [j = y].
// Source: I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", 2016, sections 4.1 and 6.2.2.3.
#pragma once

#include <span>

#include "ffnn/types.h"

namespace ffnn {

// Sum over the rows of the cross-entropy, in double and in row order. logits: batch × classes; labels: one a
// row. Not finite as soon as one logit is NaN or infinite.
double crossEntropy(const ConstMatrixRef& logits, std::span<const Label> labels);

// The cross-entropy against smoothed labels q = (1 − ε) one-hot + ε / classes (C. Szegedy et al., "Rethinking
// the Inception architecture", 2016), summed over the rows, and its gradient times scale: dLogits (batch ×
// classes) = scale · (softmax(logits) − q). smoothing: ε, 0 … below 1; 0 gives the plain cross-entropy.
// A label of kNoClass counts as ε = 1: every class is as likely.
// scale: 1 / (size of the whole batch) gives the gradient of the batch's mean loss.
double crossEntropyWithGradient(const ConstMatrixRef& logits, std::span<const Label> labels, Scalar smoothing,
                                Scalar scale, MatrixRef dLogits);

// Class probabilities, in place; every row then sums to 1.
void softmax(MatrixRef logits);

}  // namespace ffnn
