// The curves of a run: how good the network was at certain moments. All sets are measured the same way, with
// the weights of that moment and without dropout.
#pragma once

#include <cmath>
#include <optional>

#include "ffnn/types.h"

namespace ffnn {

// One set at one moment.
struct Score {
  double loss = 0;       // mean cross-entropy, without label smoothing
  double accuracy = 0;   // 0 … 1
  double lossError = 0;  // standard error of loss: deviation of the single losses / √images
  Index images = 0;      // how many were measured

  // Standard error of accuracy, by the binomial distribution.
  double accuracyError() const {
    return images > 0 ? std::sqrt(accuracy * (1 - accuracy) / static_cast<double>(images)) : 0.0;
  }
};

struct CurvePoint {
  double epoch = 0;                 // 0 before the first step; fractional for a point inside the first epoch
  Score train;                      // a fixed, evenly spread sample of at most 10,000 training images
  Score test;                       // all test images
  std::optional<Score> validation;  // all images set aside, if any
};

}  // namespace ffnn
