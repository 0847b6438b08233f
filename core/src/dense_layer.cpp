#include "ffnn/dense_layer.h"

namespace ffnn {
namespace {

constexpr Index kUnit = 8;  // no part cuts through a tile of the product

// c += factor · aᵀ b. The one place for it: each expression of a product weighs two kilobytes in the module.
void addTransposedProduct(Scalar factor, const ConstMatrixRef& a, const ConstMatrixRef& b, WeightRef c) {
  c.noalias() += factor * (a.transpose() * b);
}

}  // namespace

DenseLayer::DenseLayer(Index in, Index out)
    : weights_(WeightMatrix::Zero(in, out)),
      biases_(RowVector::Zero(out)),
      weightGradient_(WeightMatrix::Zero(in, out)),
      biasGradient_(RowVector::Zero(out)) {}

void DenseLayer::forward(const ConstMatrixRef& x, MatrixRef z, const Part& part) const {
  const Range out = part.of(outputs(), kUnit);
  auto ownZ = z.middleCols(out.first, out.count);
  ownZ.rowwise() = biases_.segment(out.first, out.count);
  ownZ.noalias() += x * weights_.middleCols(out.first, out.count);
}

bool DenseLayer::isCutByOutputs(Index parts) const {
  constexpr Index kLeastOutputs = 32;  // in a part: of fewer the product makes short panels
  return outputs() >= kLeastOutputs * parts;
}

DenseLayer::Block DenseLayer::blockOf(const Part& part) const {
  const Range out = part.of(outputs(), kUnit);
  if (isCutByOutputs(part.count)) {
    return {.in = {0, inputs()}, .out = out, .biases = out};
  }
  return {.in = part.of(inputs(), kUnit), .out = {0, outputs()}, .biases = out};
}

void DenseLayer::addGradients(const ConstMatrixRef& x, const ConstMatrixRef& dz, bool accumulate,
                              const Part& part) {
  const auto [in, out, biases] = blockOf(part);
  auto dw = weightGradient_.block(in.first, out.first, in.count, out.count);
  if (!accumulate) {
    dw.setZero();
  }
  addTransposedProduct(1, x.middleCols(in.first, in.count), dz.middleCols(out.first, out.count), dw);
  addBiasGradient(dz, accumulate, biases);
}

void DenseLayer::descend(const ConstMatrixRef& x, const ConstMatrixRef& dz, Scalar rate, const Part& part) {
  const auto [in, out, biases] = blockOf(part);
  auto w = weights_.block(in.first, out.first, in.count, out.count);
  const auto ownX = x.middleCols(in.first, in.count);
  const auto ownDz = dz.middleCols(out.first, out.count);
  if (in.count == 1) {  // Eigen would multiply x by the rate before it adds up
    auto dw = weightGradient_.block(in.first, out.first, in.count, out.count);
    dw.setZero();
    addTransposedProduct(1, ownX, ownDz, dw);
    w -= rate * dw;
  } else {
    addTransposedProduct(-rate, ownX, ownDz, w);
  }
  addBiasGradient(dz, false, biases);
  biases_.segment(biases.first, biases.count) -= rate * biasGradient_.segment(biases.first, biases.count);
}

void DenseLayer::addBiasGradient(const ConstMatrixRef& dz, bool accumulate, Range biases) {
  auto db = biasGradient_.segment(biases.first, biases.count);
  if (!accumulate) {
    db.setZero();
  }
  // Row by row, not colwise().sum(): rows lie side by side in memory, so this order vectorises.
  for (Index i = 0; i < dz.rows(); ++i) {
    db += dz.row(i).segment(biases.first, biases.count);
  }
}

void DenseLayer::backwardInput(const ConstMatrixRef& dz, MatrixRef dx) const {
  dx.noalias() = dz * weights_.transpose();
}

}  // namespace ffnn
