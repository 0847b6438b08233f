// The numeric types of the core and THE shape convention, written once.
// Rows are samples: activations are (batch × features), weights (in × out), biases (1 × out). All matrices
// are dense. One sample lies side by side in memory, and so do all weights of one unit.
#pragma once

#include <Eigen/Core>
#include <cstdint>

// The product trains in float. The gradient proofs build the same sources once more with double.
#ifndef FFNN_SCALAR
#define FFNN_SCALAR float
#endif

namespace ffnn {

using Scalar = FFNN_SCALAR;
using Index = Eigen::Index;
using Label = std::uint8_t;

using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using WeightMatrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>;
using RowVector = Eigen::Matrix<Scalar, 1, Eigen::Dynamic>;

// Views: how functions take matrices without copying them; a block of rows of a larger buffer is one too.
using MatrixRef = Eigen::Ref<Matrix>;
using ConstMatrixRef = Eigen::Ref<const Matrix>;
using WeightRef = Eigen::Ref<WeightMatrix>;

// Fashion-MNIST: 28 × 28 grey pixels, ten kinds of garment.
inline constexpr Index kImageSize = 28;
inline constexpr Index kPixels = kImageSize * kImageSize;
inline constexpr Index kClasses = 10;

// None of the ten: no class of the network, but a label whose target is the same for every class.
inline constexpr Label kNoClass = kClasses;

}  // namespace ffnn
