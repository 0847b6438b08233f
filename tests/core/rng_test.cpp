// Rng: the expected numbers come from an independent program written after the papers, not from this code.
#include "ffnn/rng.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <vector>

#include "support/bits.h"

namespace ffnn {

using test::bitsOf;

namespace {

std::vector<std::uint32_t> firstValues(Rng rng, int count) {
  std::vector<std::uint32_t> values;
  for (int i = 0; i < count; ++i) {
    values.push_back(rng.next());
  }
  return values;
}

}  // namespace

TEST_CASE("fixed seeds give fixed values", "[rng][golden]") {
  using Values = std::vector<std::uint32_t>;
  CHECK(firstValues(Rng(1), 4) == Values{0x7FF78DE4, 0x9A170265, 0xDAC127B8, 0x9859E914});
  CHECK(firstValues(Rng(1, 1), 4) == Values{0x9F8A2106, 0xCD90C67C, 0x275E15D6, 0xEA2D2282});
  CHECK(firstValues(Rng(0), 4) == Values{0x4653DAA3, 0x73922B58, 0xB82B4ADD, 0xD9FABD3B});
  CHECK(firstValues(Rng(4294967295U), 4) == Values{0x38D3E448, 0x5079F70B, 0x1182CDB7, 0x97B5B8B8});
}

TEST_CASE("uniform and normal numbers are fixed to the bit", "[rng][golden]") {
  Rng uniform(5);
  CHECK(uniform.uniform() == 0x1.68082ep-1F);
  CHECK(uniform.uniform() == 0x1.c04720p-3F);
  Rng normal(1);
  const std::vector<std::uint32_t> expected = {0xBB511CA1, 0x40216D1C, 0x3F8977C1, 0x3E938A8C};
  for (const std::uint32_t bits : expected) {
    CHECK(bitsOf(normal.normal()) == bits);
  }
}

TEST_CASE("bounded numbers are fixed, also where some draws must be rejected", "[rng][golden]") {
  Rng small(3);
  for (const std::uint32_t expected : {9U, 0U, 3U, 0U, 7U, 0U, 7U, 3U, 4U, 5U, 9U, 6U}) {
    CHECK(small.below(10) == expected);
  }
  Rng large(3);
  for (const std::uint32_t expected : {119632790U, 1022448578U, 14736595U, 140178897U}) {
    CHECK(large.below(0xC0000000U) == expected);
  }
}

TEST_CASE("streams of one seed differ, and so do neighbouring seeds", "[rng]") {
  const auto base = firstValues(Rng(7), 16);
  CHECK(base == firstValues(Rng(7), 16));
  CHECK(base != firstValues(Rng(7, 1), 16));
  CHECK(base != firstValues(Rng(8), 16));
  CHECK(firstValues(Rng(7, 1), 16) != firstValues(Rng(8), 16));
}

TEST_CASE("bounded numbers stay in range and come equally often", "[rng]") {
  Rng rng(11);
  for (int i = 0; i < 100; ++i) {
    REQUIRE(rng.below(1) == 0);
  }
  constexpr int kDraws = 70'000;
  constexpr std::uint32_t kBound = 7;
  std::vector<int> counts(kBound);
  for (int i = 0; i < kDraws; ++i) {
    const std::uint32_t value = rng.below(kBound);
    REQUIRE(value < kBound);
    ++counts[value];
  }
  double chiSquare = 0;
  for (const int count : counts) {
    const double difference = count - 1.0 * kDraws / kBound;
    chiSquare += difference * difference / (1.0 * kDraws / kBound);
  }
  CHECK(chiSquare < 22.5);  // exceeded once in a thousand, six degrees of freedom
}

TEST_CASE("a bound that 2^32 does not divide favours no half", "[rng]") {
  // Without rejection the values below 2^31 of this bound would come twice as often as the others.
  Rng rng(12);
  constexpr std::uint32_t kBound = 0xC0000000U;
  int thirds[3] = {};
  constexpr int kDraws = 30'000;
  for (int i = 0; i < kDraws; ++i) {
    ++thirds[rng.below(kBound) / 0x40000000U];
  }
  for (const int count : thirds) {
    CHECK(std::abs(count - kDraws / 3) < 330);  // four standard deviations
  }
}

TEST_CASE("uniform numbers lie in [0, 1) with mean 1/2", "[rng]") {
  Rng rng(13);
  double sum = 0;
  constexpr int kDraws = 100'000;
  for (int i = 0; i < kDraws; ++i) {
    const float value = rng.uniform();
    REQUIRE((value >= 0.0F && value < 1.0F));
    sum += static_cast<double>(value);
  }
  CHECK(sum / kDraws == Approx(0.5).margin(0.004));
}

TEST_CASE("normal numbers have mean 0, variance 1, no skew and the right tails", "[rng]") {
  Rng rng(14);
  constexpr int kDraws = 200'000;
  double moments[4] = {};
  int beyondTwo = 0;
  for (int i = 0; i < kDraws; ++i) {
    const auto value = static_cast<double>(rng.normal());
    moments[0] += value;
    moments[1] += value * value;
    moments[2] += value * value * value;
    moments[3] += value * value * value * value;
    beyondTwo += std::abs(value) > 2 ? 1 : 0;
  }
  CHECK(moments[0] / kDraws == Approx(0).margin(0.01));
  CHECK(moments[1] / kDraws == Approx(1).margin(0.015));
  CHECK(moments[2] / kDraws == Approx(0).margin(0.04));
  CHECK(moments[3] / kDraws == Approx(3).margin(0.1));
  CHECK(1.0 * beyondTwo / kDraws == Approx(0.0455).margin(0.002));
}

TEST_CASE("a shuffle is a permutation, fixed by the seed", "[rng][golden]") {
  std::vector<int> items(10);
  std::iota(items.begin(), items.end(), 0);
  Rng(7).shuffle(std::span(items));
  CHECK(items == std::vector<int>{4, 5, 6, 1, 3, 8, 7, 2, 9, 0});
  std::sort(items.begin(), items.end());
  for (int i = 0; i < 10; ++i) {
    CHECK(items[static_cast<std::size_t>(i)] == i);
  }
}

TEST_CASE("shuffling nothing or one item does nothing", "[rng]") {
  std::vector<int> none;
  std::vector<int> one = {5};
  Rng rng(1);
  rng.shuffle(std::span(none));
  rng.shuffle(std::span(one));
  CHECK(one == std::vector<int>{5});
  CHECK(rng.next() == Rng(1).next());
}

TEST_CASE("a shuffle puts every item in every place equally often", "[rng]") {
  Rng rng(15);
  int counts[4][4] = {};
  constexpr int kRounds = 20'000;
  for (int i = 0; i < kRounds; ++i) {
    std::vector<std::size_t> items = {0, 1, 2, 3};
    rng.shuffle(std::span(items));
    for (std::size_t place = 0; place < 4; ++place) {
      ++counts[items[place]][place];
    }
  }
  for (const auto& row : counts) {
    for (const int count : row) {
      CHECK(std::abs(count - kRounds / 4) < 260);  // over four standard deviations
    }
  }
}

}  // namespace ffnn
