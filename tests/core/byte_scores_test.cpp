#include "ffnn/byte_scores.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <numeric>

#include "ffnn/loss.h"
#include "ffnn/metrics.h"
#include "ffnn/rng.h"

namespace ffnn {
namespace {

RowVector row(std::initializer_list<Scalar> values) {
  RowVector result = RowVector::Constant(kClasses, -20);
  std::copy(values.begin(), values.end(), result.data());
  return result;
}

Index largest(const std::array<std::uint8_t, kClasses>& bytes) {
  return std::max_element(bytes.begin(), bytes.end()) - bytes.begin();
}

}  // namespace

TEST_CASE("byte scores are the softmax in 255ths, within one and a half", "[byte_scores]") {
  Rng rng(3);
  for (int trial = 0; trial < 200; ++trial) {
    RowVector logits(kClasses);
    for (Index c = 0; c < kClasses; ++c) {
      logits(c) = static_cast<Scalar>(3 * rng.normal());
    }
    Matrix scores = logits;
    softmax(scores);
    const auto bytes = byteScores(logits);
    for (std::size_t c = 0; c < bytes.size(); ++c) {
      REQUIRE(std::abs(bytes[c] - 255 * scores(0, static_cast<Index>(c))) <= 1.5);
    }
    REQUIRE(largest(bytes) == argmax(logits));
    REQUIRE(std::count(bytes.begin(), bytes.end(), *std::max_element(bytes.begin(), bytes.end())) == 1);
  }
}

TEST_CASE("the answer stays the only largest score, however close the others are", "[byte_scores]") {
  const auto close = byteScores(row({1, 1.0001F}));
  CHECK(close[1] > close[0]);
  const auto equal = byteScores(row({-20, -20, -20}));  // all ten alike: the first is the answer
  CHECK(largest(equal) == 0);
  CHECK(equal[1] == equal[0] - 1);
  CHECK(byteScores(row({50}))[0] == 255);
}

TEST_CASE("scores that are not numbers are none, with an answer all the same", "[byte_scores]") {
  const auto bytes = byteScores(RowVector::Constant(kClasses, std::numeric_limits<Scalar>::quiet_NaN()));
  CHECK(std::accumulate(bytes.begin(), bytes.end(), 0) == 1);
}

}  // namespace ffnn
