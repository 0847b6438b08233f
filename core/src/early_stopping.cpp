#include "ffnn/early_stopping.h"

#include <algorithm>
#include <utility>

#include "ffnn/state_archive.h"
#include "ffnn/training_config.h"

namespace ffnn {

EarlyStopping::EarlyStopping(Index patience, bool keepsWeights, const NetworkConfig& network)
    : patience_(patience), keepsWeights_(keepsWeights) {
  if (keepsWeights_) {
    weights_.reserve(network);
  }
}

bool EarlyStopping::observe(Index epoch, double loss, std::span<const ParameterView> parameters,
                            const ConfusionMatrix& testConfusion) {
  if (bestEpoch_ == 0 || loss < bestLoss_) {
    bestEpoch_ = epoch;
    bestLoss_ = loss;
    confusion_ = testConfusion;
    if (keepsWeights_) {
      weights_.take(parameters);
    }
  }
  return patience_ > 0 && epoch - std::max(bestEpoch_, patientSince_) >= patience_;
}

void EarlyStopping::swapBest(std::span<const ParameterView> parameters, ConfusionMatrix& testConfusion) {
  weights_.swap(parameters);
  std::swap(confusion_, testConfusion);
}

void EarlyStopping::exchangeState(StateArchive& archive, std::span<const ParameterView> parameters) {
  archive.count("best.epoch", bestEpoch_, 0, limits::kEpochs);
  archive.number("best.loss", bestLoss_);
  archive.count("best.patientSince", patientSince_, 0, limits::kEpochs);
  archive.numbers("best.confusion", confusion_.counts());
  if (keepsWeights()) {
    weights_.exchangeState(archive, "best.weights", parameters);
  }
}

}  // namespace ffnn
