// Optimizers: turn gradients into a change of the parameters. They see flat tensors and know no layer type.
// Letters: w = a parameter, g = its gradient, λ = weight decay, η = learning rate of this step.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ffnn/insides.h"
#include "ffnn/network.h"
#include "ffnn/range.h"
#include "ffnn/thread_pool.h"

namespace ffnn {

enum class OptimizerKind {
  sgd,       // w −= η g
  momentum,  // v = μ v + g; w −= η v (B. Polyak, 1964, as PyTorch writes it)
  nesterov,  // v = μ v + g; w −= η (g + μ v) (I. Sutskever et al., "On the importance of …", 2013)
  adam,  // w −= η m̂ / (√v̂ + 10⁻⁸), m̂ and v̂ the unbiased means of g and g² (D. Kingma, J. Ba, 2015)
  adamW,  // the same, its weight decay apart from the gradient (I. Loshchilov, F. Hutter, 2019)
};

std::string_view name(OptimizerKind kind);

// The inverse of name(). Throws Error{invalidSetting} for any other text.
OptimizerKind optimizerFromName(std::string_view text);

struct OptimizerConfig {
  OptimizerKind kind = OptimizerKind::sgd;
  double momentum = 0.9;  // μ; 0 … below 1; momentum and nesterov only
  double beta1 = 0.9;     // decay of the mean gradient; 0 … below 1; adam and adamW only
  double beta2 = 0.999;   // decay of the mean squared gradient; 0 … below 1; adam and adamW only
  double weightDecay = 0;  // λ; 0 … 1; of weights, never of biases. adamW: w −= η λ w; all others: g += λ w
};

// Whether a step is w −= η g and nothing else.
bool isPlain(const OptimizerConfig& config);

// Numbers that the optimizer keeps for each parameter: 0, 1 or 2.
int slotsPerParameter(OptimizerKind kind);

// An update is bound by memory, not arithmetic: for each number that it touches it takes as long as about so
// many operations of a product.
inline constexpr double kFlopsPerNumber = 10;

class StateArchive;

class Optimizer {
 public:
  // parameters: those that every update() will get, in the same order. All state starts at zero.
  Optimizer(const OptimizerConfig& config, std::span<const ParameterView> parameters);

  // One step. learningRate: η, at least 0. watch: looks at the step, if given; its endStep() is the caller's.
  void update(std::span<const ParameterView> parameters, double learningRate,
              ThreadPool& threads = callersThread(), StepWatch* watch = nullptr);

  // parameters: as update() gets them.
  void exchangeState(StateArchive& archive, std::span<const ParameterView> parameters);

 private:
  void updateRange(std::size_t tensor, Range range, const ParameterView& parameter, double learningRate);

  OptimizerConfig config_;
  std::vector<std::vector<Scalar>> first_;   // velocities, or mean gradients
  std::vector<std::vector<Scalar>> second_;  // mean squared gradients
  double beta1Power_ = 1;  // beta1 to the power of the updates made; the bias of first_ is 1 minus it
  double beta2Power_ = 1;
};

}  // namespace ffnn
