// Memory that runs out at any allocation of a call: the call fails, nothing has changed, and a retry works.
#include <catch2/catch.hpp>
#include <new>

#include "session.h"
#include "support/bits.h"
#include "support/failing_allocations.h"
#include "support/session.h"

namespace ffnn {

using test::kUnlimited;
using test::loadedSession;
using test::sessionConfig;

namespace {

// Calls work with ever more allocations granted until it succeeds; check runs after each failure. Returns how
// often it failed.
template <typename Work, typename Check>
int failEverywhere(Work work, Check check) {
  for (int allowed = 0;; ++allowed) {
    try {
      const test::FailingAllocations failing(allowed);
      work();
      return allowed;
    } catch (const std::bad_alloc&) {
    }
    CAPTURE(allowed);
    check();
  }
}

}  // namespace

TEST_CASE("memory that runs out while images are added adds none", "[session][memory]") {
  Session session = loadedSession();
  const test::RawImages images = test::makeImages(8, 7);
  const test::Bytes imageFile = test::idxImages(images.pixels);
  const test::Bytes labelFile = test::idxLabels(images.labels);
  const ImageData last = session.image("train", test::kTrainImages - 1);
  const int failures =
      failEverywhere([&] { session.addImages("train", imageFile, labelFile); },
                     [&] {
                       REQUIRE(session.dataCounts().train == test::kTrainImages);
                       REQUIRE(session.image("train", test::kTrainImages - 1).pixels == last.pixels);
                     });
  CHECK(failures >= 2);
  CHECK(session.dataCounts().train == test::kTrainImages + 8);
  // What comes next stands where it belongs, not behind the remains of a failed call.
  const test::RawImages next = test::makeImages(1, 9);
  session.addImages("train", test::idxImages(next.pixels), test::idxLabels(next.labels));
  const ImageData added = session.image("train", test::kTrainImages + 8);
  CHECK((added.pixels == next.pixels));  // bracketed: no list of bytes when it fails
  CHECK(added.label == next.labels[0]);
}

TEST_CASE("memory that runs out while a run starts leaves the current one untouched", "[session][memory]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, 6);
  const std::string hash = session.parameterHash();
  TrainingConfig next = sessionConfig();
  next.network.hidden = {5, 4};
  const auto untouched = [&] {
    REQUIRE(session.parameterHash() == hash);
    REQUIRE(session.progress().step == 6);
  };
  CHECK(failEverywhere([&] { session.createRun(next); }, untouched) > 5);
  CHECK(session.progress().step == 0);
  session.advance(kUnlimited, kUnlimited);
  CHECK(session.progress().state == "finished");
}

TEST_CASE("memory that runs out during a reset leaves the current run untouched", "[session][memory]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, 6);
  const std::string hash = session.parameterHash();
  CHECK(failEverywhere([&] { session.resetRun(); }, [&] { REQUIRE(session.parameterHash() == hash); }) > 5);
  CHECK(session.bringBack().step == 6);
  CHECK(session.parameterHash() == hash);
}

TEST_CASE("a run that meets an exhausted memory at any allocation goes on as if it had not",
          "[session][memory]") {
  TrainingConfig config = test::withEverythingOn(sessionConfig(), OptimizerKind::adam);
  config.epochs = 5;
  Session undisturbed = loadedSession();
  undisturbed.createRun(config);
  undisturbed.advance(kUnlimited, kUnlimited);

  Session session = loadedSession();
  session.createRun(config);
  int failures = 0;
  // Piece by piece, so that the allocations of each one fail in turn.
  while (session.progress().state == "training" && failures < 10'000) {
    failures += failEverywhere([&] { session.advance(0, kUnlimited); }, [] {});
  }
  CHECK(failures > 20);
  CHECK(session.progress().epochsDone == 5);
  CHECK(session.parameterHash() == undisturbed.parameterHash());
  CHECK(test::sameNumbers(session.curve(0), undisturbed.curve(0)));
  CHECK(session.insides(0) == undisturbed.insides(0));
}

TEST_CASE("a drawing that meets an exhausted memory can be tried again", "[session][memory]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  const std::vector<float> strokes = {0, 20, 255, 2, 50, 50, 200, 200, 2, 14, 90, 1, 10, 200};
  DrawingData drawing;
  CHECK(failEverywhere([&] { drawing = session.classifyDrawing(strokes, 0); }, [] {}) > 3);
  CHECK(drawing.answer.scores == session.classifyDrawing(strokes, 0).answer.scores);
}

}  // namespace ffnn
