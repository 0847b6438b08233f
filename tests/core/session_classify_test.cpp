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
  return test::encodeStrokes({test::outline(60, 100, 220, 240), test::fill({140, 170}, 150)});
}

}  // namespace

TEST_CASE("an image gets the same bits of scores as a test image, as pixels and as a drawing", "[session]") {
  const Session session = trainedSession();
  for (Index i = 0; i < test::kTestImages; ++i) {
    const auto expected = bitsOf(session.classifyTestImage(i));
    REQUIRE(expected.size() == 10);
    REQUIRE(bitsOf(session.classifyPixels(session.image("test", i).pixels)) == expected);
    const DrawingData drawing = session.classifyDrawing(kNoStrokes, i);
    REQUIRE(drawing.content == "drawn");
    REQUIRE(drawing.seen == session.image("test", i).pixels);
    REQUIRE(bitsOf(drawing.scores) == expected);
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

TEST_CASE("asking for answers does not disturb the run", "[session]") {
  Session asked = test::loadedSession();
  asked.createRun(test::sessionConfig());
  while (asked.progress().state == "training") {
    asked.advance(1, kUnlimited);
    asked.classifyTestImage(3);
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
  CHECK(bitsOf(drawing.scores) == bitsOf(session.classifyPixels(drawing.seen)));
}

TEST_CASE("what cannot be classified has no scores", "[session]") {
  const Session session = trainedSession();
  const DrawingData blank = session.classifyDrawing(kNoStrokes, kEmptyPad);
  CHECK(blank.content == "blank");
  CHECK(blank.scores.empty());
  CHECK(blank.picture == Bytes(560 * 560));
  const DrawingData dot =
      session.classifyDrawing(test::encodeStrokes({test::brush({{140, 140}}, 20)}), kEmptyPad);
  CHECK(dot.content == "too-small");
  CHECK(dot.scores.empty());
  const DrawingData even = session.classifyDrawing(test::encodeStrokes({test::fill({140, 140})}), kEmptyPad);
  CHECK(even.content == "uniform");
  CHECK(even.scores.empty());
}

TEST_CASE("without a run a drawing is rendered, but has no scores", "[session]") {
  const Session session = test::loadedSession();
  const DrawingData drawing = session.classifyDrawing(bagStrokes(), kEmptyPad);
  CHECK(drawing.content == "drawn");
  CHECK(drawing.seen.size() == 784);
  CHECK(drawing.scores.empty());
  CHECK(Session().classifyDrawing(bagStrokes(), kEmptyPad).seen == drawing.seen);
}

TEST_CASE("strokes over a test image change what the network sees", "[session]") {
  const Session session = trainedSession();
  const DrawingData drawing = session.classifyDrawing(bagStrokes(), 4);
  CHECK(drawing.content == "drawn");
  CHECK(drawing.seen != session.image("test", 4).pixels);
  CHECK(bitsOf(drawing.scores) != bitsOf(session.classifyTestImage(4)));
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
    CHECK_THROWS_MATCHES(session.classifyPixels(Bytes(size)), Error,
                         isError(ErrorCode::badData, std::to_string(size) + " pixels", "784"));
  }
}

}  // namespace ffnn
