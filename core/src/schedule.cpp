#include "ffnn/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "ffnn/names.h"

namespace ffnn {
namespace {

constexpr std::array kNames{
    Named{ScheduleKind::constant, "constant"},
    Named{ScheduleKind::step, "step"},
    Named{ScheduleKind::cosine, "cosine"},
    Named{ScheduleKind::oneCycle, "one-cycle"},
};

constexpr double kOneCycleRise = 0.3;
constexpr double kOneCycleStart = 1.0 / 25;
constexpr double kOneCycleEnd = kOneCycleStart / 1e4;

// (1 + cos πt) / 2 = 1 − sin²(πt/2) for t from 0 to 1. By the power series, to 10⁻¹³: the C libraries'
// cosines differ in the last bit.
double halfCosine(double t) {
  const double x = t * (std::numbers::pi / 2);
  const double square = x * x;
  double sine = 0;
  for (int n = 19; n >= 1; n -= 2) {  // Horner's scheme: sin x = x (1 − x²/(2·3) (1 − x²/(4·5) (1 − …)))
    sine = 1 - sine * square / ((n + 1) * (n + 2));
  }
  sine *= x;
  return std::max(0.0, 1 - sine * sine);
}

double shape(const ScheduleConfig& schedule, double t, Index wholeSteps) {
  switch (schedule.kind) {
    case ScheduleKind::constant:
      return 1;
    case ScheduleKind::step: {
      double factor = 1;
      for (Index i = 0; i < wholeSteps; ++i) {  // not pow: the C libraries differ
        factor *= schedule.stepFactor;
      }
      return factor;
    }
    case ScheduleKind::cosine:
      return halfCosine(t);
    case ScheduleKind::oneCycle:
      return t < kOneCycleRise
                 ? 1 - (1 - kOneCycleStart) * halfCosine(t / kOneCycleRise)
                 : kOneCycleEnd + (1 - kOneCycleEnd) * halfCosine((t - kOneCycleRise) / (1 - kOneCycleRise));
  }
  return 1;
}

}  // namespace

std::string_view name(ScheduleKind kind) { return nameIn(kNames, kind); }

ScheduleKind scheduleFromName(std::string_view text) { return valueIn(kNames, "schedule", text); }

double learningRateFactor(const ScheduleConfig& schedule, Index step, Index stepsPerEpoch, Index epochs) {
  const auto perEpoch = static_cast<double>(stepsPerEpoch);
  const double warmUpSteps = std::floor(schedule.warmUpEpochs * perEpoch + 0.5);
  const double after = std::max(0.0, static_cast<double>(step) - warmUpSteps);
  const double left = std::max(1.0, static_cast<double>(epochs) * perEpoch - warmUpSteps);
  const auto wholeSteps = static_cast<Index>(after / (perEpoch * static_cast<double>(schedule.stepEpochs)));
  const double warmUp = std::min(1.0, (static_cast<double>(step) + 1) / (warmUpSteps + 1));
  return warmUp * shape(schedule, std::min(1.0, after / left), wholeSteps);
}

}  // namespace ffnn
