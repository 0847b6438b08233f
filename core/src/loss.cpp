#include "ffnn/loss.h"

#include <cmath>
#include <limits>

#include "ffnn/error.h"
#include "ffnn/exponential.h"

namespace ffnn {
namespace {

using Row = Eigen::Ref<RowVector>;
using ConstRow = Eigen::Ref<const RowVector>;

// A NaN in the first place stays the maximum (every comparison with it is false); one elsewhere is skipped
// here but spoils the sum of exponentials. Either way it reaches the loss.
Scalar rowMaximum(const ConstRow& row) {
  Scalar maximum = row[0];
  for (Index j = 1; j < row.size(); ++j) {
    if (row[j] > maximum) {
      maximum = row[j];
    }
  }
  return maximum;
}

// out = e^{row − maximum}; returns its sum. out may be row itself.
Scalar shiftedExponentials(const ConstRow& row, Scalar maximum, Row out) {
  Scalar sum = 0;
  for (Index j = 0; j < row.size(); ++j) {
    out[j] = exponential(row[j] - maximum);
    sum += out[j];
  }
  return sum;
}

// log Σⱼ e^{zⱼ} − Σⱼ qⱼ zⱼ, everything relative to the maximum.
double rowLoss(const ConstRow& row, Scalar maximum, Scalar sum, Label label, Scalar smoothing) {
  // A logit of −∞ adds e^{−∞} = 0 to the sum: nothing else would show it.
  if (!row.allFinite()) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const Scalar right = row[label] - maximum;
  const Scalar expected = smoothing == Scalar(0)
                              ? right
                              : (Scalar(1) - smoothing) * right + smoothing * (row.array() - maximum).mean();
  return static_cast<double>(std::log(sum) - expected);
}

}  // namespace

double crossEntropy(const ConstMatrixRef& logits, std::span<const Label> labels) {
  FFNN_ASSERT(logits.rows() == static_cast<Index>(labels.size()));
  double total = 0;
  for (Index i = 0; i < logits.rows(); ++i) {
    const auto row = logits.row(i);
    const Scalar maximum = rowMaximum(row);
    Scalar sum = 0;
    for (Index j = 0; j < row.size(); ++j) {
      sum += exponential(row[j] - maximum);
    }
    total += rowLoss(row, maximum, sum, labels[static_cast<std::size_t>(i)], 0);
  }
  return total;
}

double crossEntropyWithGradient(const ConstMatrixRef& logits, std::span<const Label> labels, Scalar smoothing,
                                Scalar scale, MatrixRef dLogits) {
  FFNN_ASSERT(logits.rows() == static_cast<Index>(labels.size()));
  double total = 0;
  for (Index i = 0; i < logits.rows(); ++i) {
    const auto row = logits.row(i);
    auto gradient = dLogits.row(i);
    const bool hasClass = labels[static_cast<std::size_t>(i)] != kNoClass;
    const Label label = hasClass ? labels[static_cast<std::size_t>(i)] : Label{0};
    const Scalar spread = hasClass ? smoothing : Scalar(1);
    const Scalar maximum = rowMaximum(row);
    const Scalar sum = shiftedExponentials(row, maximum, gradient);
    total += rowLoss(row, maximum, sum, label, spread);
    gradient *= scale / sum;
    gradient.array() -= scale * (spread / static_cast<Scalar>(logits.cols()));
    gradient[label] -= scale * (Scalar(1) - spread);
  }
  return total;
}

void softmax(MatrixRef logits) {
  for (Index i = 0; i < logits.rows(); ++i) {
    auto row = logits.row(i);
    row /= shiftedExponentials(row, rowMaximum(row), row);
  }
}

}  // namespace ffnn
