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

Order firstImages(Index count) {
  Order images(static_cast<std::size_t>(count));
  std::iota(images.begin(), images.end(), 0U);
  return images;
}

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
  Batcher batcher(firstImages(kCount), batchSize, Rng(1));
  CHECK(batcher.batchesPerEpoch() == (kCount + batchSize - 1) / batchSize);
  const Order all = firstImages(kCount);
  for (int epoch = 0; epoch < 4; ++epoch) {
    CHECK(sorted(epochOf(batcher, batchSize)) == all);
  }
}

TEST_CASE("each epoch has an order of its own, already the first", "[batcher]") {
  Batcher batcher(firstImages(kCount), 5, Rng(1));
  const Order first = epochOf(batcher, 5);
  const Order second = epochOf(batcher, 5);
  const Order third = epochOf(batcher, 5);
  CHECK(first != sorted(first));
  CHECK(first != second);
  CHECK(second != third);
  CHECK(first != third);
}

TEST_CASE("the order depends on the seed alone, not on the batch size", "[batcher]") {
  Batcher one(firstImages(kCount), 5, Rng(1));
  Batcher same(firstImages(kCount), 7, Rng(1));
  Batcher other(firstImages(kCount), 5, Rng(2));
  for (int epoch = 0; epoch < 3; ++epoch) {
    const Order order = epochOf(one, 5);
    CHECK(order == epochOf(same, 7));
    CHECK(order != epochOf(other, 5));
  }
}

TEST_CASE("one image makes one batch, again and again", "[batcher]") {
  Batcher batcher({0}, 1, Rng(1));
  for (int i = 0; i < 3; ++i) {
    const auto batch = batcher.next();
    REQUIRE(batch.size() == 1);
    CHECK(batch[0] == 0);
  }
}

TEST_CASE("a batcher goes through the images it was given and no others", "[batcher]") {
  Batcher batcher({40, 7, 9, 100}, 3, Rng(1));
  for (int epoch = 0; epoch < 3; ++epoch) {
    Order order;
    for (int b = 0; b < 2; ++b) {
      const auto batch = batcher.next();
      order.insert(order.end(), batch.begin(), batch.end());
    }
    CHECK(sorted(order) == Order{7, 9, 40, 100});
  }
}

}  // namespace ffnn
