// Drawings among the rows of a batch: as many as asked for, and part of a run like everything else.
#include "ffnn/drawn_mix.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "ffnn/loss.h"
#include "ffnn/trainer.h"
#include "support/is_error.h"
#include "support/run_outcome.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

using test::isError;
using test::kUnlimited;
using test::RunOutcome;

namespace {

constexpr Index kImages = 120;

const Dataset& trainData() {
  static const Dataset images = test::makeDataset(kImages, 1);
  return images;
}

const Dataset& testData() {
  static const Dataset images = test::makeDataset(50, 2);
  return images;
}

// Every third one is none of the ten.
Dataset makeDrawings(Index count) {
  test::RawImages raw = test::makeImages(count, 3);
  for (std::size_t i = 0; i < raw.labels.size(); i += 3) {
    raw.labels[i] = kNoClass;
  }
  Dataset drawings;
  drawings.append({.count = count, .pixels = raw.pixels}, {.labels = raw.labels});
  return drawings;
}

const Dataset& drawings() {
  static const Dataset images = makeDrawings(60);
  return images;
}

TrainingConfig mixedConfig() {
  TrainingConfig config = test::withEverythingOn(test::smallConfig(kImages), OptimizerKind::adamW);
  config.drawnShare = 0.3;
  config.photoShare = 0.3;
  return config;
}

RunOutcome outcomeOf(const TrainingConfig& config, const Dataset& drawn,
                     ThreadPool& threads = callersThread()) {
  Trainer trainer(config, trainData(), testData(), threads, drawn);
  trainer.advance(kUnlimited);
  REQUIRE(trainer.state() == RunState::finished);
  return RunOutcome(trainer);
}

}  // namespace

TEST_CASE("a row is a drawing with the chance asked for, and whole: pixels and label", "[drawn_mix]") {
  constexpr Index kRows = 4000;
  const double share = GENERATE(0.0, 0.2, 0.9);
  CAPTURE(share);
  DrawnMix mix(drawings(), share, kRows, Rng(1, streams::kMix));
  Matrix x = Matrix::Constant(kRows, kPixels, Scalar(-1));
  std::vector<Label> labels(static_cast<std::size_t>(kRows), 99);
  mix.draw(kRows);
  // In two parts, as two threads would.
  mix.apply(0, PixelScale{}, x.topRows(kRows / 2), std::span(labels).first(kRows / 2));
  mix.apply(kRows / 2, PixelScale{}, x.bottomRows(kRows / 2), std::span(labels).last(kRows / 2));
  double drawn = 0;
  for (Index i = 0; i < kRows; ++i) {
    const bool isDrawn = x(i, 0) >= 0;
    CHECK(isDrawn == (labels[static_cast<std::size_t>(i)] != 99));
    CHECK(isDrawn == (x.row(i).minCoeff() >= 0));
    drawn += isDrawn ? 1 : 0;
  }
  CHECK(drawn / static_cast<double>(kRows) == Approx(share).margin(0.03));
}

TEST_CASE("a run with drawings is another run, the same to the bit every time and on every number of threads",
          "[drawn_mix][determinism]") {
  const RunOutcome mixed = outcomeOf(mixedConfig(), drawings());
  TrainingConfig plain = mixedConfig();
  plain.drawnShare = 0;
  TrainingConfig withoutPhotos = mixedConfig();
  withoutPhotos.photoShare = 0;
  CHECK_FALSE(mixed == outcomeOf(withoutPhotos, drawings()));
  CHECK_FALSE(mixed == outcomeOf(plain, drawings()));
  CHECK(outcomeOf(plain, drawings()) == outcomeOf(plain, noImages()));
  ThreadPool pool(std::min(Index{3}, ThreadPool::available()));  // one in a build without threads
  CHECK(outcomeOf(mixedConfig(), drawings(), pool) == mixed);
}

TEST_CASE("a run with drawings goes on from a checkpoint bit for bit, with those it began with",
          "[drawn_mix][checkpoint]") {
  const RunOutcome whole = outcomeOf(mixedConfig(), drawings());
  Dataset growing = makeDrawings(60);
  Trainer first(mixedConfig(), trainData(), testData(), callersThread(), growing);
  first.advance(kUnlimited, 5);
  Trainer second(first.checkpoint(), trainData(), testData(), callersThread(), growing);
  const test::RawImages more = test::makeImages(10, 4);
  growing.append({.count = 10, .pixels = more.pixels}, {.labels = more.labels});
  second.advance(kUnlimited);
  CHECK(RunOutcome(second) == whole);
}

TEST_CASE("without drawings there is no run with a share of them", "[drawn_mix]") {
  CHECK_THROWS_MATCHES(Trainer(mixedConfig(), trainData(), testData()), Error,
                       isError(ErrorCode::wrongState, "no drawings are loaded"));
}

TEST_CASE("none of the ten is taught as ten equal chances", "[drawn_mix][loss]") {
  Matrix logits(2, kClasses);
  logits.row(0).setLinSpaced(-1, 2);
  logits.row(1) = logits.row(0);
  const std::vector<Label> labels = {kNoClass, 4};
  Matrix gradient(2, kClasses);
  Matrix smoothed(2, kClasses);
  const std::vector<Label> any = {7, 4};
  const double noClass = crossEntropyWithGradient(logits.topRows(1), std::span(labels).first(1), Scalar(0.1),
                                                  1, gradient.topRows(1));
  const double uniform =
      crossEntropyWithGradient(logits.topRows(1), std::span(any).first(1), 1, 1, smoothed.topRows(1));
  CHECK(noClass == Approx(uniform));
  CHECK((gradient.row(0) - smoothed.row(0)).cwiseAbs().maxCoeff() < 1e-6);
  CHECK(std::abs(gradient.row(0).sum()) < 1e-6);
  // A row of its own leaves the one beside it alone.
  const double both = crossEntropyWithGradient(logits, labels, Scalar(0.1), 1, gradient);
  const double alone = crossEntropyWithGradient(logits.bottomRows(1), std::span(labels).last(1), Scalar(0.1),
                                                1, smoothed.bottomRows(1));
  CHECK(both == Approx(noClass + alone));
  CHECK(gradient.row(1) == smoothed.row(1));
}

}  // namespace ffnn
