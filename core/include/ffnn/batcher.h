// Batcher: which images make the next mini-batch. Every image comes once an epoch, in a new order each epoch;
// the last batch of an epoch holds what is left.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

class Batcher {
 public:
  // sampleCount: images 0 … sampleCount − 1, at least 1. batchSize: 1 … sampleCount.
  Batcher(Index sampleCount, Index batchSize, Rng rng);

  // The next batch's image numbers; valid until the call after it. Reshuffles first when an epoch begins.
  std::span<const std::uint32_t> next();

  Index batchesPerEpoch() const;

 private:
  std::vector<std::uint32_t> order_;  // a permutation of 0 … sampleCount − 1
  std::size_t batchSize_;
  std::size_t cursor_ = 0;  // where the next batch starts in order_
  Rng rng_;
};

}  // namespace ffnn
