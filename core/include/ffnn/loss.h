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

// The same sum, and its gradient times scale: dLogits (batch × classes) = scale · (softmax(logits) −
// one-hot). scale: 1 / (size of the whole batch) gives the gradient of the batch's mean loss.
double crossEntropyWithGradient(const ConstMatrixRef& logits, std::span<const Label> labels, Scalar scale,
                                MatrixRef dLogits);

// Class probabilities, in place; every row then sums to 1.
void softmax(MatrixRef logits);

}  // namespace ffnn
