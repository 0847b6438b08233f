// Evaluation in pieces: no result may depend on how large they are.
#include "ffnn/evaluator.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "ffnn/loss.h"
#include "support/synthetic.h"
#include "support/textbook_training.h"

namespace ffnn {

namespace {

constexpr Index kCount = 100;

const Dataset& data() {
  static const Dataset images = test::makeDataset(kCount, 1);
  return images;
}

Network sampleNetwork() {
  Network network({.hidden = {12}});
  Rng rng(1);
  network.initialize(rng);
  return network;
}

struct Evaluation {
  double loss = 0;
  ConfusionMatrix confusion;
};

Evaluation evaluate(const Network& network, Evaluator& evaluator, Index rows) {
  Matrix x(rows, kPixels);
  Workspace workspace(network.config(), rows);
  while (!evaluator.done()) {
    REQUIRE(evaluator.advance(network, rows, x, workspace) >= 1);
  }
  return {evaluator.score().loss, evaluator.confusion()};
}

}  // namespace

TEST_CASE("an evaluation is the mean loss and the answers over all its images", "[evaluator]") {
  const Network network = sampleNetwork();
  Evaluator evaluator(data(), evenSample(kCount, kCount), PixelScale());
  const Evaluation result = evaluate(network, evaluator, 16);

  double loss = 0;
  std::uint32_t correct = 0;
  Workspace workspace(network.config(), 1);
  Matrix x(1, kPixels);
  for (Index i = 0; i < kCount; ++i) {
    PixelScale().apply(data().image(i), x.data());
    const Matrix logits = network.forward(x, workspace);
    const Label label = data().label(i);
    loss += crossEntropy(logits, std::span(&label, 1));
    correct += argmax(logits.row(0)) == label ? 1 : 0;
  }
  CHECK(result.loss == loss / kCount);
  CHECK(result.confusion.total() == kCount);
  CHECK(result.confusion.correct() == correct);
}

TEST_CASE("an evaluation is the same to the bit in pieces of any size", "[evaluator]") {
  // Losses of 1e-7, where the network is right, and of 20 at wrong labels: their sum is rounded, its order
  // matters.
  test::TextbookTraining training({.trainImages = kCount, .network = {.hidden = {12}}, .learningRate = 0.05},
                                  data());
  for (int step = 0; step < 300; ++step) {
    REQUIRE(training.step());
  }
  Network network = training.network();
  const std::vector<ParameterView> parameters = network.parameters();
  for (Scalar& weight : parameters[2].value) {
    weight *= 3;
  }
  const Dataset mislabelled = test::makeMislabelled(kCount, 1, 7);

  const Index rows = GENERATE(1, 2, 7, 33, 99, 100, 256);
  CAPTURE(rows);
  std::vector<std::uint32_t> often;
  for (std::uint32_t i = 0; i < 3000; ++i) {
    often.push_back(i % kCount);
  }
  Evaluator whole(mislabelled, often, PixelScale());
  Evaluator pieces(mislabelled, often, PixelScale());
  const Evaluation expected = evaluate(network, whole, 3000);
  const Evaluation result = evaluate(network, pieces, rows);
  CHECK(result.loss == expected.loss);
  for (Label truth = 0; truth < kClasses; ++truth) {
    for (Label prediction = 0; prediction < kClasses; ++prediction) {
      CHECK(result.confusion.count(truth, prediction) == expected.confusion.count(truth, prediction));
    }
  }
}

TEST_CASE("an evaluation measures the images it was given and no others", "[evaluator]") {
  const Network network = sampleNetwork();
  Evaluator evaluator(data(), {3, 50, 99}, PixelScale());
  const Evaluation result = evaluate(network, evaluator, 2);
  CHECK(result.confusion.total() == 3);
  for (Label truth = 0; truth < kClasses; ++truth) {
    std::ptrdiff_t found = 0;
    for (Label prediction = 0; prediction < kClasses; ++prediction) {
      found += result.confusion.count(truth, prediction);
    }
    const std::vector<Label> labels = {data().label(3), data().label(50), data().label(99)};
    CHECK(found == std::count(labels.begin(), labels.end(), truth));
  }
}

TEST_CASE("a restarted evaluation forgets what it measured", "[evaluator]") {
  const Network network = sampleNetwork();
  Evaluator evaluator(data(), evenSample(kCount, kCount), PixelScale());
  const Evaluation first = evaluate(network, evaluator, 40);
  evaluator.restart();
  CHECK_FALSE(evaluator.done());
  CHECK(evaluator.confusion().total() == 0);
  CHECK(evaluator.score().loss == 0);
  CHECK(evaluate(network, evaluator, 40).loss == first.loss);
}

TEST_CASE("the last piece holds what is left", "[evaluator]") {
  const Network network = sampleNetwork();
  Evaluator evaluator(data(), evenSample(kCount, kCount), PixelScale());
  Matrix x(64, kPixels);
  Workspace workspace(network.config(), 64);
  CHECK(evaluator.advance(network, 64, x, workspace) == 64);
  CHECK_FALSE(evaluator.done());
  CHECK(evaluator.advance(network, 64, x, workspace) == 36);
  CHECK(evaluator.done());
}

TEST_CASE("a non-finite network gives a non-finite loss", "[evaluator]") {
  Network network = sampleNetwork();
  network.parameters().back().value[3] = std::nanf("");
  Evaluator evaluator(data(), evenSample(kCount, kCount), PixelScale());
  CHECK_FALSE(std::isfinite(evaluate(network, evaluator, 30).loss));
}

TEST_CASE("a sample that is large enough is everything, in order", "[evaluator]") {
  // 60,000 is the largest set: 59,999 · 60,000 does not fit in 32 bits.
  const Index available = GENERATE(1, 100, 10'000, 46'342, 60'000);
  const Index count = available + GENERATE(0, 5);
  std::vector<std::uint32_t> all(static_cast<std::size_t>(available));
  std::iota(all.begin(), all.end(), 0U);
  CHECK(evenSample(available, count) == all);
}

TEST_CASE("a smaller sample is spread evenly", "[evaluator]") {
  CHECK(evenSample(10, 4) == std::vector<std::uint32_t>{0, 2, 5, 7});
  const std::vector<std::uint32_t> sample = evenSample(60'000, 10'000);
  REQUIRE(sample.size() == 10'000);
  for (std::size_t i = 0; i < sample.size(); ++i) {
    REQUIRE(sample[i] == 6 * i);
  }
  const std::vector<std::uint32_t> uneven = evenSample(25'000, 10'000);
  for (std::size_t i = 1; i < uneven.size(); ++i) {
    const std::uint32_t step = uneven[i] - uneven[i - 1];
    REQUIRE((step == 2 || step == 3));
  }
  CHECK(uneven.back() < 25'000);
}

}  // namespace ffnn
