#include "ffnn/network.h"

#include <array>
#include <utility>

#include "ffnn/names.h"

namespace ffnn {
namespace {

// Widths from the input to the output side, both ends included.
std::vector<Index> widths(const NetworkConfig& config) {
  std::vector<Index> result = {config.inputs};
  result.insert(result.end(), config.hidden.begin(), config.hidden.end());
  result.push_back(config.outputs);
  return result;
}

constexpr std::array kRuleNames{Named{GradientRule::exact, "exact"}, Named{GradientRule::report, "report"}};

constexpr std::uint64_t kFnvOffset = 0xCBF29CE484222325ULL;
constexpr std::uint64_t kFnvPrime = 0x100000001B3ULL;

std::uint64_t hashBytes(std::uint64_t hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  for (std::size_t i = 0; i < size; ++i) {
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

ConstMatrixRef Network::forward(const ConstMatrixRef& x, Workspace& workspace, Dropout* dropout) const {
  const Index rows = x.rows();
  const bool needsInput = slopeNeedsInput(config_.activation);
  layers_.front().forward(x, workspace.outputs.front().topRows(rows));
  for (std::size_t l = 1; l < layers_.size(); ++l) {
    auto a = workspace.outputs[l - 1].topRows(rows);
    if (needsInput) {
      workspace.slopeSources[l - 1].topRows(rows) = a;
    }
    activate(config_.activation, a);
    if (dropout != nullptr) {
      if (!needsInput) {
        workspace.slopeSources[l - 1].topRows(rows) = a;
      }
      dropout->apply(a, workspace.masks[l - 1].topRows(rows));
    }
    layers_[l].forward(a, workspace.outputs[l].topRows(rows));
  }
  return workspace.outputs.back().topRows(rows);
}

void Network::backward(const ConstMatrixRef& x, Workspace& workspace, GradientRule rule, Index batchSize,
                       bool accumulate) {
  const Index rows = x.rows();
  for (std::size_t l = layers_.size() - 1; l > 0; --l) {
    auto a = workspace.outputs[l - 1].topRows(rows);
    auto dz = workspace.gradients[l].topRows(rows);
    auto dzBelow = workspace.gradients[l - 1].topRows(rows);
    layers_[l].backward(a, dz, accumulate);
    layers_[l].backwardInput(dz, dzBelow);
    if (!workspace.masks.empty()) {
      dzBelow.array() *= workspace.masks[l - 1].topRows(rows).array();
    }
    const Matrix& slopeSource =
        workspace.slopeSources.empty() ? workspace.outputs[l - 1] : workspace.slopeSources[l - 1];
    activateBackward(config_.activation, slopeSource.topRows(rows), dzBelow);
    if (rule == GradientRule::report) {
      dzBelow /= static_cast<Scalar>(batchSize);
    }
  }
  layers_.front().backward(x, workspace.gradients.front().topRows(rows), accumulate);
}

std::vector<ParameterView> Network::parameters() {
  std::vector<ParameterView> views;
  const auto add = [&views](auto& value, auto& gradient, bool decays) {
    const auto size = static_cast<std::size_t>(value.size());
    views.push_back({{value.data(), size}, {gradient.data(), size}, decays});
  };
  for (DenseLayer& layer : layers_) {
    add(layer.weights(), layer.weightGradient(), true);
    add(layer.biases(), layer.biasGradient(), false);
  }
  return views;
}

std::string Network::parameterHash() const {
  std::uint64_t hash = kFnvOffset;
  for (const DenseLayer& layer : layers_) {
    hash = hashBytes(hash, layer.weights().data(),
                     sizeof(Scalar) * static_cast<std::size_t>(layer.weights().size()));
    hash = hashBytes(hash, layer.biases().data(),
                     sizeof(Scalar) * static_cast<std::size_t>(layer.biases().size()));
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) {
    text += kDigits[(hash >> shift) & 15U];
  }
  return text;
}

}  // namespace ffnn
