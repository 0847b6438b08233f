// Early stopping: remembers the epoch with the lowest validation loss, with its weights if they may be wanted
// back, and says when patience has run out (L. Prechelt, "Early stopping — but when?", 1998).
#pragma once

#include "ffnn/metrics.h"
#include "ffnn/parameter_snapshot.h"

namespace ffnn {

class EarlyStopping {
 public:
  // patience: epochs without a new lowest loss after which to stop; 0: never. keepsWeights: of the best
  // epoch.
  EarlyStopping(Index patience, bool keepsWeights, const NetworkConfig& network);

  // An epoch has ended with this validation loss. Returns whether patience has run out.
  bool observe(Index epoch, double loss, std::span<const ParameterView> parameters,
               const ConfusionMatrix& testConfusion);

  // Patience begins anew at this epoch.
  void renewPatience(Index epoch) { patientSince_ = epoch; }

  Index bestEpoch() const { return bestEpoch_; }  // 0: none yet
  bool keepsWeights() const { return keepsWeights_ && bestEpoch_ > 0; }

  // The best epoch's weights and confusion matrix and these change places.
  void swapBest(std::span<const ParameterView> parameters, ConfusionMatrix& testConfusion);

  void exchangeState(StateArchive& archive, std::span<const ParameterView> parameters);

 private:
  Index patience_;
  bool keepsWeights_;
  Index bestEpoch_ = 0;
  double bestLoss_ = 0;
  Index patientSince_ = 0;
  ParameterSnapshot weights_;
  ConfusionMatrix confusion_;
};

}  // namespace ffnn
