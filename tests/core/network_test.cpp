// Forward and backward passes by hand, independence of rows, the report's gradient rule, the hash.
// The gradient's proof is in network_gradient_test.cpp.
#include "ffnn/network.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "support/bits.h"
#include "support/choices.h"
#include "support/is_error.h"
#include "support/parameters.h"
#include "support/random_matrix.h"

namespace ffnn {

using test::bitsOf;
using test::gradientsOf;
using test::isError;
using test::parametersOf;
using test::setParameters;

namespace {

NetworkConfig twoTwoTwo(Activation activation) {
  return {.inputs = 2, .hidden = {2}, .outputs = 2, .activation = activation};
}

}  // namespace

TEST_CASE("a 2-2-2 ReLU network computes what the pen does", "[network]") {
  // w1 = | 1   −1 |   b1 = (0  −1)      w2 = | 2   −1 |   b2 = (0.25  −0.5)
  //      | 0.5  1 |                          | 0.5  1 |
  Network network(twoTwoTwo(Activation::relu));
  setParameters(network, {1, -1, 0.5F, 1, 0, -1, 2, -1, 0.5F, 1, 0.25F, -0.5F});
  Matrix x(2, 2);
  x << 2, 1, 1, 4;
  Workspace workspace(network.config(), 2);

  // z1 = | 2.5 −2 |   a1 = | 2.5 0 |   z2 = | 5.25 −3   |
  //      | 3    2 |        | 3   2 |        | 7.25 −1.5 |
  Matrix logits(2, 2);
  logits << 5.25F, -3, 7.25F, -1.5F;
  CHECK(network.forward(x, workspace) == logits);

  // dz2 = |  1  −1   |   dw2 = a1ᵀ dz2 = | 2.5 − 6  −2.5 + 1.5 |   db2 = (−1  −0.5)
  //       | −2   0.5 |                   | −4        1         |
  // da1 = dz2 w2ᵀ = |  3    −0.5 |   dz1 = |  3    0   |   (a1 = 0 stops the second unit of the first row)
  //                 | −4.5  −0.5 |         | −4.5 −0.5 |
  // dw1 = xᵀ dz1 = | 6 − 4.5   −0.5 |   db1 = (−1.5  −0.5)
  //                | 3 − 18    −2   |
  workspace.gradients.back() << 1, -1, -2, 0.5F;
  network.backward(x, workspace, GradientRule::exact, 2, false);
  const std::vector<Scalar> expected = {1.5F, -0.5F, -15, -2, -1.5F, -0.5F, -3.5F, -1, -4, 1, -1, -0.5F};
  CHECK(gradientsOf(network) == expected);
}

TEST_CASE("a 2-2-2 sigmoid network computes what the pen does", "[network]") {
  // w1 = | 1   log 3 |   b1 = (0  0),   w2 and b2 as above; x = (1  1)
  //      | −1  0     |
  Network network(twoTwoTwo(Activation::sigmoid));
  setParameters(network, {1, std::log(3.0F), -1, 0, 0, 0, 2, -1, 0.5F, 1, 0.25F, -0.5F});
  const Matrix x = Matrix::Ones(1, 2);
  Workspace workspace(network.config(), 1);

  // z1 = (0  log 3), a1 = (1/2  3/4), z2 = (1 + 0.375 + 0.25   −0.5 + 0.75 − 0.5)
  const Matrix logits = network.forward(x, workspace);
  CHECK(logits(0, 0) == Approx(1.625));
  CHECK(logits(0, 1) == Approx(-0.25));

  // dz2 = (1  −1), dw2 = | 0.5   −0.5  |   da1 = (3  −0.5), dz1 = da1 ∘ a1 (1 − a1) = (3/4  −3/32)
  //                      | 0.75  −0.75 |
  workspace.gradients.back() << 1, -1;
  network.backward(x, workspace, GradientRule::exact, 1, false);
  const std::vector<double> expected = {0.75, -0.09375, 0.75, -0.09375, 0.75, -0.09375,
                                        0.5,  -0.5,     0.75, -0.75,    1,    -1};
  const std::vector<Scalar> gradients = gradientsOf(network);
  REQUIRE(gradients.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(static_cast<double>(gradients[i]) == Approx(expected[i]));
  }
}

TEST_CASE("a row's logits are the same bits alone, in part of a batch and in a whole one", "[network]") {
  const std::vector<Index> hidden =
      GENERATE(std::vector<Index>{}, std::vector<Index>{1}, std::vector<Index>{1, 1, 1},
               std::vector<Index>{392, 128}, std::vector<Index>{2048}, std::vector<Index>{9, 2048, 3});
  const Activation activation = GENERATE(Activation::relu, Activation::sigmoid);
  CAPTURE(hidden, name(activation));
  Rng rng(1);
  Network network({.inputs = kPixels, .hidden = hidden, .outputs = kClasses, .activation = activation});
  network.initialize(rng);
  for (const ParameterView& parameter : network.parameters()) {
    for (Scalar& value : parameter.value) {
      value += 0.01F * rng.normal();  // biases too
    }
  }
  constexpr Index kRows = 100;
  const Matrix x = test::randomMatrix(kRows, kPixels, rng).cwiseMax(0);
  Workspace workspace(network.config(), kRows);
  const Matrix whole = network.forward(x, workspace);
  Workspace single(network.config(), 1);
  for (Index row = 0; row < kRows; ++row) {
    const ConstMatrixRef alone = network.forward(x.row(row), single);
    REQUIRE(bitsOf(alone) == bitsOf(whole.row(row)));
  }
  const ConstMatrixRef part = network.forward(x.middleRows(31, 13), workspace);
  CHECK(bitsOf(part) == bitsOf(whole.middleRows(31, 13)));
  CHECK(whole.cwiseAbs().maxCoeff() > 0);
}

TEST_CASE("the report's rule divides by the batch size once more at every hidden layer", "[network]") {
  const Activation activation = GENERATE(Activation::relu, Activation::sigmoid);
  const NetworkConfig config{.inputs = 6, .hidden = {7, 5, 4}, .outputs = 3, .activation = activation};
  Rng rng(2);
  Network network(config);
  network.initialize(rng);
  const Matrix x = test::randomMatrix(5, 6, rng);
  const Matrix dLogits = test::randomMatrix(5, 3, rng);
  constexpr Index kBatchSize =
      8;  // a power of two: dividing by it is exact. The five rows are a part of a batch

  Workspace exact(config, 5);
  network.forward(x, exact);
  exact.gradients.back() = dLogits;
  network.backward(x, exact, GradientRule::exact, kBatchSize, false);
  const std::vector<Scalar> exactGradients = gradientsOf(network);

  Workspace report(config, 5);
  network.forward(x, report);
  report.gradients.back() = dLogits;
  network.backward(x, report, GradientRule::report, kBatchSize, false);
  const std::vector<Scalar> reportGradients = gradientsOf(network);

  float divisor = 1;
  for (std::size_t l = 4; l-- > 0; divisor *= kBatchSize) {
    CAPTURE(l);
    REQUIRE(exact.gradients[l].cwiseAbs().maxCoeff() > 0);
    CHECK(report.gradients[l] * divisor == exact.gradients[l]);
  }
  // The first layer's parameter gradients (6 · 7 weights, 7 biases) are 8³ times smaller, the last's are
  // equal.
  CHECK(reportGradients.back() == exactGradients.back());
  for (std::size_t i = 0; i < 49; ++i) {
    CHECK(reportGradients[i] * 512 == exactGradients[i]);
  }
}

TEST_CASE("without hidden layers both gradient rules are one", "[network]") {
  const NetworkConfig config{.inputs = 6, .hidden = {}, .outputs = 3, .activation = Activation::relu};
  Rng rng(3);
  Network network(config);
  const Matrix x = test::randomMatrix(5, 6, rng);
  Workspace workspace(config, 5);
  network.forward(x, workspace);
  workspace.gradients.back() = test::randomMatrix(5, 3, rng);
  network.backward(x, workspace, GradientRule::exact, 5, false);
  const std::vector<Scalar> exact = gradientsOf(network);
  network.backward(x, workspace, GradientRule::report, 5, false);
  CHECK(gradientsOf(network) == exact);
}

TEST_CASE("gradient rule names are read back, others are refused", "[network]") {
  CHECK(gradientRuleFromName("exact") == GradientRule::exact);
  CHECK(gradientRuleFromName("report") == GradientRule::report);
  CHECK(name(GradientRule::exact) == "exact");
  CHECK(name(GradientRule::report) == "report");
  for (const char* text : {"", "Exact", "exact ", "chain"}) {
    CHECK_THROWS_MATCHES(gradientRuleFromName(text), Error,
                         isError(ErrorCode::invalidSetting, "gradient", "\"" + std::string(text) + "\""));
  }
}

TEST_CASE("parameters are counted, and viewed from the input to the output side", "[network]") {
  Network network({.inputs = 5, .hidden = {4, 3}, .outputs = 2});
  CHECK(network.config().parameterCount() == 5 * 4 + 4 + 4 * 3 + 3 + 3 * 2 + 2);
  const std::vector<std::size_t> sizes = {20, 4, 12, 3, 6, 2};
  const std::vector<ParameterView> parameters = network.parameters();
  REQUIRE(parameters.size() == sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    CHECK(parameters[i].value.size() == sizes[i]);
    CHECK(parameters[i].gradient.size() == sizes[i]);
  }
  CHECK(parameters[0].value.data() == network.layers()[0].weights().data());
  CHECK(parameters[5].value.data() == network.layers()[2].biases().data());
  CHECK(NetworkConfig{.hidden = {}}.parameterCount() == 7850);
  CHECK(NetworkConfig{}.parameterCount() == 785 * 392 + 393 * 128 + 129 * 10);
}

TEST_CASE("starting weights are drawn from the input to the output side", "[network]") {
  Network network({.inputs = 5, .hidden = {4}, .outputs = 3});
  Rng rng(4);
  network.initialize(rng);
  Rng same(4);
  WeightMatrix first(5, 4);
  drawWeights(Initialization::heNormal, 0, same, first);
  WeightMatrix second(4, 3);
  drawWeights(Initialization::heNormal, 0, same, second);
  CHECK(network.layers()[0].weights() == first);
  CHECK(network.layers()[1].weights() == second);
}

TEST_CASE("the parameter hash is FNV-1a over the bytes", "[network][golden]") {
  Network network({.inputs = 1, .hidden = {}, .outputs = 1});
  CHECK(network.parameterHash() == "a8c7f832281a39c5");  // eight zero bytes
  setParameters(network, {1.5F, -2});
  CHECK(network.parameterHash() == "e3e05d32b12fc098");
}

TEST_CASE("the parameter hash takes weights input by input", "[network]") {
  Network network({.inputs = 3, .hidden = {2}, .outputs = 2});
  Rng rng(6);
  network.initialize(rng);
  Network flat({.inputs = 1, .hidden = {}, .outputs = 7});  // as many parameters
  const std::vector<Scalar> parameters = test::parametersOf(network);
  REQUIRE(flat.config().parameterCount() == static_cast<Index>(parameters.size()));
  setParameters(flat, parameters);
  CHECK(network.parameterHash() == flat.parameterHash());
}

TEST_CASE("the parameter hash changes with the last bit of any parameter", "[network]") {
  Network network({.inputs = 3, .hidden = {4, 2}, .outputs = 3});
  Rng rng(5);
  network.initialize(rng);
  const std::string hash = network.parameterHash();
  for (const ParameterView& parameter : network.parameters()) {
    for (Scalar& value : parameter.value) {
      const Scalar kept = value;
      value = std::nextafter(value, 10.0F);
      CHECK(network.parameterHash() != hash);
      value = kept;
    }
  }
  CHECK(network.parameterHash() == hash);
  CHECK(network.parameterHash().size() == 16);
}

TEST_CASE("NaN in one image reaches that image's logits and no other's", "[network]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  Rng rng(6);
  Network network({.inputs = 5, .hidden = {4, 3}, .outputs = 3, .activation = activation});
  network.initialize(rng);
  Matrix x = test::randomMatrix(10, 5, rng);
  x(4, 2) = std::nanf("");
  Workspace workspace(network.config(), 10);
  const Matrix logits = network.forward(x, workspace);
  CHECK(logits.row(4).array().isNaN().all());
  CHECK(logits.topRows(4).allFinite());
  CHECK(logits.bottomRows(5).allFinite());
}

}  // namespace ffnn
