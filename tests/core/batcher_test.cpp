// Batches: every image once an epoch, the last batch holds what is left, the order depends on the seed alone.
#include "ffnn/batcher.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <vector>

namespace ffnn {

namespace {

using Order = std::vector<std::uint32_t>;

constexpr Index kCount = 23;

// The images of one epoch in the order they come; checks every batch's size on the way.
Order epochOf(Batcher& batcher, Index batchSize) {
  Order order;
  for (Index b = 0; b < batcher.batchesPerEpoch(); ++b) {
    const auto batch = batcher.next();
    const Index left = kCount - static_cast<Index>(order.size());
    REQUIRE(static_cast<Index>(batch.size()) == std::min(batchSize, left));
    order.insert(order.end(), batch.begin(), batch.end());
  }
  return order;
}

Order sorted(Order order) {
  std::sort(order.begin(), order.end());
  return order;
}

}  // namespace

TEST_CASE("every image comes exactly once an epoch, whatever the batch size", "[batcher]") {
  const Index batchSize = GENERATE(1, 2, 5, 22, 23);
  Batcher batcher(kCount, batchSize, Rng(1));
  CHECK(batcher.batchesPerEpoch() == (kCount + batchSize - 1) / batchSize);
  Order all(kCount);
  std::iota(all.begin(), all.end(), 0U);
  for (int epoch = 0; epoch < 4; ++epoch) {
    CHECK(sorted(epochOf(batcher, batchSize)) == all);
  }
}

TEST_CASE("each epoch has an order of its own, already the first", "[batcher]") {
  Batcher batcher(kCount, 5, Rng(1));
  const Order first = epochOf(batcher, 5);
  const Order second = epochOf(batcher, 5);
  const Order third = epochOf(batcher, 5);
  CHECK(first != sorted(first));
  CHECK(first != second);
  CHECK(second != third);
  CHECK(first != third);
}

TEST_CASE("the order depends on the seed alone, not on the batch size", "[batcher]") {
  Batcher one(kCount, 5, Rng(1));
  Batcher same(kCount, 7, Rng(1));
  Batcher other(kCount, 5, Rng(2));
  for (int epoch = 0; epoch < 3; ++epoch) {
    const Order order = epochOf(one, 5);
    CHECK(order == epochOf(same, 7));
    CHECK(order != epochOf(other, 5));
  }
}

TEST_CASE("one image makes one batch, again and again", "[batcher]") {
  Batcher batcher(1, 1, Rng(1));
  for (int i = 0; i < 3; ++i) {
    const auto batch = batcher.next();
    REQUIRE(batch.size() == 1);
    CHECK(batch[0] == 0);
  }
}

}  // namespace ffnn
