#include "ffnn/evaluator.h"

#include <algorithm>
#include <utility>

#include "ffnn/loss.h"

namespace ffnn {

Evaluator::Evaluator(const Dataset& data, std::vector<std::uint32_t> images)
    : data_(data), images_(std::move(images)) {}

void Evaluator::restart() {
  cursor_ = 0;
  lossSum_ = 0;
  confusion_ = {};
}

Index Evaluator::advance(const Network& network, Index rows, Matrix& x, Workspace& workspace) {
  const std::size_t size = std::min(static_cast<std::size_t>(rows), images_.size() - cursor_);
  const auto block = std::span<const std::uint32_t>(images_).subspan(cursor_, size);
  labels_.resize(size);
  auto input = x.topRows(static_cast<Index>(size));
  data_.gather(block, input, labels_);
  const ConstMatrixRef logits = network.forward(input, workspace);
  for (std::size_t r = 0; r < size; ++r) {  // one by one: sums of blocks would depend on the blocks
    lossSum_ += crossEntropy(logits.middleRows(static_cast<Index>(r), 1), std::span(labels_).subspan(r, 1));
  }
  confusion_.add(labels_, logits);
  cursor_ += size;
  return static_cast<Index>(size);
}

Evaluation Evaluator::result() const {
  return {cursor_ == 0 ? 0.0 : lossSum_ / static_cast<double>(cursor_), confusion_};
}

std::vector<std::uint32_t> evenSample(Index available, Index count) {
  const Index size = std::min(available, count);
  std::vector<std::uint32_t> sample(static_cast<std::size_t>(size));
  for (Index i = 0; i < size; ++i) {
    sample[static_cast<std::size_t>(i)] =
        static_cast<std::uint32_t>(std::int64_t{i} * available / size);  // Index may have 32 bits
  }
  return sample;
}

}  // namespace ffnn
