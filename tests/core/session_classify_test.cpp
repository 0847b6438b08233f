// Session's answers: of test images, of bare pixels and of drawings, all by one way.
#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>

#include "session.h"
#include "support/bits.h"
#include "support/is_error.h"
#include "support/session.h"
#include "support/strokes.h"

namespace ffnn {

using test::bitsOf;
using test::Bytes;
using test::isError;
using test::kUnlimited;

namespace {

const std::vector<float> kNoStrokes;
constexpr Index kEmptyPad = -1;

Session trainedSession() {
  Session session = test::loadedSession();
  session.createRun(test::sessionConfig());
  session.advance(kUnlimited, kUnlimited);
  return session;
}

std::vector<float> bagStrokes() {
  return encodeStrokes({test::outline(60, 100, 220, 240), test::fill({140, 170}, 150)});
}

}  // namespace

TEST_CASE("an image gets the same bits of scores as a test image, as pixels and as a drawing", "[session]") {
  const Session session = trainedSession();
  for (Index i = 0; i < test::kTestImages; ++i) {
    const auto expected = bitsOf(session.classifyTestImage(i));
    REQUIRE(expected.size() == 10);
    REQUIRE(bitsOf(session.classifyPixels(session.image("test", i).pixels, false).scores) == expected);
    const DrawingData drawing = session.classifyDrawing(kNoStrokes, i);
    REQUIRE(drawing.content == "drawn");
    REQUIRE(drawing.seen == session.image("test", i).pixels);
    REQUIRE(bitsOf(drawing.answer.scores) == expected);
  }
}

TEST_CASE("scores are probabilities, and agree with the confusion matrix", "[session]") {
  const Session session = trainedSession();
  std::vector<double> counts(100);
  for (Index i = 0; i < test::kTestImages; ++i) {
    const std::vector<float> scores = session.classifyTestImage(i);
    CHECK(std::accumulate(scores.begin(), scores.end(), 0.0) == Approx(1).margin(1e-6));
    CHECK(*std::min_element(scores.begin(), scores.end()) >= 0);
    const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
    ++counts[static_cast<std::size_t>(session.image("test", i).label) * 10 + static_cast<std::size_t>(best)];
  }
  CHECK(counts == session.testConfusion());
}

TEST_CASE("the scores of all test images agree with those of each, and with the confusion matrix",
          "[session]") {
  const Session session = trainedSession();
  std::vector<std::uint8_t> all;
  while (static_cast<Index>(all.size()) < 10 * test::kTestImages) {
    const auto some = session.testScores(static_cast<Index>(all.size()) / 10);
    REQUIRE(some.size() >= 10);
    all.insert(all.end(), some.begin(), some.end());
  }
  REQUIRE(all.size() == 10 * test::kTestImages);
  std::vector<double> counts(100);
  for (Index i = 0; i < test::kTestImages; ++i) {
    const auto scores = all.begin() + 10 * i;
    const std::vector<float> exact = session.classifyTestImage(i);
    for (std::size_t c = 0; c < 10; ++c) {
      CHECK(std::abs(scores[static_cast<std::ptrdiff_t>(c)] - 255 * exact[c]) <= 1.5);
    }
    const auto best = std::max_element(scores, scores + 10) - scores;
    ++counts[static_cast<std::size_t>(session.image("test", i).label) * 10 + static_cast<std::size_t>(best)];
  }
  CHECK(counts == session.testConfusion());
  CHECK_THROWS_MATCHES(session.testScores(test::kTestImages), Error,
                       isError(ErrorCode::wrongState, "test image 30"));
}

TEST_CASE("saliency says how the winning logit moves with a pixel", "[session]") {
  const Session session = trainedSession();
  const auto image = session.image("test", 5);
  const std::vector<float> saliency = session.saliency(5);
  REQUIRE(saliency.size() == 784);
  const std::vector<float> before = session.classifyPixels(image.pixels, false).scores;
  const auto answer = std::max_element(before.begin(), before.end()) - before.begin();
  // The pixel that the answer hangs on most, moved by one level: the logit follows, and with it the odds.
  const auto most = std::max_element(saliency.begin(), saliency.end(),
                                     [](float a, float b) { return std::abs(a) < std::abs(b); });
  const auto pixel = static_cast<std::size_t>(most - saliency.begin());
  auto moved = image.pixels;
  const int step = moved[pixel] > 200 ? -20 : 20;
  moved[pixel] = static_cast<std::uint8_t>(moved[pixel] + step);
  const std::vector<float> after = session.classifyPixels(moved, false).scores;
  const bool rises = after[static_cast<std::size_t>(answer)] > before[static_cast<std::size_t>(answer)];
  CHECK(rises == (*most * static_cast<float>(step) > 0));
  CHECK_THROWS_MATCHES(session.saliency(30), Error, isError(ErrorCode::wrongState, "test image 30"));
}

TEST_CASE("units of the first layer come with their 784 weights", "[session]") {
  const Session session = trainedSession();
  const Index units = test::sessionConfig().network.hidden.front();
  const std::vector<float> all = session.unitWeights(0, units);
  REQUIRE(static_cast<Index>(all.size()) == 784 * units);
  const std::vector<float> second = session.unitWeights(1, 1);
  CHECK(bitsOf(second) == bitsOf(std::vector<float>(all.begin() + 784, all.begin() + 2 * 784)));
  CHECK_THROWS_MATCHES(session.unitWeights(1, units), Error,
                       isError(ErrorCode::wrongState, "first layer has"));
  CHECK_THROWS_MATCHES(session.unitWeights(0, 0), Error, isError(ErrorCode::wrongState, "units"));
}

TEST_CASE("the gradient check needs no run, and refuses what it does not know", "[session]") {
  const Session session;
  CHECK(session.checkGradient("relu", "exact", 2).largestError < 0.01);
  CHECK(session.checkGradient("relu", "report", 2).largestError > 0.5);
  CHECK_THROWS_MATCHES(session.checkGradient("relu", "exact", 4), Error,
                       isError(ErrorCode::invalidSetting, "from 0 to 3"));
  CHECK_THROWS_AS(session.checkGradient("softmax", "exact", 2), Error);
  CHECK_THROWS_AS(session.checkGradient("relu", "wrong", 2), Error);
}

TEST_CASE("asking for answers does not disturb the run", "[session]") {
  Session asked = test::loadedSession();
  asked.createRun(test::sessionConfig());
  while (asked.progress().state == "training") {
    asked.advance(1, kUnlimited);
    asked.classifyTestImage(3);
    asked.testScores(0);
    asked.saliency(7);
    asked.unitWeights(0, 2);
    asked.classifyDrawing(bagStrokes(), kEmptyPad);
  }
  CHECK(asked.parameterHash() == trainedSession().parameterHash());
  CHECK(test::sameNumbers(asked.curve(0), trainedSession().curve(0)));
}

TEST_CASE("a drawing comes with its picture, what the network sees, and ten scores", "[session]") {
  const Session session = trainedSession();
  const DrawingData drawing = session.classifyDrawing(bagStrokes(), kEmptyPad);
  CHECK(drawing.content == "drawn");
  CHECK(drawing.picture.size() == 560 * 560);
  CHECK(drawing.seen.size() == 784);
  CHECK(bitsOf(drawing.answer.scores) == bitsOf(session.classifyPixels(drawing.seen, true).scores));
}

TEST_CASE("what cannot be classified has no scores", "[session]") {
  const Session session = trainedSession();
  const DrawingData blank = session.classifyDrawing(kNoStrokes, kEmptyPad);
  CHECK(blank.content == "blank");
  CHECK(blank.answer.scores.empty());
  CHECK(blank.picture == Bytes(560 * 560));
  const DrawingData dot = session.classifyDrawing(encodeStrokes({test::brush({{140, 140}}, 20)}), kEmptyPad);
  CHECK(dot.content == "too-small");
  CHECK(dot.answer.scores.empty());
  const DrawingData even = session.classifyDrawing(encodeStrokes({test::fill({140, 140})}), kEmptyPad);
  CHECK(even.content == "uniform");
  CHECK(even.answer.scores.empty());
}

TEST_CASE("without a run a drawing is rendered, but has no scores", "[session]") {
  const Session session = test::loadedSession();
  const DrawingData drawing = session.classifyDrawing(bagStrokes(), kEmptyPad);
  CHECK(drawing.content == "drawn");
  CHECK(drawing.seen.size() == 784);
  CHECK(drawing.answer.scores.empty());
  CHECK(Session().classifyDrawing(bagStrokes(), kEmptyPad).seen == drawing.seen);
}

TEST_CASE("strokes over a test image change what the network sees", "[session]") {
  const Session session = trainedSession();
  const DrawingData drawing = session.classifyDrawing(bagStrokes(), 4);
  CHECK(drawing.content == "drawn");
  CHECK(drawing.seen != session.image("test", 4).pixels);
  CHECK(bitsOf(drawing.answer.scores) != bitsOf(session.classifyTestImage(4)));
}

TEST_CASE("a drawing of one's own may face either way where the network has learned both", "[session]") {
  Session session = test::loadedSession();
  TrainingConfig config = test::sessionConfig();
  const Bytes left = session.image("test", 4).pixels;
  Bytes right = left;
  for (auto line = right.begin(); line != right.end(); line += kImageSize) {
    std::reverse(line, line + kImageSize);
  }
  for (const bool mirror : {false, true}) {
    config.mirror = mirror;
    session.createRun(config);
    session.advance(kUnlimited, 3);
    const std::vector<float> own = session.classifyPixels(left, true).scores;
    const std::vector<float> once = session.classifyPixels(left, false).scores;
    const std::vector<float> other = session.classifyPixels(right, false).scores;
    CHECK((bitsOf(own) == bitsOf(once)) == !mirror);
    CHECK((bitsOf(own) == bitsOf(session.classifyPixels(right, true).scores)) == mirror);
    for (std::size_t c = 0; mirror && c < own.size(); ++c) {
      CHECK(own[c] == Approx((once[c] + other[c]) / 2));
    }
  }
}

TEST_CASE("a lesson answers for one's own pictures until the run moves, and leaves the run alone",
          "[session]") {
  Session session = test::loadedSession();
  CHECK_THROWS_MATCHES(session.advanceLesson(1), Error, isError(ErrorCode::wrongState, "no lesson"));
  session.createRun(test::sessionConfig());
  session.advance(kUnlimited, 3);
  const std::string hash = session.parameterHash();
  const Bytes picture = session.image("test", 4).pixels;
  const std::vector<float> before = session.classifyPixels(picture, true).scores;
  const LessonProgress begun = session.beginLesson(picture, {7});
  CHECK(begun.step == 1);
  CHECK(bitsOf(session.classifyPixels(picture, true).scores) == bitsOf(before));  // not before its end
  const LessonProgress ended = session.advanceLesson(kUnlimited);
  CHECK(ended.step == ended.steps);
  CHECK(session.classifyPixels(picture, true).scores[7] > before[7]);
  CHECK(bitsOf(session.classifyPixels(picture, false).scores) == bitsOf(before));
  CHECK(bitsOf(session.classifyTestImage(4)) == bitsOf(before));
  CHECK(session.parameterHash() == hash);
  session.forgetLesson();
  CHECK(bitsOf(session.classifyPixels(picture, true).scores) == bitsOf(before));
  session.beginLesson(picture, {7});
  session.advanceLesson(kUnlimited);
  session.advance(kUnlimited, 4);
  CHECK(bitsOf(session.classifyPixels(picture, true).scores) ==
        bitsOf(session.classifyPixels(picture, false).scores));
  CHECK_THROWS_MATCHES(session.beginLesson(picture, {10}), Error, isError(ErrorCode::badData, "label 10"));
  CHECK_THROWS_MATCHES(session.beginLesson({}, {}), Error, isError(ErrorCode::wrongState, "no picture"));
}

TEST_CASE("the nearest training images are of those that the run uses", "[session]") {
  Session session = test::loadedSession();
  const Bytes last = session.image("train", 49).pixels;
  CHECK(session.nearestTrainingImages(last).front() == 49);
  TrainingConfig config = test::sessionConfig();
  config.trainImages = 20;
  session.createRun(config);
  const std::vector<std::uint32_t> nearest = session.nearestTrainingImages(last);
  CHECK(nearest.size() == 5);
  CHECK(*std::max_element(nearest.begin(), nearest.end()) < 20);
  CHECK_THROWS_MATCHES(session.nearestTrainingImages(Bytes(9)), Error,
                       isError(ErrorCode::badData, "9 pixels"));
}

TEST_CASE("images that are not there and lists that are wrong are refused", "[session]") {
  const Session session = trainedSession();
  const Index index = GENERATE(Index{30}, Index{1'000'000});
  const auto refused = isError(ErrorCode::wrongState, "test image " + std::to_string(index), "there are 30");
  CHECK_THROWS_MATCHES(session.classifyTestImage(index), Error, refused);
  CHECK_THROWS_MATCHES(session.classifyDrawing(kNoStrokes, index), Error, refused);
  CHECK_THROWS_MATCHES(session.classifyTestImage(-1), Error, isError(ErrorCode::wrongState, "test image -1"));
  CHECK_THROWS_MATCHES(session.classifyDrawing({0, 14, 255}, kEmptyPad), Error,
                       isError(ErrorCode::badData, "drawing", "at position 3"));
  for (const std::size_t size : {std::size_t{0}, std::size_t{783}, std::size_t{785}}) {
    CHECK_THROWS_MATCHES(session.classifyPixels(Bytes(size), false), Error,
                         isError(ErrorCode::badData, std::to_string(size) + " pixels", "784"));
  }
}

}  // namespace ffnn
