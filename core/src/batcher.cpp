#include "ffnn/batcher.h"

#include <algorithm>
#include <utility>

#include "ffnn/error.h"
#include "ffnn/state_archive.h"

namespace ffnn {

Batcher::Batcher(std::vector<std::uint32_t> images, Index batchSize, Rng rng)
    : order_(std::move(images)), batchSize_(static_cast<std::size_t>(batchSize)), rng_(rng) {
  FFNN_ASSERT(batchSize >= 1 && batchSize_ <= order_.size());
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

void Batcher::exchangeState(StateArchive& archive) {
  std::vector<std::uint32_t> before = order_;
  archive.numbers("batcher.order", order_);
  auto cursor = static_cast<Index>(cursor_);
  archive.count("batcher.cursor", cursor, 0, static_cast<Index>(order_.size()));
  cursor_ = static_cast<std::size_t>(cursor);
  rng_.exchangeState(archive, "batcher.rng");
  if (archive.loading()) {
    std::vector<std::uint32_t> after = order_;
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    if (before != after) {
      throw Error(ErrorCode::badData, "checkpoint: batcher.order is not an order of this run's images");
    }
  }
}

}  // namespace ffnn
