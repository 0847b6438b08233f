// Trainer: owns the state of one run and moves it forward in small pieces of work. A piece is one block of
// rows of a batch, one update of the parameters, or one block of an evaluation; the order of pieces, and so
// every result, is the same however they are grouped into calls.
#pragma once

#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "ffnn/batcher.h"
#include "ffnn/evaluator.h"
#include "ffnn/optimizer.h"
#include "ffnn/training_config.h"

namespace ffnn {

// One point of the curves. Both sets are measured the same way, with the weights of that moment.
struct CurvePoint {
  double epoch = 0;  // 0 before the first step; fractional for a point inside the first epoch
  double trainLoss = 0;
  double trainAccuracy = 0;  // 0 … 1, over a fixed, evenly spread sample of at most 10,000 training images
  double testLoss = 0;
  double testAccuracy = 0;  // 0 … 1, over all test images
};

enum class RunState {
  training,  // there is work left
  finished,  // all epochs are done; more can be asked for
  diverged,  // a loss was not finite; the weights of the last epoch end before it are back
};

std::string_view name(RunState state);

class Trainer {
 public:
  // Validates config, allocates everything a run needs and draws the starting weights. The data sets must
  // outlive the trainer; train may grow meanwhile (only its first config.trainImages are used), test must be
  // complete.
  Trainer(const TrainingConfig& config, const Dataset& train, const Dataset& test);

  // Works until `flops` floating-point operations are done (at least one piece), or nothing is left, or
  // step() has reached stopAtStep and the evaluation that follows that step, if any, is complete.
  void advance(double flops, Index stopAtStep = std::numeric_limits<Index>::max());

  // Changes where the run ends. Raising it after the end makes the run go on; lowering it below what is done
  // ends the run at the end of the epoch that is under way, and config().epochs says so. Throws
  // Error{invalidSetting}.
  void setEpochs(Index epochs);

  const TrainingConfig& config() const { return config_; }
  RunState state() const { return state_; }
  Index step() const { return step_; }              // updates made
  Index imagesSeen() const { return imagesSeen_; }  // training images used, all epochs together
  Index epochsDone() const { return epochsDone_; }  // whole epochs trained
  Index keptEpoch() const { return keptEpoch_; }    // the epoch end whose weights a diverging run gets back
  bool evaluating() const { return evaluating_; }
  const Network& network() const { return network_; }
  const std::vector<CurvePoint>& curve() const { return curve_; }
  const ConfusionMatrix& testConfusion() const { return testConfusion_; }  // of the last point of the curve

 private:
  double runPiece();
  void beginBatch();
  double trainBlock();
  double updateParameters();
  double evaluateBlock();
  void recordPoint();
  void diverge();
  void keepParameters();
  void restoreParameters();
  bool pointIsDue() const;

  TrainingConfig config_;
  const Dataset& trainData_;
  Network network_;
  std::vector<ParameterView> parameters_;
  Sgd optimizer_;
  Batcher batcher_;
  Evaluator trainEvaluator_;
  Evaluator testEvaluator_;
  Index trainRows_;     // rows of one training block
  Index evaluateRows_;  // rows of one evaluation block
  Matrix x_;            // scratch: the inputs of one block
  Workspace workspace_;
  std::vector<Label> labels_;

  RunState state_ = RunState::training;
  bool evaluating_ = true;
  Index step_ = 0;
  Index imagesSeen_ = 0;
  Index imagesThisEpoch_ = 0;
  Index epochsDone_ = 0;
  std::span<const std::uint32_t> batch_;  // the batch under way; empty between batches
  std::size_t batchCursor_ = 0;           // rows of it already worked on
  double batchLossSum_ = 0;
  std::vector<CurvePoint> curve_;
  ConfusionMatrix testConfusion_;
  std::vector<Scalar> kept_;  // all parameters, as they were at the last epoch end with a finite loss
  Index keptEpoch_ = 0;
};

}  // namespace ffnn
