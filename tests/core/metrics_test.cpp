// Counting right and wrong answers.
#include "ffnn/metrics.h"

#include <catch2/catch.hpp>
#include <limits>
#include <vector>

namespace ffnn {

TEST_CASE("the answer is the largest logit, the first of equals", "[metrics]") {
  RowVector row(4);
  row << -3, -1, -2, -1;
  CHECK(argmax(row) == 1);
  row << 5, 5, 5, 5;
  CHECK(argmax(row) == 0);
  row << 1, 2, 3, 4;
  CHECK(argmax(row) == 3);
}

TEST_CASE("NaN logits still give an answer within range", "[metrics]") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  RowVector row(3);
  row << nan, nan, nan;
  CHECK(argmax(row) < 3);
  row << 1, nan, 2;
  CHECK(argmax(row) < 3);
}

TEST_CASE("an empty confusion matrix has accuracy 0", "[metrics]") {
  const ConfusionMatrix confusion;
  CHECK(confusion.total() == 0);
  CHECK(confusion.accuracy() == 0.0);
}

TEST_CASE("pairs are counted by true class, then predicted class", "[metrics]") {
  ConfusionMatrix confusion;
  confusion.add(2, 7);
  confusion.add(2, 7);
  confusion.add(9, 9);
  confusion.add(0, 0);
  CHECK(confusion.count(2, 7) == 2);
  CHECK(confusion.count(7, 2) == 0);
  CHECK(confusion.count(9, 9) == 1);
  CHECK(confusion.total() == 4);
  CHECK(confusion.correct() == 2);
  CHECK(confusion.accuracy() == 0.5);
}

TEST_CASE("rows of logits count as their answers", "[metrics]") {
  Matrix logits = Matrix::Zero(3, kClasses);
  logits(0, 4) = 1;
  logits(1, 9) = 1;
  logits(2, 4) = 1;
  const std::vector<Label> truths = {4, 9, 5};
  ConfusionMatrix confusion;
  confusion.add(truths, logits);
  CHECK(confusion.count(4, 4) == 1);
  CHECK(confusion.count(9, 9) == 1);
  CHECK(confusion.count(5, 4) == 1);
  CHECK(confusion.total() == 3);
  CHECK(confusion.accuracy() == Approx(2.0 / 3));
}

}  // namespace ffnn
