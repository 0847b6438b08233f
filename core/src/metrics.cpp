#include "ffnn/metrics.h"

#include <numeric>

namespace ffnn {

Label argmax(const Eigen::Ref<const RowVector>& row) {
  Index best = 0;
  for (Index j = 1; j < row.size(); ++j) {
    if (row[j] > row[best]) {
      best = j;
    }
  }
  return static_cast<Label>(best);
}

void ConfusionMatrix::add(std::span<const Label> truths, const ConstMatrixRef& logits) {
  for (std::size_t i = 0; i < truths.size(); ++i) {
    add(truths[i], argmax(logits.row(static_cast<Index>(i))));
  }
}

std::uint32_t ConfusionMatrix::total() const {
  return std::accumulate(counts_.begin(), counts_.end(), std::uint32_t{0});
}

std::uint32_t ConfusionMatrix::correct() const {
  std::uint32_t sum = 0;
  for (Label c = 0; c < kClasses; ++c) {
    sum += count(c, c);
  }
  return sum;
}

double ConfusionMatrix::accuracy() const {
  const std::uint32_t all = total();
  return all == 0 ? 0.0 : static_cast<double>(correct()) / all;
}

}  // namespace ffnn
