// Session: everything the page can ask of the core, as one plain C++ class. One instance a worker. It owns
// the data and the run; it does no timing, no scheduling and no input/output. Every method may throw Error.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "ffnn/dataset.h"
#include "ffnn/drawing.h"
#include "ffnn/gradient_check.h"
#include "ffnn/lesson.h"
#include "ffnn/thread_pool.h"
#include "ffnn/trainer.h"
#include "ffnn/verdict.h"

namespace ffnn {

// Where a run stands.
struct Progress {
  std::string state;          // "training", "finished", "stopped" or "diverged"; see RunState
  bool evaluating = false;    // measuring a point of the curves right now
  double step = 0;            // updates made
  double epochsDone = 0;      // whole epochs
  double imagesSeen = 0;      // training images used, all epochs together
  double imagesPerEpoch = 0;  // training images without the validation part
  double epochs = 0;          // where the run ends
  double batchSize = 0;       // the one in use
  double keptEpoch = 0;       // the epoch end whose weights a diverging run gets back
  double bestEpoch = 0;       // of the lowest validation loss; 0: none
  bool bestIsBack = false;    // the network has that epoch's weights
  bool atRest = false;        // between two steps: can be saved
  double curvePoints = 0;     // how many there are; see Session::curve
};

struct ThreadCounts {
  double inUse = 1;
  double most = 1;  // what this build and this machine can give
};

struct DataCounts {
  double train = 0;
  double test = 0;
  double drawings = 0;
};

// One image of the data set.
struct ImageData {
  std::vector<std::uint8_t> pixels;  // 784
  double label = 0;                  // 0 … 9
};

// How far a lesson has come.
struct LessonProgress {
  double step = 0;
  double steps = 0;
};

// What the network says of a picture.
struct Answer {
  std::vector<float> scores;  // 10 class probabilities; empty without a run or anything to classify
  bool unlike = false;        // they are no answer: it does not look like any of the ten, see ffnn/unlike.h
};

// A drawing as rendered, as the network gets it, and what the network says of it.
struct DrawingData {
  std::string content;  // "drawn", or why there is nothing to classify: "blank", "too-small", "uniform"
  std::vector<std::uint8_t> picture;  // 560 × 560
  std::vector<std::uint32_t> box;     // of what was fitted: left, top, width, height; empty: nothing was
  std::vector<std::uint8_t> seen;     // 784
  Answer answer;
};

class Session {
 public:
  // set: "train" or "test".
  void reserveImages(const std::string& set, Index count);

  // images, labels: one pair of whole IDX files, appended to the set. All or nothing.
  void addImages(const std::string& set, const std::vector<std::uint8_t>& images,
                 const std::vector<std::uint8_t>& labels);

  // Appends drawings to those that TrainingConfig::drawnShare mixes in. pixels: 784 grey levels each, as the
  // pad gives them; labels: one each, 0 … 9, or 10 for none of the ten. All or nothing.
  void addDrawings(const std::vector<std::uint8_t>& pixels, const std::vector<std::uint8_t>& labels);

  // How many threads work from now on: 1 … threadCounts().most. No result depends on it.
  void setThreads(Index count);
  ThreadCounts threadCounts() const;

  DataCounts dataCounts() const;
  ImageData image(const std::string& set, Index index) const;

  // Starts a new run from its seed. The one before is kept for bringBack() if it has made a step; what was
  // kept until then is dropped. Nothing changes when config is refused.
  Progress createRun(const TrainingConfig& config);

  // The same run from the start again; the one before is kept as by createRun().
  Progress resetRun();

  // The run that createRun() or resetRun() replaced and the present one change places.
  Progress bringBack();

  // Works for about `flops` floating-point operations, at most until `stopAtStep` updates are made (see
  // Trainer).
  Progress advance(double flops, double stopAtStep);

  // Trains a run of its own for about `flops` operations beyond its first point, and throws it away: whoever
  // times this knows how fast the machine would train config, apart from measuring. Of config at most 1,000
  // images are used. Returns how far it got, at least one step; the present run is not touched.
  Progress tryOut(const TrainingConfig& config, double flops) const;

  Progress setEpochs(Index epochs);
  Progress progress() const;

  // Points `from`, `from` + 1, … of the curves, seven numbers each: epoch, training loss, training accuracy,
  // test loss, test accuracy, validation loss, validation accuracy; the last two NaN without a validation
  // part.
  std::vector<double> curve(Index from) const;

