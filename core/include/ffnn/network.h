// Network: a stack of dense layers with one activation between them; the last layer gives logits.
// Holds parameters and gradients only. What a pass leaves behind lives in a Workspace.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ffnn/activation.h"
#include "ffnn/dense_layer.h"
#include "ffnn/initialization.h"
#include "ffnn/range.h"
#include "ffnn/types.h"

namespace ffnn {

// How the loss gradient is carried back through the hidden layers.
enum class GradientRule {
  exact,   // the chain rule
  report,  // the course report's slip: dz is divided by the batch size once more at every hidden layer
};

std::string_view name(GradientRule rule);

// The inverse of name(). Throws Error{invalidSetting} for any other text.
GradientRule gradientRuleFromName(std::string_view text);

struct NetworkConfig {
  Index inputs = kPixels;
  std::vector<Index> hidden = {392, 128};  // widths from the input to the output side; may be empty
  Index outputs = kClasses;
  Activation activation = Activation::relu;  // after every hidden layer
  Initialization initialization = Initialization::automatic;
  double initialDeviation = 0.05;  // above 0, at most 10; of the weights, with Initialization::normal only

  // Weights and biases of all layers together.
  Index parameterCount() const;
};

// The intermediate results of one pass over at most `rows` samples.
struct Workspace {
  // withDropout: for passes that get a Dropout.
  Workspace(const NetworkConfig& config, Index rows, bool withDropout = false);

  std::vector<Matrix> outputs;    // one a layer, rows × width: activations, the last one logits
  std::vector<Matrix> gradients;  // same shapes: ∂loss/∂z of each layer
  // One a hidden layer, same shapes; empty lists where they are not needed.
  std::vector<Matrix> slopeSources;  // what f' is taken from (see activation.h), when outputs do not keep it
  std::vector<Matrix> masks;         // what dropout multiplies the activations with
};

// Whether a pass leaves out what the workspace's masks say.
enum class Masks { ignored, applied };

// One parameter tensor and its gradient, flat: unit by unit.
struct ParameterView {
  std::span<Scalar> value;
  std::span<Scalar> gradient;
  bool decays = true;  // whether weight decay applies: to weights, not to biases
  Index inputs = 1;    // numbers of each unit, side by side
};

class Network {
 public:
  explicit Network(NetworkConfig config);

  const NetworkConfig& config() const { return config_; }

  // Weights as config().initialization says, biases zero, from the input side to the output side.
  void initialize(Rng& rng);

  // Logits (x.rows() × outputs) of x (batch × inputs), inside workspace; valid until its next use.
  // A row's logits do not depend on the other rows, nor on how many there are.
  ConstMatrixRef forward(const ConstMatrixRef& x, Workspace& workspace) const;

  // Parameter gradients from the pass that forward() left in workspace, and from its gradients.back() (the
  // gradient of the loss by the logits, batch × outputs), which the caller has filled. batchSize: samples in
  // the whole batch, of which x may be a part. accumulate: add to the gradients instead of overwriting them.
  void backward(const ConstMatrixRef& x, Workspace& workspace, GradientRule rule, Index batchSize,
                bool accumulate);

  // The two above in parts that may run at the same time. First, for any rows of the batch: forwardRows();
  // or, with a first layer that isCutByOutputs(), firstOutputs() for all rows and every part of that layer,
  // and then forwardAbove() for any rows. Once the gradient by their logits is filled in, backwardRows(),
  // which carries it down to the gradients of all layers' outputs. When that is done for all rows: for every
  // part of the weights addGradients(), or descend(), which takes a step down those gradients at once (see
  // DenseLayer).
  ConstMatrixRef forwardRows(const ConstMatrixRef& x, Range rows, Workspace& workspace, Masks masks) const;
  void firstOutputs(const ConstMatrixRef& x, Workspace& workspace, const Part& part) const;
  ConstMatrixRef forwardAbove(Range rows, Workspace& workspace, Masks masks) const;
  void backwardRows(Range rows, Workspace& workspace, GradientRule rule, Index batchSize, Masks masks) const;
  void addGradients(const ConstMatrixRef& x, const Workspace& workspace, bool accumulate,
                    const Part& part = {});
  void descend(const ConstMatrixRef& x, const Workspace& workspace, Scalar rate, const Part& part);

  // Views in the order weights, biases of layer 1, of layer 2, … They stay valid while the network lives.
  std::vector<ParameterView> parameters();

  const std::vector<DenseLayer>& layers() const { return layers_; }

  // FNV-1a (64 bit) over the bytes of all parameters, as 16 hexadecimal digits: equal runs have equal hashes.
  std::string parameterHash() const;

 private:
  NetworkConfig config_;
  std::vector<DenseLayer> layers_;
};

}  // namespace ffnn
