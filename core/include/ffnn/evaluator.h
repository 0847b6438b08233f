// Evaluator: loss, accuracy and confusion matrix over a set of images, in pieces of one block of rows, so
// that a long evaluation can be interleaved with other work. Sums are added in row order: no result depends
// on the pieces.
#pragma once

#include <vector>

#include "ffnn/curve.h"
#include "ffnn/dataset.h"
#include "ffnn/insides.h"
#include "ffnn/metrics.h"
#include "ffnn/network.h"
#include "ffnn/shuffled_labels.h"
#include "ffnn/thread_pool.h"

namespace ffnn {

class Evaluator {
 public:
  // images: which images of data are measured, scaled by scale, and against which labels. data must outlive
  // the evaluator.
  Evaluator(const Dataset& data, std::vector<std::uint32_t> images, const PixelScale& scale,
            ShuffledLabels labels = {});

  // Forgets everything measured.
  void restart();

  // Measures the next rows at most; x and workspace are scratch space with room for them. Returns the rows
  // done. units: is shown all of them, if given; scores: ten bytes a row are appended to it (see
  // byte_scores.h), if given.
  Index advance(const Network& network, Index rows, Matrix& x, Workspace& workspace,
                ThreadPool& threads = callersThread(), UnitWatch* units = nullptr,
                std::vector<std::uint8_t>* scores = nullptr);

  bool done() const { return cursor_ == images_.size(); }

  // What was measured since restart(); whole only when done().
  Score score() const;
  const ConfusionMatrix& confusion() const { return confusion_; }

 private:
  void measureRows(const Network& network, std::span<const std::uint32_t> block, Range rows, Matrix& x,
                   Workspace& workspace);

  const Dataset& data_;
  std::vector<std::uint32_t> images_;
  PixelScale scale_;
  ShuffledLabels taught_;
  std::vector<Label> labels_;   // of the block being measured
  std::vector<double> losses_;  // of its rows
  std::size_t cursor_ = 0;
  double lossSum_ = 0;
  double lossSquares_ = 0;
  ConfusionMatrix confusion_;
};

// count image numbers spread evenly over 0 … available − 1, or all of them when there are no more than count.
std::vector<std::uint32_t> evenSample(Index available, Index count);

}  // namespace ffnn
