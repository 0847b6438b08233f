#include "ffnn/network.h"

#include <array>
#include <utility>

#include "ffnn/names.h"
#include "ffnn/parameter_order.h"

namespace ffnn {
namespace {

// Widths from the input to the output side, both ends included.
std::vector<Index> widths(const NetworkConfig& config) {
  std::vector<Index> result = {config.inputs};
  result.insert(result.end(), config.hidden.begin(), config.hidden.end());
  result.push_back(config.outputs);
  return result;
}

// What layer l saw in the pass over x that left this workspace.
ConstMatrixRef inputsOf(std::size_t l, const ConstMatrixRef& x, const Workspace& workspace) {
  return l == 0 ? x : ConstMatrixRef(workspace.outputs[l - 1].topRows(x.rows()));
}

constexpr std::array kRuleNames{Named{GradientRule::exact, "exact"}, Named{GradientRule::report, "report"}};

constexpr std::uint64_t kFnvOffset = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kFnvPrime = 0x100000001B3ULL;

std::uint64_t hashBytes(std::uint64_t hash, std::span<const Scalar> numbers) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(numbers.data());
  for (std::size_t i = 0; i < numbers.size_bytes(); ++i) {
    hash = (hash ^ bytes[i]) * kFnvPrime;
  }
  return hash;
}

}  // namespace

std::string_view name(GradientRule rule) { return nameIn(kRuleNames, rule); }

GradientRule gradientRuleFromName(std::string_view text) { return valueIn(kRuleNames, "gradient", text); }

Index NetworkConfig::parameterCount() const {
  const std::vector<Index> sizes = widths(*this);
  Index count = 0;
  for (std::size_t l = 1; l < sizes.size(); ++l) {
    count += (sizes[l - 1] + 1) * sizes[l];
  }
  return count;
}

Workspace::Workspace(const NetworkConfig& config, Index rows, bool withDropout) {
  const std::vector<Index> sizes = widths(config);
  for (std::size_t l = 1; l < sizes.size(); ++l) {
    outputs.emplace_back(rows, sizes[l]);
    gradients.emplace_back(rows, sizes[l]);
  }
  for (const Index width : config.hidden) {
    if (withDropout || slopeNeedsInput(config.activation)) {
      slopeSources.emplace_back(rows, width);
    }
    if (withDropout) {
      masks.emplace_back(rows, width);
    }
  }
}

Network::Network(NetworkConfig config) : config_(std::move(config)) {
  const std::vector<Index> sizes = widths(config_);
  for (std::size_t l = 1; l < sizes.size(); ++l) {
    layers_.emplace_back(sizes[l - 1], sizes[l]);
  }
}

void Network::initialize(Rng& rng) {
  const Initialization rule = resolved(config_.initialization, config_.activation);
  for (DenseLayer& layer : layers_) {
    drawWeights(rule, config_.initialDeviation, rng, layer.weights());
    layer.biases().setZero();
  }
}

ConstMatrixRef Network::forward(const ConstMatrixRef& x, Workspace& workspace) const {
  return forwardRows(x, {0, x.rows()}, workspace, Masks::ignored);
}

void Network::backward(const ConstMatrixRef& x, Workspace& workspace, GradientRule rule, Index batchSize,
                       bool accumulate) {
  backwardRows({0, x.rows()}, workspace, rule, batchSize, Masks::ignored);
  addGradients(x, workspace, accumulate);
}

ConstMatrixRef Network::forwardRows(const ConstMatrixRef& x, Range rows, Workspace& workspace,
                                    Masks masks) const {
  layers_.front().forward(x.middleRows(rows.first, rows.count),
                          workspace.outputs.front().middleRows(rows.first, rows.count));
  return forwardAbove(rows, workspace, masks);
}

void Network::firstOutputs(const ConstMatrixRef& x, Workspace& workspace, const Part& part) const {
  layers_.front().forward(x, workspace.outputs.front().topRows(x.rows()), part);
}

ConstMatrixRef Network::forwardAbove(Range rows, Workspace& workspace, Masks masks) const {
  const auto rowsOf = [rows](Matrix& matrix) { return matrix.middleRows(rows.first, rows.count); };
  const bool needsInput = slopeNeedsInput(config_.activation);
  for (std::size_t l = 1; l < layers_.size(); ++l) {
    auto a = rowsOf(workspace.outputs[l - 1]);
    if (needsInput) {
      rowsOf(workspace.slopeSources[l - 1]) = a;
    }
    activate(config_.activation, a);
    if (masks == Masks::applied) {
      if (!needsInput) {
        rowsOf(workspace.slopeSources[l - 1]) = a;
      }
      a.array() *= rowsOf(workspace.masks[l - 1]).array();
    }
    layers_[l].forward(a, rowsOf(workspace.outputs[l]));
  }
  return rowsOf(workspace.outputs.back());
}

void Network::backwardRows(Range rows, Workspace& workspace, GradientRule rule, Index batchSize,
                           Masks masks) const {
  const auto rowsOf = [rows](Matrix& matrix) { return matrix.middleRows(rows.first, rows.count); };
  for (std::size_t l = layers_.size() - 1; l > 0; --l) {
    auto dzBelow = rowsOf(workspace.gradients[l - 1]);
    layers_[l].backwardInput(rowsOf(workspace.gradients[l]), dzBelow);
    if (masks == Masks::applied) {
      dzBelow.array() *= rowsOf(workspace.masks[l - 1]).array();
    }
    Matrix& slopeSource =
        workspace.slopeSources.empty() ? workspace.outputs[l - 1] : workspace.slopeSources[l - 1];
    activateBackward(config_.activation, rowsOf(slopeSource), dzBelow);
    if (rule == GradientRule::report) {
      dzBelow /= static_cast<Scalar>(batchSize);
    }
  }
}

void Network::addGradients(const ConstMatrixRef& x, const Workspace& workspace, bool accumulate,
                           const Part& part) {
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    layers_[l].addGradients(inputsOf(l, x, workspace), workspace.gradients[l].topRows(x.rows()), accumulate,
                            part);
  }
}

void Network::descend(const ConstMatrixRef& x, const Workspace& workspace, Scalar rate, const Part& part) {
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    layers_[l].descend(inputsOf(l, x, workspace), workspace.gradients[l].topRows(x.rows()), rate, part);
  }
}

std::vector<ParameterView> Network::parameters() {
  std::vector<ParameterView> views;
  const auto add = [&views](auto& value, auto& gradient, bool decays, Index inputs) {
    const auto size = static_cast<std::size_t>(value.size());
    views.push_back({{value.data(), size}, {gradient.data(), size}, decays, inputs});
  };
  for (DenseLayer& layer : layers_) {
    add(layer.weights(), layer.weightGradient(), true, layer.inputs());
    add(layer.biases(), layer.biasGradient(), false, 1);
  }
  return views;
}

std::string Network::parameterHash() const {
  std::uint64_t hash = kFnvOffset;
  for (const DenseLayer& layer : layers_) {
    const auto flat = [](const auto& tensor) {
      return std::span(tensor.data(), static_cast<std::size_t>(tensor.size()));
    };
    hash = hashBytes(hash, inputByInput(flat(layer.weights()), layer.inputs()));
    hash = hashBytes(hash, flat(layer.biases()));
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) {
    text += kDigits[(hash >> shift) & 15U];
  }
  return text;
}

}  // namespace ffnn
