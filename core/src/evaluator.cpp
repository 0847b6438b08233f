#include "ffnn/evaluator.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ffnn/byte_scores.h"
#include "ffnn/loss.h"
#include "ffnn/training_config.h"

namespace ffnn {

Evaluator::Evaluator(const Dataset& data, std::vector<std::uint32_t> images, const PixelScale& scale,
                     ShuffledLabels labels)
    : data_(data), images_(std::move(images)), scale_(scale), taught_(std::move(labels)) {}

void Evaluator::restart() {
  cursor_ = 0;
  lossSum_ = 0;
  lossSquares_ = 0;
  confusion_ = {};
}

Index Evaluator::advance(const Network& network, Index rows, Matrix& x, Workspace& workspace,
                         ThreadPool& threads, UnitWatch* units, std::vector<std::uint8_t>* scores) {
  const std::size_t size = std::min(static_cast<std::size_t>(rows), images_.size() - cursor_);
  const auto block = std::span<const std::uint32_t>(images_).subspan(cursor_, size);
  const auto count = static_cast<Index>(size);
  labels_.resize(size);
  losses_.resize(size);
  const Index parts = threads.partsFor(forwardFlops(network.config()) * static_cast<double>(size));
  threads.run(parts,
              [&](const Part& part) { measureRows(network, block, part.of(count, kRowUnit), x, workspace); });
  for (const double loss : losses_) {  // one by one: sums of blocks would depend on the blocks
    lossSum_ += loss;
    lossSquares_ += loss * loss;
  }
  if (units != nullptr) {
    units->add(workspace.outputs, count);
  }
  if (scores != nullptr) {
    for (Index r = 0; r < count; ++r) {
      const auto bytes = byteScores(workspace.outputs.back().row(r));
      scores->insert(scores->end(), bytes.begin(), bytes.end());
    }
  }
  confusion_.add(labels_, workspace.outputs.back().topRows(count));
  cursor_ += size;
  return count;
}

void Evaluator::measureRows(const Network& network, std::span<const std::uint32_t> block, Range rows,
                            Matrix& x, Workspace& workspace) {
  const auto first = static_cast<std::size_t>(rows.first);
  const auto count = static_cast<std::size_t>(rows.count);
  const auto labels = std::span(labels_).subspan(first, count);
  data_.gather(block.subspan(first, count), scale_, x.middleRows(rows.first, rows.count), labels);
  taught_.apply(block.subspan(first, count), labels);
  const ConstMatrixRef logits = network.forwardRows(x, rows, workspace, Masks::ignored);
  for (std::size_t r = 0; r < count; ++r) {
    losses_[first + r] = crossEntropy(logits.middleRows(static_cast<Index>(r), 1), labels.subspan(r, 1));
  }
}

Score Evaluator::score() const {
  if (cursor_ == 0) {
    return {};
  }
  const auto count = static_cast<double>(cursor_);
  const double mean = lossSum_ / count;
  const double variance = std::max(0.0, lossSquares_ / count - mean * mean);
  return {.loss = mean,
          .accuracy = confusion_.accuracy(),
          .lossError = std::sqrt(variance / count),
          .images = static_cast<Index>(cursor_)};
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
