// Gradient descent over flat tensors.
#include "ffnn/optimizer.h"

#include <catch2/catch.hpp>
#include <vector>

namespace ffnn {

TEST_CASE("gradient descent subtracts learning rate times gradient from every tensor", "[optimizer]") {
  std::vector<Scalar> first = {1, 2, 3};
  std::vector<Scalar> second = {-4};
  const std::vector<Scalar> firstGradient = {10, 0, -2};
  const std::vector<Scalar> secondGradient = {8};
  const std::vector<ParameterView> parameters = {{first, firstGradient}, {second, secondGradient}};
  const Sgd optimizer(0.5F);
  optimizer.update(parameters);
  CHECK(first == std::vector<Scalar>{-4, 2, 4});
  CHECK(second == std::vector<Scalar>{-8});
  optimizer.update(parameters);
  CHECK(first == std::vector<Scalar>{-9, 2, 5});
  CHECK(firstGradient == std::vector<Scalar>{10, 0, -2});
}

TEST_CASE("gradient descent finds the bottom of a bowl", "[optimizer]") {
  // f(x) = (x − 3)², f' = 2 (x − 3); at rate 0.1 the distance shrinks by 0.8 a step.
  std::vector<Scalar> x = {-2};
  std::vector<Scalar> gradient = {0};
  const std::vector<ParameterView> parameters = {{x, gradient}};
  for (int step = 0; step < 100; ++step) {
    gradient[0] = 2 * (x[0] - 3);
    Sgd(0.1F).update(parameters);
  }
  CHECK(x[0] == Approx(3));
}

}  // namespace ffnn
