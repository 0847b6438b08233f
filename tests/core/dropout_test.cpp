// Dropout: the share left out, the scale of the rest, and what a network makes of it.
#include "ffnn/dropout.h"

#include <catch2/catch.hpp>

#include "ffnn/network.h"
#include "support/random_matrix.h"

namespace ffnn {

TEST_CASE("dropout leaves out its share and scales the rest up to the same mean", "[dropout]") {
  const double rate = GENERATE(0.1, 0.5, 0.9);
  CAPTURE(rate);
  Dropout dropout(rate, Rng(1));
  Matrix mask(200, 100);
  dropout.draw(mask);
  const auto left = static_cast<double>((mask.array() == Scalar(0)).count()) / 20'000;
  CHECK(left == Approx(rate).margin(0.01));
  CHECK(mask.cast<double>().mean() == Approx(1).epsilon(0.1));
  const auto kept = static_cast<Scalar>(1 / (1 - rate));
  CHECK(((mask.array() == Scalar(0)) || (mask.array() == kept)).all());
}

TEST_CASE("every sample and every pass leaves out other units", "[dropout]") {
  Dropout dropout(0.5, Rng(1));
  Matrix first(2, 64);
  Matrix second(2, 64);
  dropout.draw(first);
  dropout.draw(second);
  CHECK(first != second);
  CHECK(first.row(0) != first.row(1));
}

TEST_CASE("dropout of nothing is not active", "[dropout]") {
  CHECK_FALSE(Dropout(0, Rng(1)).active());
  CHECK(Dropout(0.001, Rng(1)).active());
}

TEST_CASE("a pass without dropout is the network as it is used", "[dropout][network]") {
  Rng rng(2);
  Network network({.inputs = 6, .hidden = {8, 5}, .outputs = 3});
  network.initialize(rng);
  const Matrix x = test::randomMatrix(4, 6, rng);
  Workspace plain(network.config(), 4);
  Workspace dropping(network.config(), 4, true);
  Dropout dropout(0.4, Rng(3));
  for (Matrix& mask : dropping.masks) {
    dropout.draw(mask);
  }
  const Matrix logits = network.forward(x, plain);
  CHECK(Matrix(network.forwardRows(x, {0, 4}, dropping, Masks::applied)) != logits);
  CHECK(Matrix(network.forward(x, dropping)) == logits);
}

}  // namespace ffnn
