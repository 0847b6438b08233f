// In double: the gradient of a logit by the inputs, against differences of the logit.
#include "ffnn/saliency.h"

#include <catch2/catch.hpp>

#include "support/choices.h"
#include "support/random_matrix.h"

namespace ffnn {

TEST_CASE("the gradient by the inputs equals central differences of the logit", "[saliency]") {
  const Activation activation = GENERATE(from_range(test::kAllActivations));
  const int hiddenLayers = GENERATE(0, 1, 3);
  NetworkConfig config;
  config.inputs = 9;
  config.hidden.assign(static_cast<std::size_t>(hiddenLayers), 7);
  config.outputs = 4;
  config.activation = activation;
  Network network(config);
  Rng rng(11);
  network.initialize(rng);
  Matrix x = test::randomMatrix(1, config.inputs, rng);
  Workspace workspace(config, 1);
  for (Index logit = 0; logit < config.outputs; ++logit) {
    const RowVector gradient = inputGradient(network, x, logit);
    REQUIRE(gradient.norm() > 1e-3);
    for (Index i = 0; i < config.inputs; ++i) {
      constexpr double kStep = 1e-6;
      const double kept = x(0, i);
      x(0, i) = kept + kStep;
      const double above = network.forward(x, workspace)(0, logit);
      x(0, i) = kept - kStep;
      const double below = network.forward(x, workspace)(0, logit);
      x(0, i) = kept;
      CHECK(gradient(i) == Approx((above - below) / (2 * kStep)).margin(1e-7));
    }
  }
}

}  // namespace ffnn
