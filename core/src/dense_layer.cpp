#include "ffnn/dense_layer.h"

#include "ffnn/range.h"

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

void DenseLayer::addGradients(const ConstMatrixRef& x, const ConstMatrixRef& dz, bool accumulate, Index part,
                              Index parts) {
  constexpr Index kUnit = 8;  // no part cuts through a tile of the product
  const Range in = shareOf(inputs(), kUnit, part, parts);
  const Range out = shareOf(outputs(), kUnit, part, parts);
  auto dw = weightGradient_.middleRows(in.first, in.count);
  auto db = biasGradient_.segment(out.first, out.count);
  if (!accumulate) {
    dw.setZero();
    db.setZero();
  }
  dw.noalias() += x.middleCols(in.first, in.count).transpose() * dz;
  // Row by row, not colwise().sum(): rows lie side by side in memory, so this order vectorises.
  for (Index i = 0; i < dz.rows(); ++i) {
    db += dz.row(i).segment(out.first, out.count);
  }
}

void DenseLayer::backwardInput(const ConstMatrixRef& dz, MatrixRef dx) const {
  dx.noalias() = dz * weights_.transpose();
}

}  // namespace ffnn
