#include "ffnn/dense_layer.h"

namespace ffnn {

DenseLayer::DenseLayer(Index in, Index out)
    : weights_(Matrix::Zero(in, out)),
      biases_(RowVector::Zero(out)),
      weightGradient_(Matrix::Zero(in, out)),
      biasGradient_(RowVector::Zero(out)) {}

void DenseLayer::forward(const ConstMatrixRef& x, MatrixRef z) const {
  z.rowwise() = biases_;
  z.noalias() += x * weights_;
}

void DenseLayer::backward(const ConstMatrixRef& x, const ConstMatrixRef& dz, bool accumulate) {
  if (!accumulate) {
    weightGradient_.setZero();
    biasGradient_.setZero();
  }
  weightGradient_.noalias() += x.transpose() * dz;
  // Row by row, not colwise().sum(): rows lie side by side in memory, so this order vectorises.
  for (Index i = 0; i < dz.rows(); ++i) {
    biasGradient_ += dz.row(i);
  }
}

void DenseLayer::backwardInput(const ConstMatrixRef& dz, MatrixRef dx) const {
  dx.noalias() = dz * weights_.transpose();
}

}  // namespace ffnn
