// Learning-rate schedules: which part of the learning rate each step uses.
#pragma once

#include <string_view>

#include "ffnn/types.h"

namespace ffnn {

// t: the part of the run that is done, 0 … 1, counted from the end of the warm-up.
enum class ScheduleKind {
  constant,  // 1
  step,      // stepFactor to the power of the whole stepEpochs that have passed
  cosine,    // (1 + cos πt) / 2 (I. Loshchilov, F. Hutter, "SGDR", 2017, without restarts)
  oneCycle,  // up from 1/25 over the first 30 %, then down to 1/250,000, both as half cosines (L. Smith, N.
             // Topin, "Super-convergence", 2018, with PyTorch's shape)
};

std::string_view name(ScheduleKind kind);

// The inverse of name(). Throws Error{invalidSetting} for any other text.
ScheduleKind scheduleFromName(std::string_view text);

struct ScheduleConfig {
  ScheduleKind kind = ScheduleKind::constant;
  double warmUpEpochs =
      0;  // 0 … 10,000: so long the rate rises in a straight line to what the schedule begins with
  Index stepEpochs = 10;    // 1 … 10,000; step only
  double stepFactor = 0.1;  // above 0, at most 1; step only
};

// What the learning rate of a step is multiplied by, 0 … 1. step: updates made before it, 0 …;
// stepsPerEpoch: at least 1; epochs: where the run ends. The first step of a warm-up of w steps has 1 / (w +
// 1).
double learningRateFactor(const ScheduleConfig& schedule, Index step, Index stepsPerEpoch, Index epochs);

}  // namespace ffnn
