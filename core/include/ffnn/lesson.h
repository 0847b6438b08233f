// Lesson: teaches a trained network somebody's own pictures, in a few seconds, without forgetting what it
// knows. It works on a copy: the run that the network comes from stays as it is, to the bit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/batcher.h"
#include "ffnn/dataset.h"
#include "ffnn/gradient_pass.h"
#include "ffnn/network.h"
#include "ffnn/optimizer.h"
#include "ffnn/thread_pool.h"
#include "ffnn/trainer.h"

namespace ffnn {

class Lesson {
 public:
  static constexpr Index kSteps = 250;  // of 100 pictures: one or two seconds for the usual network

  // run: whose weights the lesson starts from, with the training images and drawings that it was given; all
  // must outlive the lesson, run need not. own: the pictures to teach, with their classes, at least one;
  // every fifth row of a batch is a variant of one of them (see jitter.h), the others are what the run was
  // trained with, and outlines of its images where that was no drawing. Throws Error{wrongState} for no
  // picture.
  Lesson(const Trainer& run, const Dataset& train, const Dataset& drawings, const Dataset& own,
         ThreadPool& threads = callersThread());

  Lesson(const Lesson&) = delete;  // views into the network would point into the other's

  // Works until `flops` floating-point operations are done (at least a step), or nothing is left.
  void advance(double flops);

  Index step() const { return step_; }  // of kSteps
  bool done() const { return step_ == kSteps; }
  const Network& network() const { return network_; }

 private:
  void runStep();

  TrainingConfig config_;
  ThreadPool& threads_;
  Dataset mixed_;  // variants of the own pictures, and drawings, in the shares that batches need
  Network network_;
  std::vector<ParameterView> parameters_;
  Optimizer optimizer_;
  Batcher batcher_;
  Index rows_;  // of one block
  GradientPass gradientPass_;
  Matrix x_;
  Workspace workspace_;
  Index step_ = 0;
};

}  // namespace ffnn
