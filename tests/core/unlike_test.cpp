// When scores are no answer.
#include "ffnn/unlike.h"

#include <catch2/catch.hpp>
#include <vector>

namespace ffnn {

TEST_CASE("perplexity counts the classes that an answer wavers between", "[unlike]") {
  for (const std::size_t classes : {1U, 2U, 5U, 10U}) {
    std::vector<float> scores(10, 0.0F);
    std::fill_n(scores.begin(), classes, 1.0F / static_cast<float>(classes));
    CHECK(perplexity(scores) == Approx(static_cast<double>(classes)));
    CHECK(isUnlikeAny(scores) == (classes >= 5));
  }
}

TEST_CASE("a clear favourite is an answer, whatever is left over", "[unlike]") {
  std::vector<float> scores(10, 0.02F);
  scores[3] = 0.82F;
  CHECK_FALSE(isUnlikeAny(scores));
}

}  // namespace ffnn
