// How good a set of answers is. Pure counting; no network here.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "ffnn/types.h"

namespace ffnn {

// The column of the row's largest value, the first one if several are equal. row: 1 × classes.
Label argmax(const Eigen::Ref<const RowVector>& row);

// Counts of (true class, predicted class) pairs.
class ConfusionMatrix {
 public:
  void add(Label truth, Label prediction) { ++counts_[cell(truth, prediction)]; }

  // Adds one pair a row of logits (batch × classes).
  void add(std::span<const Label> truths, const ConstMatrixRef& logits);

  std::uint32_t count(Label truth, Label prediction) const { return counts_[cell(truth, prediction)]; }
  // All counts, row after row.
  std::span<std::uint32_t> counts() { return counts_; }

  std::uint32_t total() const;
  std::uint32_t correct() const;

  // Share of right answers, in [0, 1]; 0 when nothing was counted.
  double accuracy() const;

 private:
  static std::size_t cell(Label truth, Label prediction) {
    return static_cast<std::size_t>(truth) * kClasses + prediction;
  }
  std::array<std::uint32_t, kClasses * kClasses> counts_{};
};

}  // namespace ffnn
