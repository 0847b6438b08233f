// Learning-rate schedules at their landmarks, and against the formula.
#include "ffnn/schedule.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "support/is_error.h"

namespace ffnn {

using test::isError;

namespace {

constexpr Index kStepsPerEpoch = 50;
constexpr Index kEpochs = 20;
constexpr Index kSteps = kStepsPerEpoch * kEpochs;

double factorAt(const ScheduleConfig& schedule, Index step) {
  return learningRateFactor(schedule, step, kStepsPerEpoch, kEpochs);
}

}  // namespace

TEST_CASE("a constant schedule is exactly 1", "[schedule]") {
  for (const Index step : {0, 1, 500, 999, 5000}) {
    CHECK(factorAt({}, step) == 1);
  }
}

TEST_CASE("a step schedule multiplies after each so many epochs", "[schedule]") {
  const ScheduleConfig schedule{.kind = ScheduleKind::step, .stepEpochs = 5, .stepFactor = 0.5};
  CHECK(factorAt(schedule, 0) == 1);
  CHECK(factorAt(schedule, 5 * kStepsPerEpoch - 1) == 1);
  CHECK(factorAt(schedule, 5 * kStepsPerEpoch) == 0.5);
  CHECK(factorAt(schedule, 10 * kStepsPerEpoch) == 0.25);
  CHECK(factorAt(schedule, kSteps - 1) == 0.125);
}

TEST_CASE("a cosine schedule falls from 1 to 0 over the run", "[schedule]") {
  const ScheduleConfig schedule{.kind = ScheduleKind::cosine};
  CHECK(factorAt(schedule, 0) == 1);
  CHECK(factorAt(schedule, kSteps) < 1e-12);
  for (Index step = 0; step < kSteps; step += 37) {
    const double t = static_cast<double>(step) / kSteps;
    CHECK(factorAt(schedule, step) == Approx((1 + std::cos(std::numbers::pi * t)) / 2).margin(1e-12));
  }
}

TEST_CASE("one cycle rises from 1/25 over three tenths, then falls to next to nothing", "[schedule]") {
  const ScheduleConfig schedule{.kind = ScheduleKind::oneCycle};
  CHECK(factorAt(schedule, 0) == Approx(1.0 / 25));
  CHECK(factorAt(schedule, 150) == Approx(0.52));
  CHECK(factorAt(schedule, 300) == Approx(1));
  CHECK(factorAt(schedule, 650) == Approx(0.5).epsilon(1e-4));
  CHECK(factorAt(schedule, kSteps) == Approx(4e-6));
}

TEST_CASE("every schedule can begin with a straight rise, and then starts anew", "[schedule]") {
  const ScheduleKind kind =
      GENERATE(ScheduleKind::constant, ScheduleKind::step, ScheduleKind::cosine, ScheduleKind::oneCycle);
  CAPTURE(name(kind));
  const ScheduleConfig schedule{.kind = kind, .warmUpEpochs = 2, .stepEpochs = 3};
  const double full = factorAt({.kind = kind, .stepEpochs = 3}, 0);
  CHECK(factorAt(schedule, 0) == Approx(full / 101));
  CHECK(factorAt(schedule, 49) == Approx(full * 50 / 101));
  CHECK(factorAt(schedule, 100) == Approx(full));
  // What comes after is the schedule over the steps that are left.
  for (const Index step : {100, 333, 800, 1000}) {
    const double shape =
        learningRateFactor({.kind = kind, .stepEpochs = 3}, step - 100, kStepsPerEpoch, kEpochs - 2);
    CHECK(factorAt(schedule, step) == Approx(shape).margin(1e-12));
  }
}

TEST_CASE("factors stay within 0 and 1, past the end and in a warm-up longer than the run", "[schedule]") {
  const ScheduleKind kind =
      GENERATE(ScheduleKind::constant, ScheduleKind::step, ScheduleKind::cosine, ScheduleKind::oneCycle);
  for (const double warmUp : {0.0, 0.01, 0.5, 20.0, 10'000.0}) {
    for (const Index step : {0, 1, 999, 1000, 1001, 100'000}) {
      const double factor = factorAt({.kind = kind, .warmUpEpochs = warmUp}, step);
      CHECK(factor >= 0);
      CHECK(factor <= 1);
    }
  }
}

TEST_CASE("schedule names are read back, others are refused", "[schedule]") {
  for (const ScheduleKind kind :
       {ScheduleKind::constant, ScheduleKind::step, ScheduleKind::cosine, ScheduleKind::oneCycle}) {
    CHECK(scheduleFromName(name(kind)) == kind);
  }
  CHECK_THROWS_MATCHES(scheduleFromName("linear"), Error,
                       isError(ErrorCode::invalidSetting, "schedule", "one-cycle", "\"linear\""));
}

}  // namespace ffnn
