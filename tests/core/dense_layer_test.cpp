// One layer by hand: x (batch × in), w (in × out), b (1 × out), z = x w + b, and its gradients.
#include "ffnn/dense_layer.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "ffnn/rng.h"
#include "ffnn/shares.h"
#include "support/random_matrix.h"

namespace ffnn {

namespace {

// w = | 1 2 3 |   b = | 10 20 30 |
//     | 4 5 6 |
DenseLayer smallLayer() {
  DenseLayer layer(2, 3);
  layer.weights() << 1, 2, 3, 4, 5, 6;
  layer.biases() << 10, 20, 30;
  return layer;
}

Matrix smallInput() {
  Matrix x(2, 2);
  x << 1, -1, 2, 0.5;
  return x;
}

Matrix smallGradient() {
  Matrix dz(2, 3);
  dz << 1, 0, -1, 2, 1, 0;
  return dz;
}

}  // namespace

TEST_CASE("a new layer is all zeros and knows its sizes", "[dense_layer]") {
  DenseLayer layer(3, 2);
  CHECK(layer.inputs() == 3);
  CHECK(layer.outputs() == 2);
  CHECK(layer.weights() == Matrix::Zero(3, 2));
  CHECK(layer.biases() == RowVector::Zero(2));
  CHECK(layer.weightGradient() == Matrix::Zero(3, 2));
  CHECK(layer.biasGradient() == RowVector::Zero(2));
}

TEST_CASE("forward is x w + b, overwriting what was there", "[dense_layer]") {
  Matrix z = Matrix::Constant(2, 3, 99);
  smallLayer().forward(smallInput(), z);
  // Row 1: 1·(1 2 3) − 1·(4 5 6) = (−3 −3 −3); row 2: 2·(1 2 3) + 0.5·(4 5 6) = (4 6.5 9).
  Matrix expected(2, 3);
  expected << 7, 17, 27, 14, 26.5, 39;
  CHECK(z == expected);
}

TEST_CASE("backward gives x-transposed dz and the column sums of dz", "[dense_layer]") {
  DenseLayer layer = smallLayer();
  layer.addGradients(smallInput(), smallGradient(), false);
  // xᵀ = |  1  2  |   xᵀ dz = |  1 + 4   0 + 2    −1 |
  //      | −1 0.5 |           | −1 + 1   0 + 0.5   1 |
  Matrix weights(2, 3);
  weights << 5, 2, -1, 0, 0.5, 1;
  RowVector biases(3);
  biases << 3, 1, -1;
  CHECK(layer.weightGradient() == weights);
  CHECK(layer.biasGradient() == biases);

  layer.addGradients(smallInput(), smallGradient(), true);
  CHECK(layer.weightGradient() == 2 * weights);
  CHECK(layer.biasGradient() == 2 * biases);

  layer.addGradients(smallInput(), smallGradient(), false);
  CHECK(layer.weightGradient() == weights);
  CHECK(layer.biasGradient() == biases);
}

TEST_CASE("a descent leaves the bits of gradients that were written down and subtracted", "[dense_layer]") {
  struct Size {
    Index in;
    Index out;
  };
  const auto [in, out] = GENERATE(Size{37, 70}, Size{33, 10}, Size{1, 9}, Size{9, 1}, Size{1, 1});
  constexpr auto kRate = Scalar(0.3);
  Rng rng(1);
  DenseLayer written(in, out);
  written.weights() = test::randomMatrix(in, out, rng);
  written.biases() = test::randomMatrix(1, out, rng);
  DenseLayer atOnce = written;
  const Matrix x = test::randomMatrix(19, in, rng).cwiseMax(Scalar(0));
  const Matrix dz = test::randomMatrix(19, out, rng);
  written.addGradients(x, dz, false);
  written.weights() -= kRate * written.weightGradient();
  written.biases() -= kRate * written.biasGradient();
  const Index parts = GENERATE(1, 2, 5, 16);
  CAPTURE(in, out, parts);
  for (Index number = 0; number < parts; ++number) {
    atOnce.descend(x, dz, kRate, Shares().part(number, parts));
  }
  CHECK(atOnce.weights() == written.weights());
  CHECK(atOnce.biases() == written.biases());
}

TEST_CASE("parts together are the whole, whether cut by outputs or by inputs", "[dense_layer]") {
  Rng rng(2);
  DenseLayer layer(37, 70);
  layer.weights() = test::randomMatrix(37, 70, rng);
  layer.biases() = test::randomMatrix(1, 70, rng);
  const Matrix x = test::randomMatrix(11, 37, rng);
  const Matrix dz = test::randomMatrix(11, 70, rng);
  Matrix z(11, 70);
  layer.forward(x, z);
  DenseLayer inParts = layer;
  layer.addGradients(x, dz, false);
  const Index parts = GENERATE(2, 3);
  CHECK(layer.isCutByOutputs(parts) == (parts == 2));
  Matrix zInParts = Matrix::Constant(11, 70, 99);
  for (Index number = 0; number < parts; ++number) {
    const Part part = Shares().part(number, parts);
    inParts.forward(x, zInParts, part);
    inParts.addGradients(x, dz, false, part);
  }
  CHECK(zInParts == z);
  CHECK(inParts.weightGradient() == layer.weightGradient());
  CHECK(inParts.biasGradient() == layer.biasGradient());
}

TEST_CASE("the input gradient is dz times w-transposed, overwriting what was there", "[dense_layer]") {
  Matrix dx = Matrix::Constant(2, 2, 99);
  smallLayer().backwardInput(smallGradient(), dx);
  // Row 1: (1 0 −1) · (1 2 3) = −2, · (4 5 6) = −2; row 2: (2 1 0) · (1 2 3) = 4, · (4 5 6) = 13.
  Matrix expected(2, 2);
  expected << -2, -2, 4, 13;
  CHECK(dx == expected);
}

TEST_CASE("NaN left in the output buffers does not reach the results", "[dense_layer]") {
  Matrix z = Matrix::Constant(2, 3, std::nanf(""));
  smallLayer().forward(smallInput(), z);
  CHECK(z.allFinite());
  Matrix dx = Matrix::Constant(2, 2, std::nanf(""));
  smallLayer().backwardInput(smallGradient(), dx);
  CHECK(dx.allFinite());
}

}  // namespace ffnn
