// What Session tells of a run beyond its curves: validation, insides, verdict; saving it and going on.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "session.h"
#include "support/is_error.h"
#include "support/session.h"

namespace ffnn {

using test::isError;
using test::kUnlimited;
using test::loadedSession;
using test::sessionConfig;

TEST_CASE("a validation part has its curve, and early stopping is reported", "[session]") {
  Session session = loadedSession();
  TrainingConfig config = sessionConfig();
  config.validationShare = 0.2;
  config.epochs = 200;
  config.learningRate = 0.3;
  config.patience = 2;
  config.restoreBest = true;
  session.createRun(config);
  const Progress end = session.advance(kUnlimited, kUnlimited);
  CHECK(end.state == "stopped");
  CHECK(end.bestEpoch == end.epochsDone - 2);
  CHECK(end.bestIsBack);
  CHECK(end.imagesPerEpoch < test::kTrainImages);
  const std::vector<double> last = session.curve(static_cast<Index>(end.curvePoints) - 1);
  CHECK(last[5] > 0);
  CHECK((last[6] >= 0 && last[6] <= 1));
  CHECK(session.verdict().onValidation);
}

TEST_CASE("insides come in parts of three numbers a layer and epoch", "[session]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, kUnlimited);
  const std::vector<double> all = session.insides(0);
  REQUIRE(all.size() == 3 * 2 * 3);
  CHECK(all[0] > 0);   // gradient norm of the hidden layer
  CHECK(all[1] > 0);   // its update ratio
  CHECK(all[5] == 0);  // no flat share of the output layer
  CHECK(session.insides(2) == std::vector<double>(all.begin() + 12, all.end()));
  CHECK(session.insides(3).empty());
}

TEST_CASE("a restored run is the current one, and goes on bit for bit", "[session][checkpoint]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, 5);
  const Checkpoint checkpoint = session.checkpoint();
  session.advance(kUnlimited, kUnlimited);
  const std::string whole = session.parameterHash();
  CHECK(session.restoreRun(checkpoint).step == 5);
  CHECK(session.parameterHash() != whole);
  session.advance(kUnlimited, kUnlimited);
  CHECK(session.parameterHash() == whole);
  CHECK(session.bringBack().step == 12);  // the run that it replaced
}

TEST_CASE("a refused checkpoint leaves the current run untouched", "[session][checkpoint]") {
  Session session = loadedSession();
  session.createRun(sessionConfig());
  session.advance(kUnlimited, 5);
  Checkpoint checkpoint = session.checkpoint();
  const std::string hash = session.parameterHash();
  checkpoint.arrays.pop_back();
  CHECK_THROWS_MATCHES(session.restoreRun(checkpoint), Error, isError(ErrorCode::badData, "is missing"));
  CHECK(session.parameterHash() == hash);
  CHECK(session.progress().step == 5);
}

TEST_CASE("a network sees drawings and images on the scale that it was trained on", "[session]") {
  Session session = loadedSession();
  TrainingConfig config = sessionConfig();
  config.inputScaling = InputScaling::standardized;
  config.epochs = 20;
  session.createRun(config);
  session.advance(kUnlimited, kUnlimited);
  int right = 0;
  for (Index i = 0; i < test::kTestImages; ++i) {
    const std::vector<float> scores = session.classifyTestImage(i);
    const auto best = std::max_element(scores.begin(), scores.end()) - scores.begin();
    right += static_cast<double>(best) == session.image("test", i).label ? 1 : 0;
  }
  const double accuracy = session.curve(static_cast<Index>(session.progress().curvePoints) - 1)[4];
  CHECK(right == std::lround(accuracy * test::kTestImages));
}

}  // namespace ffnn
