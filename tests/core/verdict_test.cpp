// The verdict on curves made by hand, at the edges of its definition.
#include "ffnn/verdict.h"

#include <catch2/catch.hpp>
#include <functional>
#include <vector>

#include "ffnn/trainer.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn {

namespace {

constexpr double kError = 0.005;  // of every loss here: the margin is 0.01

using Curve = std::vector<CurvePoint>;
using Loss = std::function<double(int epoch)>;

// Epochs 0 … last. Accuracies: training 0.95, test 0.90 on 10,000 images each: a gap far above chance.
Curve curveOf(int last, const Loss& train, const Loss& test) {
  Curve curve;
  for (int epoch = 0; epoch <= last; ++epoch) {
    curve.push_back({.epoch = static_cast<double>(epoch),
                     .train = {train(epoch), 0.95, kError, 10'000},
                     .test = {test(epoch), 0.90, kError, 10'000},
                     .validation = {}});
  }
  return curve;
}

double falling(int epoch) { return 1.0 / (1 + epoch); }

// Lowest at epoch 5 with 0.40, then up by `step` an epoch.
Loss valley(double step) {
  return [step](int epoch) { return epoch <= 5 ? 0.40 + 0.05 * (5 - epoch) : 0.40 + step * (epoch - 5); };
}

}  // namespace

TEST_CASE("a test loss that rises while training loss falls on is over-fitting", "[verdict]") {
  const Verdict verdict = judge(curveOf(12, falling, valley(0.02)));
  CHECK(verdict.code == VerdictCode::overFitted);
  CHECK_FALSE(verdict.onValidation);
  CHECK(verdict.epoch == 12);
  CHECK(verdict.bestEpoch == 5);
  CHECK(verdict.sinceEpoch == 6);
  CHECK(verdict.lossChange == Approx(0.12));  // mean of 0.10, 0.12 and 0.14 above the lowest
  CHECK(verdict.margin == Approx(0.01));
  CHECK(verdict.accuracyGap == Approx(0.05));
}

TEST_CASE("a rise within chance is none, and it counts from where it leaves chance behind", "[verdict]") {
  CHECK(judge(curveOf(12, falling, valley(0.001))).code == VerdictCode::wellFitted);
  CHECK(judge(curveOf(12, falling, valley(0.004))).sinceEpoch == 8);  // 0.412 is the first above 0.41
}

TEST_CASE("one or two bad epochs are no over-fitting, three are", "[verdict]") {
  const auto spiked = [](int from) {
    return [from](int epoch) { return epoch >= from ? 0.6 : 0.40 + 0.05 * std::max(0, 5 - epoch); };
  };
  CHECK(judge(curveOf(12, falling, spiked(12))).code != VerdictCode::overFitted);
  CHECK(judge(curveOf(12, falling, spiked(11))).code != VerdictCode::overFitted);
  const Verdict verdict = judge(curveOf(12, falling, spiked(10)));
  CHECK(verdict.code == VerdictCode::overFitted);
  CHECK(verdict.sinceEpoch == 10);
}

TEST_CASE("a spike that passes is forgotten", "[verdict]") {
  const Curve curve = curveOf(12, falling, [](int epoch) { return epoch == 8 ? 2.0 : 0.4; });
  CHECK(judge(curve).code == VerdictCode::wellFitted);
}

TEST_CASE("when training loss rises, too, it is not over-fitting", "[verdict]") {
  CHECK(judge(curveOf(12, valley(0.03), valley(0.02))).code != VerdictCode::overFitted);
}

TEST_CASE("a test loss that still falls is under-fitting, and by how much is said", "[verdict]") {
  const Verdict verdict = judge(curveOf(12, falling, [](int epoch) { return 1.0 - 0.02 * epoch; }));
  CHECK(verdict.code == VerdictCode::underFitted);
  CHECK(verdict.stillFalling);
  CHECK(verdict.lossChange == Approx(0.06));  // 0.02 an epoch, and the last quarter has three
  CHECK(verdict.sinceEpoch == 0);
}

TEST_CASE("a network no better on what it has seen is under-fitted", "[verdict]") {
  const auto flat = [](int) { return 0.5; };
  Curve curve = curveOf(12, flat, flat);
  curve.back().train.accuracy = 0.906;  // 2 · √(0.0029² + 0.0030²) = 0.0084
  Verdict verdict = judge(curve);
  CHECK(verdict.code == VerdictCode::underFitted);
  CHECK_FALSE(verdict.stillFalling);
  CHECK(verdict.lossChange == 0);
  CHECK(verdict.gapMargin == Approx(0.0084).epsilon(0.01));
  curve.back().train.accuracy = 0.910;
  CHECK(judge(curve).code == VerdictCode::wellFitted);
}

TEST_CASE("fewer than four whole epochs decide nothing", "[verdict]") {
  CHECK(judge({}).code == VerdictCode::undecided);
  for (const int last : {0, 1, 3}) {
    CHECK(judge(curveOf(last, falling, falling)).code == VerdictCode::undecided);
  }
  CHECK(judge(curveOf(4, falling, falling)).code == VerdictCode::underFitted);
}

TEST_CASE("points inside an epoch do not count", "[verdict]") {
  Curve curve = curveOf(12, falling, valley(0.02));
  curve.insert(curve.begin() + 1, {.epoch = 0.4, .train = {}, .test = {}, .validation = {}});
  const Verdict verdict = judge(curve);
  CHECK(verdict.code == VerdictCode::overFitted);
  CHECK(verdict.bestEpoch == 5);
}

TEST_CASE("with a validation part the verdict is on it, whatever the test curve does", "[verdict]") {
  Curve curve = curveOf(12, falling, valley(0.05));
  for (CurvePoint& point : curve) {
    point.validation = Score{.loss = 0.4, .accuracy = 0.92, .lossError = kError, .images = 1000};
  }
  const Verdict verdict = judge(curve);
  CHECK(verdict.onValidation);
  CHECK(verdict.code == VerdictCode::wellFitted);
  CHECK(verdict.accuracyGap == Approx(0.03));
}

TEST_CASE("verdicts keep the names that the page knows", "[verdict]") {
  CHECK(name(VerdictCode::undecided) == "undecided");
  CHECK(name(VerdictCode::underFitted) == "under-fitted");
  CHECK(name(VerdictCode::wellFitted) == "well-fitted");
  CHECK(name(VerdictCode::overFitted) == "over-fitted");
}

TEST_CASE("real runs get the verdict that they were made for", "[verdict][trainer]") {
  // A third of all labels are wrong: whoever learns them by heart is surely wrong elsewhere.
  const Dataset train = test::makeMislabelled(60, 1, 3);
  const Dataset test = test::makeMislabelled(2000, 2, 3);
  TrainingConfig config = test::smallConfig(60);
  config.network.hidden = {64};
  SECTION("over-fitted, when wrong labels are learnt by heart") {
    config.epochs = 200;
    config.learningRate = 0.2;
    Trainer trainer(config, train, test);
    trainer.advance(test::kUnlimited);
    const Verdict verdict = judge(trainer.curve());
    CHECK(verdict.code == VerdictCode::overFitted);
    CHECK(verdict.bestEpoch < verdict.sinceEpoch);
    CHECK(trainer.curve().back().train.accuracy > 0.95);
  }
  SECTION("under-fitted, when it has hardly begun") {
    config.epochs = 6;
    config.learningRate = 1e-4;
    Trainer trainer(config, train, test);
    trainer.advance(test::kUnlimited);
    CHECK(judge(trainer.curve()).code == VerdictCode::underFitted);
  }
}

}  // namespace ffnn
