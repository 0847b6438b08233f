#include "ffnn/saliency.h"

namespace ffnn {

RowVector inputGradient(const Network& network, const ConstMatrixRef& x, Index logit) {
  Workspace workspace(network.config(), 1);
  network.forward(x, workspace);
  workspace.gradients.back().setZero();
  workspace.gradients.back()(0, logit) = 1;
  network.backwardRows({0, 1}, workspace, GradientRule::exact, 1, Masks::ignored);
  RowVector gradient(network.config().inputs);
  network.layers().front().backwardInput(workspace.gradients.front(), gradient);
  return gradient;
}

}  // namespace ffnn
