#include "ffnn/batcher.h"

#include <algorithm>
#include <numeric>

#include "ffnn/error.h"

namespace ffnn {

Batcher::Batcher(Index sampleCount, Index batchSize, Rng rng)
    : order_(static_cast<std::size_t>(sampleCount)),
      batchSize_(static_cast<std::size_t>(batchSize)),
      rng_(rng) {
  FFNN_ASSERT(batchSize >= 1 && batchSize <= sampleCount);
  std::iota(order_.begin(), order_.end(), 0U);
}

std::span<const std::uint32_t> Batcher::next() {
  if (cursor_ == order_.size()) {
    cursor_ = 0;
  }
  if (cursor_ == 0) {
    rng_.shuffle(std::span(order_));
  }
  const std::size_t size = std::min(batchSize_, order_.size() - cursor_);
  const auto batch = std::span<const std::uint32_t>(order_).subspan(cursor_, size);
  cursor_ += size;
  return batch;
}

Index Batcher::batchesPerEpoch() const {
  return static_cast<Index>((order_.size() + batchSize_ - 1) / batchSize_);
}

}  // namespace ffnn
