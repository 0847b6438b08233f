// Examination: measures a network on all sets of a run, with the weights of one moment, in pieces of one
// block of rows: a point of the curves.
#pragma once

#include <cstdint>
#include <vector>

#include "ffnn/curve.h"
#include "ffnn/evaluator.h"
#include "ffnn/insides.h"
#include "ffnn/split.h"

namespace ffnn {

class Examination {
 public:
  // Of the training part at most 10,000 images, evenly spread, are measured; of the other sets every image.
  // No validation part: no validation score. The data sets must outlive the examination.
  // labels: those that the training part is taught with, and measured against.
  Examination(const Dataset& train, const Split& split, const ShuffledLabels& labels, const Dataset& test,
              const PixelScale& scale, const NetworkConfig& network);

  // Forgets everything measured.
  void restart();

  // Measures the next rows at most; see Evaluator. Returns the rows done.
  Index advance(const Network& network, Index rows, Matrix& x, Workspace& workspace, ThreadPool& threads);

  bool done() const { return train_.done() && validation_.done() && test_.done(); }

  // What was found, once done().
  CurvePoint point(double epoch) const;
  const ConfusionMatrix& testConfusion() const { return test_.confusion(); }
  const std::vector<std::uint8_t>& testScores() const {
    return testScores_;
  }                                                                       // ten an image, see byte_scores.h
  std::vector<double> flatShares() const { return units_.flatShares(); }  // over the training images measured

 private:
  bool validates_;
  Evaluator train_;
  Evaluator validation_;  // of no images when there is no validation part
  Evaluator test_;
  UnitWatch units_;
  std::vector<std::uint8_t> testScores_;
};

}  // namespace ffnn
