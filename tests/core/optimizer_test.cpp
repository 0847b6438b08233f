// Every optimizer against its formula, written out step by step in double.
#include "ffnn/optimizer.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "support/choices.h"
#include "support/is_error.h"
#include "support/tensors.h"

namespace ffnn {

using test::isError;
using test::Numbers;
using test::Tensors;

namespace {

// One weight that is pulled towards 3: g = 2 (w − 3), and then three more of it at other places.
Numbers trajectory(const OptimizerConfig& config, double rate, int steps) {
  Numbers w = {-2, 0, 7};
  Numbers g(3);
  const std::vector<ParameterView> views = {{w, g, true}};
  Optimizer optimizer(config, views);
  for (int step = 0; step < steps; ++step) {
    for (std::size_t i = 0; i < w.size(); ++i) {
      g[i] = 2 * (w[i] - 3);
    }
    optimizer.update(views, rate);
  }
  return w;
}

// The same in double, by a rule for one weight.
template <typename Rule>
void checkTrajectory(const OptimizerConfig& config, double rate, Rule rule) {
  for (const int steps : {1, 2, 7}) {
    const Numbers found = trajectory(config, rate, steps);
    const std::vector<double> starts = {-2, 0, 7};
    for (std::size_t i = 0; i < starts.size(); ++i) {
      CAPTURE(steps, i);
      double w = starts[i];
      double m = 0;
      double v = 0;
      for (int step = 1; step <= steps; ++step) {
        w = rule(w, 2 * (w - 3), m, v, step);
      }
      CHECK(found[i] == Approx(w).epsilon(1e-5));
    }
  }
}

}  // namespace

TEST_CASE("gradient descent subtracts learning rate times gradient from every tensor", "[optimizer]") {
  Tensors tensors;
  const std::vector<ParameterView> views = tensors.views();
  Optimizer optimizer({}, views);
  optimizer.update(views, 0.5);
  CHECK(tensors.first == Numbers{-4, 2, 4});
  CHECK(tensors.second == Numbers{-8});
  optimizer.update(views, 0.25);
  CHECK(tensors.first == Numbers{-6.5, 2, 4.5});
  CHECK(tensors.firstGradient == Numbers{10, 0, -2});
}

TEST_CASE("weight decay pulls weights towards zero and leaves biases alone", "[optimizer]") {
  const OptimizerKind kind = GENERATE(from_range(test::kAllOptimizers));
  CAPTURE(name(kind));
  Tensors tensors;
  tensors.firstGradient = {0, 0, 0};
  tensors.secondGradient = {0};
  const std::vector<ParameterView> views = tensors.views();
  Optimizer optimizer({.kind = kind, .weightDecay = 0.1}, views);
  optimizer.update(views, 0.5);
  CHECK(tensors.first[0] < 1);
  CHECK(tensors.first[0] > 0);
  CHECK(tensors.first[2] < 3);
  CHECK(tensors.second == Numbers{-4});
}

TEST_CASE("momentum adds up its velocity", "[optimizer]") {
  checkTrajectory({.kind = OptimizerKind::momentum, .momentum = 0.8, .weightDecay = 0.05}, 0.03,
                  [](double w, double g, double& v, double&, int) {
                    v = 0.8 * v + g + 0.05 * w;
                    return w - 0.03 * v;
                  });
}

TEST_CASE("Nesterov's momentum looks one step ahead", "[optimizer]") {
  checkTrajectory({.kind = OptimizerKind::nesterov, .momentum = 0.8, .weightDecay = 0.05}, 0.03,
                  [](double w, double g, double& v, double&, int) {
                    const double gradient = g + 0.05 * w;
                    v = 0.8 * v + gradient;
                    return w - 0.03 * (gradient + 0.8 * v);
                  });
}

TEST_CASE("Adam divides unbiased means, its decay part of the gradient", "[optimizer]") {
  checkTrajectory({.kind = OptimizerKind::adam, .beta1 = 0.7, .beta2 = 0.9, .weightDecay = 0.05}, 0.2,
                  [](double w, double g, double& m, double& v, int step) {
                    const double gradient = g + 0.05 * w;
                    m = 0.7 * m + 0.3 * gradient;
                    v = 0.9 * v + 0.1 * gradient * gradient;
                    return w - 0.2 * (m / (1 - std::pow(0.7, step))) /
                                   (std::sqrt(v / (1 - std::pow(0.9, step))) + 1e-8);
                  });
}

TEST_CASE("AdamW shrinks weights apart from the gradient", "[optimizer]") {
  checkTrajectory({.kind = OptimizerKind::adamW, .beta1 = 0.7, .beta2 = 0.9, .weightDecay = 0.05}, 0.2,
                  [](double w, double g, double& m, double& v, int step) {
                    m = 0.7 * m + 0.3 * g;
                    v = 0.9 * v + 0.1 * g * g;
                    return w - 0.2 * 0.05 * w -
                           0.2 * (m / (1 - std::pow(0.7, step))) /
                               (std::sqrt(v / (1 - std::pow(0.9, step))) + 1e-8);
                  });
}

TEST_CASE("every optimizer finds the bottom of a bowl", "[optimizer]") {
  const OptimizerKind kind = GENERATE(from_range(test::kAllOptimizers));
  CAPTURE(name(kind));
  for (const Scalar w : trajectory({.kind = kind, .momentum = 0.8, .beta2 = 0.99}, 0.05, 600)) {
    CHECK(w == Approx(3).epsilon(0.01));
  }
}

TEST_CASE("only gradient descent without weight decay is plain", "[optimizer]") {
  CHECK(isPlain({}));
  CHECK_FALSE(isPlain({.weightDecay = 1e-9}));
  for (const OptimizerKind kind :
       {OptimizerKind::momentum, OptimizerKind::nesterov, OptimizerKind::adam, OptimizerKind::adamW}) {
    CHECK_FALSE(isPlain({.kind = kind}));
  }
}

TEST_CASE("optimizer names are read back, others are refused", "[optimizer]") {
  const OptimizerKind kind = GENERATE(from_range(test::kAllOptimizers));
  CHECK(optimizerFromName(name(kind)) == kind);
  CHECK_THROWS_MATCHES(optimizerFromName("Adam"), Error,
                       isError(ErrorCode::invalidSetting, "optimizer", "adam or adamw", "\"Adam\""));
}

TEST_CASE("Adam's first step has the learning rate's size, whatever its betas", "[optimizer]") {
  for (const double beta2 : {0.0, 0.9, 0.999, 0.9999999}) {
    Numbers w = {1};
    Numbers g = {0.37F};
    const std::vector<ParameterView> views = {{w, g, true}};
    Optimizer({.kind = OptimizerKind::adam, .beta2 = beta2}, views).update(views, 0.01);
    CHECK(w[0] == Approx(0.99).epsilon(1e-5));
  }
}

}  // namespace ffnn
