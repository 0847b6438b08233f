// Teaching a trained network pictures of one's own: it learns them, keeps what it knew, and leaves the run
// alone.
#include "ffnn/lesson.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "ffnn/jitter.h"
#include "ffnn/metrics.h"
#include "support/is_error.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

using test::isError;
using test::kUnlimited;

namespace {

constexpr Index kImages = 300;

// A bright T or L: nothing like the images that the network has learned. Of each `count` / 2 variants.
Dataset letters(Index count, std::uint32_t seed) {
  constexpr Label kT = 3;
  constexpr Label kL = 7;
  Rng rng(seed);
  Dataset data;
  for (Index i = 0; i < count; ++i) {
    const Label letter = i % 2 == 0 ? kT : kL;
    std::vector<std::uint8_t> pixels(kPixels);
    for (Index along = 0; along < kImageSize; ++along) {
      for (Index across = 0; across < 6; ++across) {
        const Index barRow = letter == kT ? across : kImageSize - 1 - across;
        const Index stemColumn = letter == kT ? 11 + across : across;
        pixels[static_cast<std::size_t>(barRow * kImageSize + along)] = 220;
        pixels[static_cast<std::size_t>(along * kImageSize + stemColumn)] = 220;
      }
    }
    const auto variant = jittered(pixels, rng);
    data.append({.count = 1, .pixels = variant}, {.labels = std::span(&letter, 1)});
  }
  return data;
}

double accuracyOn(const Network& network, const PixelScale& scale, const Dataset& data) {
  std::vector<std::uint32_t> all(static_cast<std::size_t>(data.size()));
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = static_cast<std::uint32_t>(i);
  }
  Matrix x(data.size(), kPixels);
  std::vector<Label> labels(all.size());
  data.gather(all, scale, x, labels);
  Workspace workspace(network.config(), data.size());
  const ConstMatrixRef logits = network.forward(x, workspace);
  double right = 0;
  for (Index i = 0; i < data.size(); ++i) {
    right += argmax(logits.row(i)) == labels[static_cast<std::size_t>(i)] ? 1 : 0;
  }
  return right / static_cast<double>(data.size());
}

}  // namespace

TEST_CASE("a lesson teaches pictures and their like, and what was known stays known", "[lesson]") {
  const Dataset train = test::makeDataset(kImages, 1);
  const Dataset test = test::makeDataset(100, 2);
  TrainingConfig config = test::smallConfig(kImages);
  config.network.hidden = {32};
  config.epochs = 8;
  Trainer run(config, train, test);
  run.advance(kUnlimited);
  const std::string before = run.network().parameterHash();
  const Dataset own = letters(6, 1);
  const Dataset others = letters(60, 2);
  Lesson lesson(run, train, noImages(), own);
  CHECK(lesson.network().parameterHash() == before);
  const double known = accuracyOn(run.network(), run.pixelScale(), test);
  const double strange = accuracyOn(run.network(), run.pixelScale(), others);
  lesson.advance(1);
  CHECK(lesson.step() == 1);
  lesson.advance(kUnlimited);
  CHECK(lesson.done());
  CHECK(run.network().parameterHash() == before);
  CHECK(accuracyOn(lesson.network(), run.pixelScale(), others) > strange + 0.4);
  CHECK(accuracyOn(lesson.network(), run.pixelScale(), test) > known - 0.05);
}

TEST_CASE("a lesson is the same to the bit, in one go or in pieces, on every number of threads",
          "[lesson][determinism]") {
  const Dataset train = test::makeDataset(kImages, 1);
  const Dataset test = test::makeDataset(50, 2);
  TrainingConfig config = test::withEverythingOn(test::smallConfig(kImages), OptimizerKind::nesterov);
  config.drawnShare = 0.2;
  const Dataset drawings = test::makeDataset(50, 3);
  Trainer run(config, train, test, callersThread(), drawings);
  run.advance(kUnlimited);
  const Dataset own = letters(3, 1);
  Lesson whole(run, train, drawings, own);
  whole.advance(kUnlimited);
  ThreadPool pool(std::min(Index{3}, ThreadPool::available()));  // one in a build without threads
  Lesson pieces(run, train, drawings, own, pool);
  while (!pieces.done()) {
    pieces.advance(1);
  }
  CHECK(pieces.network().parameterHash() == whole.network().parameterHash());
}

TEST_CASE("without a picture there is no lesson", "[lesson]") {
  const Dataset train = test::makeDataset(50, 1);
  const Dataset test = test::makeDataset(50, 2);
  const Trainer run(test::smallConfig(50), train, test);
  CHECK_THROWS_MATCHES(Lesson(run, train, noImages(), noImages()), Error,
                       isError(ErrorCode::wrongState, "no picture to teach"));
}

}  // namespace ffnn
