// Session as the page uses it, with synthetic files: data, runs, what is refused and what that leaves
// untouched.
#include "session.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "support/bits.h"
#include "support/is_error.h"
#include "support/session.h"

namespace ffnn {

using test::addImages;
using test::Bytes;
using test::isError;
using test::kUnlimited;
using test::loadedSession;
using test::sameNumbers;
using test::sessionConfig;

TEST_CASE("a new session has no data, and refuses what needs some", "[session]") {
  Session session;
  CHECK(session.dataCounts().train == 0);
  CHECK(session.dataCounts().test == 0);
  CHECK_THROWS_MATCHES(session.image("train", 0), Error,
                       isError(ErrorCode::wrongState, "train image 0", "there are 0"));
  CHECK_THROWS_MATCHES(session.createRun(sessionConfig()), Error,
                       isError(ErrorCode::wrongState, "training images"));
  addImages(session, "train", 50, 1);
  CHECK_THROWS_MATCHES(session.createRun(sessionConfig()), Error,
                       isError(ErrorCode::wrongState, "test images"));
}

TEST_CASE("without a run everything about one is refused", "[session]") {
  Session session = loadedSession();
  const auto noRun = isError(ErrorCode::wrongState, "no run");
  CHECK_THROWS_MATCHES(session.progress(), Error, noRun);
  CHECK_THROWS_MATCHES(session.advance(1, 1), Error, noRun);
  CHECK_THROWS_MATCHES(session.setEpochs(3), Error, noRun);
  CHECK_THROWS_MATCHES(session.curve(0), Error, noRun);
  CHECK_THROWS_MATCHES(session.testConfusion(), Error, noRun);
  CHECK_THROWS_MATCHES(session.parameterHash(), Error, noRun);
  CHECK_THROWS_MATCHES(session.resetRun(), Error, noRun);
  CHECK_THROWS_MATCHES(session.classifyTestImage(0), Error, noRun);
  CHECK_THROWS_MATCHES(session.classifyPixels(Bytes(784), false), Error, noRun);
  CHECK_THROWS_MATCHES(session.bringBack(), Error, isError(ErrorCode::wrongState, "no earlier run"));
}

TEST_CASE("images come back from the set and the place they were put", "[session]") {
  Session session;
  session.reserveImages("train", 90);
  addImages(session, "train", 50, 1);
  addImages(session, "train", 40, 2);
  addImages(session, "test", 30, 3);
  CHECK(session.dataCounts().train == 90);
  CHECK(session.dataCounts().test == 30);
  const test::RawImages second = test::makeImages(40, 2);
  const ImageData image = session.image("train", 89);
  CHECK(image.pixels == Bytes(second.pixels.end() - 784, second.pixels.end()));
  CHECK(image.label == second.labels.back());
  CHECK_THROWS_MATCHES(session.image("train", 90), Error,
                       isError(ErrorCode::wrongState, "train image 90", "there are 90"));
  CHECK_THROWS_MATCHES(session.image("test", -1), Error, isError(ErrorCode::wrongState, "test image -1"));
}

TEST_CASE("a set must be train or test", "[session]") {
  Session session = loadedSession();
  const std::string set = GENERATE("", "Train", "train ", "validation");
  const auto refused = isError(ErrorCode::badData, "train or test", "\"" + set + "\"");
  CHECK_THROWS_MATCHES(session.image(set, 0), Error, refused);
  CHECK_THROWS_MATCHES(session.reserveImages(set, 5), Error, refused);
  CHECK_THROWS_MATCHES(addImages(session, set, 5, 1), Error, refused);
}

TEST_CASE("a step to stop at that is below zero or not a number stops at once", "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, 1);  // the point at epoch 0, and one step
  for (const double step : {-1e300, -1.0, std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(session.advance(kUnlimited, step).step == 1);
  }
}

TEST_CASE("a set takes 60,000 images and not one more", "[session]") {
  Session session;
  for (int part = 0; part < 12; ++part) {
    addImages(session, "train", 5'000, 1);
  }
  CHECK(session.dataCounts().train == 60'000);
  CHECK_THROWS_MATCHES(addImages(session, "train", 1, 1), Error,
                       isError(ErrorCode::badData, "60001 images in all"));
  CHECK(session.dataCounts().train == 60'000);
}

TEST_CASE("an announced count is from 0 to 60,000", "[session]") {
  Session session;
  session.reserveImages("test", 0);
  session.reserveImages("test", 60'000);
  for (const Index count : {Index{-1}, Index{60'001}, Index{2'000'000'000}}) {
    CHECK_THROWS_MATCHES(session.reserveImages("test", count), Error,
                         isError(ErrorCode::badData, std::to_string(count), "60000"));
  }
}

TEST_CASE("a damaged pair of files adds nothing", "[session]") {
  Session session = loadedSession();
  const test::RawImages images = test::makeImages(8, 7);
  const Bytes imageFile = test::idxImages(images.pixels);
  const Bytes labelFile = test::idxLabels(images.labels);
  Bytes damagedImages = imageFile;
  Bytes damagedLabels = labelFile;
  damagedImages.pop_back();
  damagedLabels.back() = 10;
  const Bytes fewerLabels = test::idxLabels(std::span(images.labels).first(7));
  CHECK_THROWS_MATCHES(session.addImages("train", damagedImages, labelFile), Error,
                       isError(ErrorCode::badData, "at byte"));
  CHECK_THROWS_MATCHES(session.addImages("train", imageFile, damagedLabels), Error,
                       isError(ErrorCode::badData, "label is 10"));
  CHECK_THROWS_MATCHES(session.addImages("train", imageFile, fewerLabels), Error,
                       isError(ErrorCode::badData, "8 images", "7 labels"));
  CHECK_THROWS_MATCHES(session.addImages("train", {}, {}), Error, isError(ErrorCode::badData, "at byte 0"));
  CHECK(session.dataCounts().train == test::kTrainImages);
}

TEST_CASE("a run reports where it stands", "[session]") {
  Session session = loadedSession();
  const Progress start = session.createRun(sessionConfig());
  CHECK(start.state == "training");
  CHECK(start.evaluating);
  CHECK(start.step == 0);
  CHECK(start.imagesPerEpoch == test::kTrainImages);
  CHECK(start.epochs == 3);
  CHECK(start.batchSize == 16);
  CHECK(start.curvePoints == 0);
  const Progress middle = session.advance(kUnlimited, 5);
  CHECK(middle.step == 5);
  CHECK(middle.epochsDone == 1);
  CHECK(middle.imagesSeen == 50 + 16);
  CHECK(middle.curvePoints == 2);
  CHECK_FALSE(middle.evaluating);
  const Progress end = session.advance(kUnlimited, std::numeric_limits<double>::infinity());
  CHECK(end.state == "finished");
  CHECK(end.epochsDone == 3);
  CHECK(end.keptEpoch == 3);
  CHECK(end.curvePoints == 4);
  CHECK(session.setEpochs(4).state == "training");
  CHECK(session.advance(kUnlimited, 1e300).epochsDone == 4);
}

TEST_CASE("a batch size above the number of images counts as that number", "[session]") {
  Session session = loadedSession();
  TrainingConfig config = sessionConfig();
  config.batchSize = 4096;
  CHECK(session.createRun(config).batchSize == test::kTrainImages);
}

TEST_CASE("a run that diverges says so, and which epoch's weights it has kept", "[session]") {
  Session session = loadedSession();
  TrainingConfig config = sessionConfig();
  config.network.hidden = std::vector<Index>(6, 64);
  config.learningRate = 10;
  session.createRun(config);
  const std::string start = session.parameterHash();
  const Progress end = session.advance(kUnlimited, kUnlimited);
  CHECK(end.state == "diverged");
  CHECK(end.keptEpoch == 0);
  CHECK(session.parameterHash() == start);
  CHECK(session.createRun(sessionConfig()).state == "training");
  CHECK(session.advance(kUnlimited, kUnlimited).state == "finished");
}

TEST_CASE("the curve comes in parts of seven numbers a point", "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  CHECK(session.curve(0).empty());
  session.advance(kUnlimited, kUnlimited);
  const std::vector<double> all = session.curve(0);
  REQUIRE(all.size() == 4 * 7);
  for (std::size_t point = 0; point < 4; ++point) {
    CHECK(all[7 * point] == static_cast<double>(point));
    CHECK(all[7 * point + 1] > 0);                                // training loss
    CHECK((all[7 * point + 2] >= 0 && all[7 * point + 2] <= 1));  // training accuracy
    CHECK(all[7 * point + 3] > 0);                                // test loss
    CHECK((all[7 * point + 4] >= 0 && all[7 * point + 4] <= 1));  // test accuracy
    CHECK(std::isnan(all[7 * point + 5]));                        // no validation loss
    CHECK(std::isnan(all[7 * point + 6]));                        // no validation accuracy
  }
  CHECK(sameNumbers(session.curve(3), {all.begin() + 21, all.end()}));
  CHECK(session.curve(4).empty());
  CHECK(session.curve(1000).empty());
  CHECK(session.curve(-1).empty());
}

TEST_CASE("the confusion matrix is in rows of true classes and counts every test image", "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, kUnlimited);
  const std::vector<double> counts = session.testConfusion();
  REQUIRE(counts.size() == 100);
  double right = 0;
  for (std::size_t truth = 0; truth < 10; ++truth) {
    double inClass = 0;
    for (std::size_t prediction = 0; prediction < 10; ++prediction) {
      inClass += counts[truth * 10 + prediction];
    }
    double expected = 0;
    for (Index i = 0; i < test::kTestImages; ++i) {
      expected += session.image("test", i).label == static_cast<double>(truth) ? 1 : 0;
    }
    CHECK(inClass == expected);
    right += counts[truth * 11];
  }
  CHECK(session.curve(3)[4] == right / test::kTestImages);
}

TEST_CASE("a refused run leaves the current one untouched", "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, 6);
  const std::string hash = session.parameterHash();
  TrainingConfig refused = sessionConfig();
  SECTION("learning rate") { refused.learningRate = 0; }
  SECTION("more images than there are") { refused.trainImages = test::kTrainImages + 1; }
  SECTION("too many parameters") { refused.network.hidden = std::vector<Index>(6, 2048); }
  CHECK_THROWS_MATCHES(session.createRun(refused), Error, isError(ErrorCode::invalidSetting));
  CHECK(session.parameterHash() == hash);
  CHECK(session.progress().step == 6);

  Session undisturbed = loadedSession();
  undisturbed.createRun(sessionConfig());
  undisturbed.advance(kUnlimited, kUnlimited);
  session.advance(kUnlimited, kUnlimited);
  CHECK(session.parameterHash() == undisturbed.parameterHash());
  CHECK(sameNumbers(session.curve(0), undisturbed.curve(0)));
}

TEST_CASE("a reset starts the same run again, and can be undone", "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  const std::string start = session.parameterHash();
  session.advance(kUnlimited, 6);
  const std::string hash = session.parameterHash();
  const std::vector<double> curve = session.curve(0);
  const std::vector<double> confusion = session.testConfusion();

  CHECK(session.resetRun().step == 0);
  CHECK(session.parameterHash() == start);
  CHECK(session.curve(0).empty());
  session.advance(kUnlimited, 2);

  CHECK(session.bringBack().step == 6);
  CHECK(session.parameterHash() == hash);
  CHECK(sameNumbers(session.curve(0), curve));
  CHECK(session.testConfusion() == confusion);
  CHECK(session.bringBack().step == 2);  // they have changed places
  CHECK(session.bringBack().step == 6);

  session.advance(kUnlimited, kUnlimited);
  const std::string end = session.parameterHash();
  session.resetRun();
  session.advance(kUnlimited, kUnlimited);
  CHECK(session.parameterHash() == end);
}

TEST_CASE("a run that has made a step can be brought back, however often a fresh one took its place",
          "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.resetRun();
  CHECK_THROWS_MATCHES(session.bringBack(), Error, isError(ErrorCode::wrongState, "no earlier run"));
  session.advance(kUnlimited, 6);
  session.resetRun();
  session.resetRun();
  session.createRun(sessionConfig());
  CHECK(session.bringBack().step == 6);
}

TEST_CASE("images added during a run do not change it", "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, 6);
  addImages(session, "train", 500, 8);
  session.advance(kUnlimited, kUnlimited);
  Session undisturbed = loadedSession();
  undisturbed.createRun(sessionConfig());
  undisturbed.advance(kUnlimited, kUnlimited);
  CHECK(session.parameterHash() == undisturbed.parameterHash());
  CHECK(sameNumbers(session.curve(0), undisturbed.curve(0)));
}

TEST_CASE("drawings are added whole, with labels up to none of the ten, and mixed into a run", "[session]") {
  Session session = loadedSession();
  TrainingConfig config = sessionConfig();
  config.drawnShare = 0.5;
  CHECK_THROWS_MATCHES(session.createRun(config), Error, isError(ErrorCode::wrongState, "no drawings"));
  CHECK(session.tryOut(config, 1).step == 1);  // as fast without
  CHECK_THROWS_MATCHES(session.addDrawings(Bytes(785), Bytes(1)), Error,
                       isError(ErrorCode::badData, "785 pixels for 1 labels"));
  CHECK_THROWS_MATCHES(session.addDrawings(Bytes(2 * 784), {3, 11}), Error,
                       isError(ErrorCode::badData, "label 11 at position 1"));
  CHECK(session.dataCounts().drawings == 0);
  session.addDrawings(Bytes(2 * 784, 9), {3, 10});
  CHECK(session.dataCounts().drawings == 2);
  session.createRun(config);
  session.advance(kUnlimited, 3);
  const std::string mixed = session.parameterHash();
  config.drawnShare = 0;
  session.createRun(config);
  session.advance(kUnlimited, 3);
  CHECK(session.parameterHash() != mixed);
}

}  // namespace ffnn
