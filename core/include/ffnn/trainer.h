// Trainer: owns the state of one run and moves it forward in small pieces of work. A piece is one block of
// rows of a batch, one update of the parameters, or one block of an evaluation; the order of pieces, and so
// every result, is the same however they are grouped into calls.
#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "ffnn/batcher.h"
#include "ffnn/checkpoint.h"
#include "ffnn/curve.h"
#include "ffnn/drawn_mix.h"
#include "ffnn/early_stopping.h"
#include "ffnn/examination.h"
#include "ffnn/gradient_pass.h"
#include "ffnn/insides.h"
#include "ffnn/optimizer.h"
#include "ffnn/parameter_snapshot.h"
#include "ffnn/split.h"
#include "ffnn/thread_pool.h"
#include "ffnn/training_config.h"

namespace ffnn {

enum class RunState {
  training,  // there is work left
  finished,  // all epochs are done; more can be asked for
  stopped,   // early stopping has ended it; more epochs can be asked for
  diverged,  // a loss was not finite; the weights of the last epoch end before it are back
};

std::string_view name(RunState state);

class Trainer {
 public:
  // Validates config, allocates everything a run needs and draws the starting weights. The data sets must
  // outlive the trainer; train may grow meanwhile (only its first config.trainImages are used), test must be
  // complete.
  // threads: who does the work, of no influence on any result; must outlive the trainer.
  // drawings: what config.drawnShare mixes in, complete; must outlive the trainer.
  Trainer(const TrainingConfig& config, const Dataset& train, const Dataset& test,
          ThreadPool& threads = callersThread(), const Dataset& drawings = noImages());

  // The run of checkpoint, where it was. The data sets must be those that it was made with. Throws
  // Error{badData} that names the array when one is missing or cannot belong to such a run, and as above for
  // a config that is refused.
  Trainer(Checkpoint checkpoint, const Dataset& train, const Dataset& test,
          ThreadPool& threads = callersThread(), const Dataset& drawings = noImages());

  Trainer(const Trainer&) = delete;  // views into the network would point into the other's
  Trainer(Trainer&&) = default;

  // Throws Error{wrongState} unless atRest().
  Checkpoint checkpoint();

  // Works until `flops` floating-point operations are done (at least one piece), or nothing is left, or
  // step() has reached stopAtStep and the evaluation that follows that step, if any, is complete.
  void advance(double flops, Index stopAtStep = std::numeric_limits<Index>::max());

  // Changes where the run ends. Raising it after the end makes the run go on; lowering it below what is done
  // ends the run at the end of the epoch that is under way, and config().epochs says so. Schedules that
  // follow the whole run follow the new end. Throws Error{invalidSetting}.
  void setEpochs(Index epochs);

  const TrainingConfig& config() const { return config_; }
  RunState state() const { return state_; }
  bool atRest() const { return !evaluating_ && batch_.empty(); }  // between two steps, nothing half done
  Index step() const { return step_; }                            // updates made
  // Training images used, all epochs together.
  Index imagesSeen() const { return epochsDone_ * imagesPerEpoch_ + imagesThisEpoch_; }
  Index imagesPerEpoch() const { return imagesPerEpoch_; }  // training images without the validation part
  Index batchSize() const { return batchSize_; }            // the one in use: at most imagesPerEpoch()
  Index epochsDone() const { return epochsDone_; }          // whole epochs trained
  // The epoch end whose weights a diverging run gets back.
  Index keptEpoch() const { return static_cast<Index>(insides_.size()); }
  Index bestEpoch() const { return earlyStopping_.bestEpoch(); }  // of the lowest validation loss; 0: none
  bool bestIsBack() const { return bestIsBack_; }                 // the network has that epoch's weights
  bool evaluating() const { return evaluating_; }
  const PixelScale& pixelScale() const { return pixelScale_; }
  const Network& network() const { return network_; }
  const std::vector<CurvePoint>& curve() const { return curve_; }
  const std::vector<EpochInsides>& insides() const { return insides_; }  // of epochs 1, 2, …
  // Of the last point of the curve; of the epoch whose weights are back, after they came back.
  const ConfusionMatrix& testConfusion() const { return testConfusion_; }
  // Of the last point of the curve, ten bytes a test image (see byte_scores.h); none when the network has
  // other weights by now.
  std::span<const std::uint8_t> testScores() const;

 private:
  Trainer(const TrainingConfig& config, const Dataset& train, const Dataset& test, const Split& split,
          ThreadPool& threads, const Dataset& drawings);

  double runPiece();
  void beginBatch();
  double trainBlock();
  double learningRate() const;  // of the next step
  double updateParameters();
  bool watchesStep() const;
  bool descendsAtOnce() const;
  double evaluateBlock();
  void recordPoint();
  EpochInsides insidesOfEpoch() const;
  void endEpoch(EpochInsides insides);
  void finish(RunState state);
  void diverge();
  void swapBest();
  bool pointIsDue() const;
  void exchangeState(StateArchive& archive);
  void exchangeHistory(StateArchive& archive);
  void expectConsistent() const;

  TrainingConfig config_;
  ThreadPool& threads_;
  PixelScale pixelScale_;
  Network network_;
  std::vector<ParameterView> parameters_;
  Index imagesPerEpoch_;
  Index batchSize_;
  Optimizer optimizer_;
  Batcher batcher_;
  Examination examination_;
  StepWatch stepWatch_;
  Index trainRows_;     // rows of one training block
  Index evaluateRows_;  // rows of one evaluation block
  GradientPass gradientPass_;
  Matrix x_;  // scratch: the inputs of one block
  Workspace workspace_;

  RunState state_ = RunState::training;
  bool evaluating_ = true;
  Index step_ = 0;
  Index imagesThisEpoch_ = 0;
  Index epochsDone_ = 0;
  std::span<const std::uint32_t> batch_;  // the batch under way; empty between batches
  std::size_t batchCursor_ = 0;           // rows of it already worked on
  double batchLossSum_ = 0;
  std::vector<CurvePoint> curve_;
  std::vector<EpochInsides> insides_;
  ConfusionMatrix testConfusion_;
  Index scoredStep_ = -1;   // of the examination's test scores
  ParameterSnapshot kept_;  // as they were at the end of keptEpoch()
  ConfusionMatrix keptConfusion_;
  EarlyStopping earlyStopping_;
  bool bestIsBack_ = false;  // earlyStopping_ then keeps the weights that training goes on from
};

}  // namespace ffnn
