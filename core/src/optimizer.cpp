#include "ffnn/optimizer.h"

#include <array>
#include <cmath>
#include <string>

#include "ffnn/names.h"
#include "ffnn/parameter_order.h"
#include "ffnn/state_archive.h"

namespace ffnn {
namespace {

constexpr std::array kNames{
    Named{OptimizerKind::sgd, "sgd"},           Named{OptimizerKind::momentum, "momentum"},
    Named{OptimizerKind::nesterov, "nesterov"}, Named{OptimizerKind::adam, "adam"},
    Named{OptimizerKind::adamW, "adamw"},
};

constexpr auto kEpsilon = Scalar(1e-8);

constexpr Index kUnit = StepWatch::kBlock;  // numbers: no two threads write to one line of the cache

using Values = std::span<Scalar>;
using Gradients = std::span<const Scalar>;

void sgdStep(Values w, Gradients g, Scalar rate, Scalar decay) {
  for (std::size_t i = 0; i < w.size(); ++i) {
    w[i] -= rate * (g[i] + decay * w[i]);
  }
}

void momentumStep(Values w, Gradients g, Values v, Scalar rate, Scalar momentum, Scalar decay) {
  for (std::size_t i = 0; i < w.size(); ++i) {
    v[i] = momentum * v[i] + (g[i] + decay * w[i]);
    w[i] -= rate * v[i];
  }
}

void nesterovStep(Values w, Gradients g, Values v, Scalar rate, Scalar momentum, Scalar decay) {
  for (std::size_t i = 0; i < w.size(); ++i) {
    const Scalar gradient = g[i] + decay * w[i];
    v[i] = momentum * v[i] + gradient;
    w[i] -= rate * (gradient + momentum * v[i]);
  }
}

struct AdamStep {
  Scalar rate;  // η / (1 − β₁ᵗ)
  Scalar beta1;
  Scalar rest1;  // 1 − β₁, rounded once
  Scalar beta2;
  Scalar rest2;      // 1 − β₂
  Scalar scale;      // 1 / √(1 − β₂ᵗ)
  Scalar decay;      // λ, part of the gradient
  Scalar shrinkage;  // 1 − η λ, apart from it

  void operator()(Values w, Gradients g, Values m, Values v) const {
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Scalar gradient = g[i] + decay * w[i];
      m[i] = beta1 * m[i] + rest1 * gradient;
      v[i] = beta2 * v[i] + rest2 * (gradient * gradient);
      w[i] = shrinkage * w[i] - rate * m[i] / (std::sqrt(v[i]) * scale + kEpsilon);
    }
  }
};

}  // namespace

std::string_view name(OptimizerKind kind) { return nameIn(kNames, kind); }

OptimizerKind optimizerFromName(std::string_view text) { return valueIn(kNames, "optimizer", text); }

bool isPlain(const OptimizerConfig& config) {
  return config.kind == OptimizerKind::sgd && config.weightDecay == 0;
}

int slotsPerParameter(OptimizerKind kind) {
  switch (kind) {
    case OptimizerKind::sgd:
      return 0;
    case OptimizerKind::momentum:
    case OptimizerKind::nesterov:
      return 1;
    case OptimizerKind::adam:
    case OptimizerKind::adamW:
      return 2;
  }
  return 0;
}

Optimizer::Optimizer(const OptimizerConfig& config, std::span<const ParameterView> parameters)
    : config_(config) {
  const int slots = slotsPerParameter(config.kind);
  for (const ParameterView& parameter : parameters) {
    first_.emplace_back(slots >= 1 ? parameter.value.size() : 0);
    second_.emplace_back(slots >= 2 ? parameter.value.size() : 0);
  }
}

void Optimizer::update(std::span<const ParameterView> parameters, double learningRate, ThreadPool& threads,
                       StepWatch* watch) {
  FFNN_ASSERT(parameters.size() == first_.size());
  beta1Power_ *= config_.beta1;
  beta2Power_ *= config_.beta2;
  double numbers = 0;
  for (const ParameterView& parameter : parameters) {
    numbers += static_cast<double>(parameter.value.size());
  }
  const Index parts = threads.partsFor(kFlopsPerNumber * numbers);
  threads.run(parts, [&](const Part& part) {
    for (std::size_t p = 0; p < parameters.size(); ++p) {
      const Range own = part.of(static_cast<Index>(parameters[p].value.size()), kUnit);
      const auto update = [&](Range range) { updateRange(p, range, parameters[p], learningRate); };
      if (watch == nullptr) {
        update(own);
      } else {
        watch->around(p, own, parameters[p], update);
      }
    }
  });
}

void Optimizer::updateRange(std::size_t tensor, Range range, const ParameterView& parameter,
                            double learningRate) {
  const auto part = [range](std::span<Scalar> numbers) {  // no numbers where the optimizer keeps none
    return numbers.empty() ? numbers
                           : numbers.subspan(static_cast<std::size_t>(range.first),
                                             static_cast<std::size_t>(range.count));
  };
  const Values w = part(parameter.value);
  const Gradients g = part(parameter.gradient);
  const Values first = part(first_[tensor]);
  const Values second = part(second_[tensor]);
  const bool decoupled = config_.kind == OptimizerKind::adamW;
  const double weightDecay = parameter.decays ? config_.weightDecay : 0.0;
  const auto rate = static_cast<Scalar>(learningRate);
  const auto momentum = static_cast<Scalar>(config_.momentum);
  const auto decay = static_cast<Scalar>(decoupled ? 0.0 : weightDecay);
  switch (config_.kind) {
    case OptimizerKind::sgd:
      return sgdStep(w, g, rate, decay);
    case OptimizerKind::momentum:
      return momentumStep(w, g, first, rate, momentum, decay);
    case OptimizerKind::nesterov:
      return nesterovStep(w, g, first, rate, momentum, decay);
    case OptimizerKind::adam:
    case OptimizerKind::adamW:
      return AdamStep{.rate = static_cast<Scalar>(learningRate / (1 - beta1Power_)),
                      .beta1 = static_cast<Scalar>(config_.beta1),
                      .rest1 = static_cast<Scalar>(1 - config_.beta1),
                      .beta2 = static_cast<Scalar>(config_.beta2),
                      .rest2 = static_cast<Scalar>(1 - config_.beta2),
                      .scale = static_cast<Scalar>(1 / std::sqrt(1 - beta2Power_)),
                      .decay = decay,
                      .shrinkage = static_cast<Scalar>(decoupled ? 1 - learningRate * weightDecay : 1.0)}(
          w, g, first, second);
  }
}

void Optimizer::exchangeState(StateArchive& archive, std::span<const ParameterView> parameters) {
  FFNN_ASSERT(parameters.size() == first_.size());
  const auto exchange = [&archive](const std::string& name, UnitByUnit numbers) {
    exchangeParameters(archive, name, std::span(&numbers, 1));
  };
  for (std::size_t p = 0; p < first_.size(); ++p) {
    exchange("optimizer.first." + std::to_string(p), {first_[p], parameters[p].inputs});
    exchange("optimizer.second." + std::to_string(p), {second_[p], parameters[p].inputs});
  }
  archive.number("optimizer.beta1Power", beta1Power_);
  archive.number("optimizer.beta2Power", beta2Power_);
  for (const double power : {beta1Power_, beta2Power_}) {
    if (power < 0 || power > 1) {
      throw Error(ErrorCode::badData, "checkpoint: a power of the optimizer is not within 0 and 1");
    }
  }
}

}  // namespace ffnn
