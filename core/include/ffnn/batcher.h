// Batcher: which images make the next mini-batch. Every image given comes once an epoch, in a new order each
// epoch; the last batch of an epoch holds what is left.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

class Batcher {
 public:
  // images: the image numbers to go through, at least one. batchSize: 1 … images.size().
  Batcher(std::vector<std::uint32_t> images, Index batchSize, Rng rng);

  // The next batch's image numbers; valid until the call after it. Reshuffles first when an epoch begins.
  std::span<const std::uint32_t> next();

  Index batchesPerEpoch() const;

  // Images given out since the epoch began; 0 at its end.
  Index imagesThisEpoch() const { return static_cast<Index>(cursor_ % order_.size()); }

  // Put back, the order must hold the same images; throws Error{badData} otherwise.
  void exchangeState(StateArchive& archive);

 private:
  std::vector<std::uint32_t> order_;  // a permutation of the images
  std::size_t batchSize_;
  std::size_t cursor_ = 0;  // where the next batch starts in order_
  Rng rng_;
};

}  // namespace ffnn
