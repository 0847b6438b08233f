// Shuffled labels: dealt out anew, the same for a seed, and a network that learns them does so by heart.
#include "ffnn/shuffled_labels.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "ffnn/evaluator.h"
#include "ffnn/trainer.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

namespace {

std::vector<Label> labelsOf(const ShuffledLabels& shuffled, const Dataset& data,
                            const std::vector<std::uint32_t>& images) {
  std::vector<Label> labels;
  for (const std::uint32_t image : images) {
    labels.push_back(data.label(static_cast<Index>(image)));
  }
  shuffled.apply(images, labels);
  return labels;
}

}  // namespace

TEST_CASE("shuffled labels are the images' own, dealt out anew", "[shuffled_labels]") {
  const Dataset data = test::makeDataset(60, 1);
  const std::vector<std::uint32_t> images = evenSample(60, 45);
  std::vector<Label> own = labelsOf({}, data, images);
  std::vector<Label> dealt = labelsOf(ShuffledLabels(data, images, Rng(1)), data, images);
  CHECK(dealt != own);
  CHECK(dealt == labelsOf(ShuffledLabels(data, images, Rng(1)), data, images));
  CHECK(dealt != labelsOf(ShuffledLabels(data, images, Rng(2)), data, images));
  std::sort(own.begin(), own.end());
  std::sort(dealt.begin(), dealt.end());
  CHECK(dealt == own);
}

TEST_CASE("what is learned of shuffled labels says nothing of the test images", "[shuffled_labels]") {
  const Dataset train = test::makeDataset(60, 1);
  const Dataset test = test::makeDataset(60, 1);  // the same images, with their own labels
  TrainingConfig config = test::smallConfig(60);
  config.network.hidden = {64};
  config.epochs = 200;
  config.learningRate = 0.1;
  config.shuffledLabels = true;
  Trainer trainer(config, train, test);
  trainer.advance(test::kUnlimited);
  CHECK(trainer.curve().back().train.accuracy > 0.95);
  CHECK(trainer.curve().back().test.accuracy < 0.4);
}

}  // namespace ffnn
