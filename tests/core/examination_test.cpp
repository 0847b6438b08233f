// An examination is what its evaluators would find one by one, in pieces of any size.
#include "ffnn/examination.h"

#include <catch2/catch.hpp>

#include "support/synthetic.h"

namespace ffnn {

namespace {

constexpr Index kTrainImages = 80;
constexpr Index kTestImages = 30;

// The score of these images alone.
Score scoreOf(const Network& network, const Dataset& data, const std::vector<std::uint32_t>& images) {
  const auto rows = static_cast<Index>(images.size());
  Evaluator evaluator(data, images, PixelScale());
  Matrix x(rows, kPixels);
  Workspace workspace(network.config(), rows);
  evaluator.advance(network, rows, x, workspace);
  return evaluator.score();
}

}  // namespace

TEST_CASE("an examination finds every set's score, whatever the pieces", "[examination]") {
  const Dataset train = test::makeDataset(kTrainImages, 1);
  const Dataset test = test::makeDataset(kTestImages, 2);
  const double share = GENERATE(0.0, 0.25);
  const Index rows = GENERATE(1, 7, 100);
  const Split split = splitByClass(train, kTrainImages, share, Rng(1));
  Network network({.hidden = {6}});
  Rng rng(3);
  network.initialize(rng);
  Matrix x(rows, kPixels);
  Workspace workspace(network.config(), rows);
  Examination examination(train, split, {}, test, PixelScale(), network.config());
  for (int time = 0; time < 2; ++time) {
    Index measured = 0;
    while (!examination.done()) {
      measured += examination.advance(network, rows, x, workspace, callersThread());
    }
    CHECK(measured == kTrainImages + kTestImages);
    const CurvePoint point = examination.point(1.5);
    CHECK(point.epoch == 1.5);
    CHECK(point.train.loss == scoreOf(network, train, split.training).loss);
    CHECK(point.test.loss == scoreOf(network, test, evenSample(kTestImages, kTestImages)).loss);
    CHECK(point.validation.has_value() == (share > 0));
    if (point.validation) {
      CHECK(point.validation->loss == scoreOf(network, train, split.validation).loss);
    }
    CHECK(examination.testConfusion().total() == kTestImages);
    CHECK(examination.testScores().size() == kTestImages * kClasses);
    CHECK(examination.flatShares().size() == 1);
    examination.restart();
    CHECK_FALSE(examination.done());
  }
}

}  // namespace ffnn