  // Insides (see ffnn/insides.h) of epochs `from` + 1, `from` + 2, …: for each layer from the input side, the
  // output layer included, three numbers: gradient norm, update ratio, flat share.
  std::vector<double> insides(Index from) const;

  Verdict verdict() const;

  // 100 counts, row = true class, column = predicted class: the test images with the weights in use.
  std::vector<double> testConfusion() const;

  // The hash of all weights and biases; equal runs have equal hashes.
  std::string parameterHash() const;

  // The whole state of the run; see Trainer::checkpoint, which says when there is none.
  Checkpoint checkpoint();

  // Makes the run of a checkpoint the current one; the one before is kept as by createRun().
  Progress restoreRun(Checkpoint checkpoint);

  // What the network says of 784 grey levels; of several pictures of one thing (8 at most), 784 each, the
  // mean of what it says of each. isOwn: a drawing or photo of one's own, which may face either way; a
  // network that was trained with mirrored images then gives the mean of what it says of both.
  Answer classifyPixels(const std::vector<std::uint8_t>& pixels, bool isOwn) const;
  // Ten class probabilities of a test image.
  std::vector<float> classifyTestImage(Index index) const;

  // Begins to teach pictures of one's own to a copy of the network; see ffnn/lesson.h. pixels: 784 grey
  // levels each; labels: one each, 0 … 9; at least one picture. Once the lesson has ended, that copy answers
  // to pictures of one's own, until the run moves or another one takes its place.
  LessonProgress beginLesson(const std::vector<std::uint8_t>& pixels,
                             const std::vector<std::uint8_t>& labels);
  // Works for about `flops` floating-point operations, at least a step. Throws Error{wrongState} without a
  // lesson.
  LessonProgress advanceLesson(double flops);
  // The network of the run answers again.
  void forgetLesson();

  // The numbers of the five training images, of those that a run uses or of all without one, that 784 grey
  // levels look most like; see ffnn/neighbours.h. About 50 million multiplications for 60,000.
  std::vector<std::uint32_t> nearestTrainingImages(const std::vector<std::uint8_t>& pixels) const;

  // Ten scores in 255ths (see byteScores), with the weights in use, for each of as many test images from
  // `first` on as are worth one call (rowsPerBlock of the forward pass), at least one.
  std::vector<std::uint8_t> testScores(Index first) const;

  // The same of all test images, at no cost: of the last point of the curves. Empty when the network has
  // other weights by now.
  std::vector<std::uint8_t> lastTestScores() const;

  // Which pixels the answer to a test image hangs on: the gradient of the winning logit with respect to each
  // (784 numbers; a pixel counts from 0 to 1).
  std::vector<float> saliency(Index testImage) const;

  // The 784 weights of each of `count` units of the first layer from unit `first` on.
  std::vector<float> unitWeights(Index first, Index count) const;

  // See ffnn/gradient_check.h; by the names of the settings. Needs no run.
  GradientCheck checkGradient(const std::string& activation, const std::string& gradient,
                              Index hiddenLayers) const;

  // strokes: see decodeStrokes. baseImage: number of a test image to draw on, or −1 for an empty pad.
  DrawingData classifyDrawing(const std::vector<float>& strokes, Index baseImage) const;

 private:
  Dataset& dataset(const std::string& set);
  const Dataset& dataset(const std::string& set) const;
  std::span<const std::uint8_t> testPixels(Index index) const;
  Trainer& run() const;
  void replaceRun(std::unique_ptr<Trainer> next);
  std::vector<float> classify(const Network& network, std::span<const std::uint8_t> pixels) const;
  const Network& networkForOwn() const;
  Answer answerTo(std::span<const std::uint8_t> pixels, bool isOwn) const;

  std::unique_ptr<ThreadPool> threads_ = std::make_unique<ThreadPool>();
  Dataset train_;
  Dataset test_;
  Dataset drawings_;
  Dataset own_;  // what the lesson teaches
  std::unique_ptr<Trainer> run_;
  std::unique_ptr<Lesson> lesson_;
  Index lessonStep_ = 0;                  // of the run, when the lesson began
  std::unique_ptr<Trainer> replacedRun_;  // the last one before it that had made a step, if any
};

}  // namespace ffnn
