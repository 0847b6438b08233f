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

DenseLayer::Share DenseLayer::shareOfPart(Index part, Index parts) const {
  constexpr Index kUnit = 8;  // no part cuts through a tile of the product
  return {shareOf(inputs(), kUnit, part, parts), shareOf(outputs(), kUnit, part, parts)};
}

void DenseLayer::addGradients(const ConstMatrixRef& x, const ConstMatrixRef& dz, bool accumulate, Index part,
                              Index parts) {
  const auto [in, out] = shareOfPart(part, parts);
  auto dw = weightGradient_.middleRows(in.first, in.count);
  if (!accumulate) {
    dw.setZero();
  }
  dw.noalias() += x.middleCols(in.first, in.count).transpose() * dz;
  addBiasGradient(dz, accumulate, out);
}

void DenseLayer::descend(const ConstMatrixRef& x, const ConstMatrixRef& dz, Scalar rate, Index part,
                         Index parts) {
  const auto [in, out] = shareOfPart(part, parts);
  auto w = weights_.middleRows(in.first, in.count);
  const auto ownX = x.middleCols(in.first, in.count);
  if (in.count == 1) {  // Eigen would multiply x by the rate before it adds up
    auto dw = weightGradient_.middleRows(in.first, in.count);
    dw.noalias() = ownX.transpose() * dz;
    w -= rate * dw;
  } else {
    w.noalias() -= rate * (ownX.transpose() * dz);
  }
  addBiasGradient(dz, false, out);
  biases_.segment(out.first, out.count) -= rate * biasGradient_.segment(out.first, out.count);
}

void DenseLayer::addBiasGradient(const ConstMatrixRef& dz, bool accumulate, Range out) {
  auto db = biasGradient_.segment(out.first, out.count);
  if (!accumulate) {
    db.setZero();
  }
  // Row by row, not colwise().sum(): rows lie side by side in memory, so this order vectorises.
  for (Index i = 0; i < dz.rows(); ++i) {
    db += dz.row(i).segment(out.first, out.count);
  }
}

void DenseLayer::backwardInput(const ConstMatrixRef& dz, MatrixRef dx) const {
  dx.noalias() = dz * weights_.transpose();
}

}  // namespace ffnn
