// The validation part, early stopping, and the best weights coming back.
#include <algorithm>
#include <catch2/catch.hpp>

#include "ffnn/trainer.h"
#include "support/is_error.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

using test::isError;
using test::kUnlimited;

namespace {

constexpr Index kImages = 200;

// A quarter of the labels are wrong: the validation loss has a lowest point early in a run.
const Dataset& trainData() {
  static const Dataset images = test::makeMislabelled(kImages, 1, 4);
  return images;
}

const Dataset& testData() {
  static const Dataset images = test::makeDataset(100, 2);
  return images;
}

TrainingConfig overfittingConfig() {
  TrainingConfig config = test::smallConfig(kImages);
  config.network.hidden = {32};
  config.epochs = 40;
  config.validationShare = 0.2;
  return config;
}

Trainer finished(const TrainingConfig& config) {
  Trainer trainer(config, trainData(), testData());
  trainer.advance(kUnlimited);
  return trainer;
}

Index epochOfLowestValidationLoss(const Trainer& trainer) {
  const auto lowest =
      std::min_element(trainer.curve().begin() + 1, trainer.curve().end(),
                       [](const auto& a, const auto& b) { return a.validation->loss < b.validation->loss; });
  return static_cast<Index>(lowest->epoch);
}

}  // namespace

TEST_CASE("images of the validation part are measured and not trained on", "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  config.epochs = 2;
  const Trainer trainer = finished(config);
  const Index aside = trainer.curve().front().validation->images;
  CHECK(std::abs(static_cast<double>(aside) - 40) <= 5);
  CHECK(trainer.imagesPerEpoch() == kImages - aside);
  CHECK(trainer.imagesSeen() == 2 * (kImages - aside));
  CHECK(trainer.curve().front().train.images == kImages - aside);
  for (const CurvePoint& point : trainer.curve()) {
    CHECK(point.validation->loss > 0);
    CHECK(point.validation->loss != point.test.loss);
  }
}

TEST_CASE("without a validation part there is no validation curve, and patience is off",
          "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  config.validationShare = 0;
  const Trainer plain = finished(config);
  config.patience = 1;
  config.restoreBest = true;
  const Trainer patient = finished(config);
  CHECK_FALSE(plain.curve().back().validation.has_value());
  CHECK(plain.bestEpoch() == 0);
  CHECK(patient.state() == RunState::finished);
  CHECK(patient.epochsDone() == config.epochs);
  CHECK(patient.network().parameterHash() == plain.network().parameterHash());
}

TEST_CASE("a batch is never larger than what is left for training", "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  config.batchSize = kImages;
  const Trainer trainer(config, trainData(), testData());
  CHECK(trainer.batchSize() == trainer.imagesPerEpoch());
}

TEST_CASE("a validation part without an image is refused", "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  config.trainImages = 3;
  config.validationShare = 0.01;
  CHECK_THROWS_MATCHES(Trainer(config, trainData(), testData()), Error,
                       isError(ErrorCode::invalidSetting, "validation part would hold no image"));
}

TEST_CASE("early stopping ends a run when patience has run out", "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  const Trainer whole = finished(config);
  config.patience = 5;
  const Trainer stopped = finished(config);
  REQUIRE(stopped.state() == RunState::stopped);
  CHECK(stopped.bestEpoch() == epochOfLowestValidationLoss(stopped));
  CHECK(stopped.epochsDone() == stopped.bestEpoch() + 5);
  CHECK(stopped.epochsDone() < whole.epochsDone());
  // Up to there it was the same run.
  for (std::size_t i = 0; i < stopped.curve().size(); ++i) {
    CHECK(stopped.curve()[i].test.loss == whole.curve()[i].test.loss);
  }
}

TEST_CASE("the best weights come back at the end, with their confusion matrix", "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  const bool early = GENERATE(false, true);
  config.patience = early ? 3 : 0;
  config.restoreBest = true;
  const Trainer best = finished(config);
  REQUIRE(best.bestEpoch() < best.epochsDone());
  CHECK(best.bestIsBack());

  config.patience = 0;
  config.restoreBest = false;
  config.epochs = best.bestEpoch();
  Trainer reference = finished(config);
  CHECK(best.network().parameterHash() == reference.network().parameterHash());
  ConfusionMatrix found = best.testConfusion();
  ConfusionMatrix expected = reference.testConfusion();
  CHECK(std::equal(found.counts().begin(), found.counts().end(), expected.counts().begin()));
}

TEST_CASE("a run that goes on after its best weights came back goes on from where it was",
          "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  config.restoreBest = true;
  config.epochs = 35;
  Trainer extended = finished(config);
  REQUIRE(extended.bestIsBack());
  extended.setEpochs(40);
  CHECK_FALSE(extended.bestIsBack());
  extended.advance(kUnlimited);
  config.epochs = 40;
  config.restoreBest = false;
  const Trainer whole = finished(config);
  if (extended.bestIsBack()) {
    extended.setEpochs(41);  // what training would go on from
  }
  CHECK(extended.network().parameterHash() == whole.network().parameterHash());
  CHECK(extended.curve().back().test.loss == whole.curve().back().test.loss);
}

TEST_CASE("a stopped run that goes on gets its patience anew", "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  config.patience = 3;
  Trainer trainer = finished(config);
  REQUIRE(trainer.state() == RunState::stopped);
  const Index first = trainer.epochsDone();
  trainer.setEpochs(first);  // nothing more is asked for
  CHECK(trainer.state() == RunState::stopped);
  trainer.setEpochs(config.epochs);
  CHECK(trainer.state() == RunState::training);
  trainer.advance(kUnlimited);
  CHECK(trainer.epochsDone() >= first + 3);
}

TEST_CASE("a run whose last epoch was the best keeps it", "[trainer][validation]") {
  TrainingConfig config = overfittingConfig();
  config.restoreBest = true;
  config.epochs = 1;
  const Trainer trainer = finished(config);
  CHECK(trainer.bestEpoch() == 1);
  CHECK_FALSE(trainer.bestIsBack());
}

}  // namespace ffnn
