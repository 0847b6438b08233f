// The validation part: its size, its balance, and that it is nothing but a part.
#include "ffnn/split.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/synthetic.h"

namespace ffnn {

namespace {

constexpr Index kImages = 500;

const Dataset& data() {
  static const Dataset images = test::makeDataset(kImages, 1);
  return images;
}

Index countOf(const std::vector<std::uint32_t>& images, Label label) {
  return std::count_if(images.begin(), images.end(),
                       [&](std::uint32_t i) { return data().label(static_cast<Index>(i)) == label; });
}

}  // namespace

TEST_CASE("both parts together are the images, each once, in order", "[split]") {
  const double share = GENERATE(0.0, 0.1, 0.2, 0.5);
  const Split split = splitByClass(data(), kImages, share, Rng(1));
  CHECK(std::is_sorted(split.training.begin(), split.training.end()));
  CHECK(std::is_sorted(split.validation.begin(), split.validation.end()));
  std::vector<std::uint32_t> all = split.training;
  all.insert(all.end(), split.validation.begin(), split.validation.end());
  std::sort(all.begin(), all.end());
  REQUIRE(all.size() == kImages);
  for (std::uint32_t i = 0; i < kImages; ++i) {
    REQUIRE(all[i] == i);
  }
}

TEST_CASE("each class gives its share, rounded", "[split]") {
  const double share = GENERATE(0.1, 0.25, 0.5);
  const Split split = splitByClass(data(), kImages, share, Rng(1));
  for (Label label = 0; label < kClasses; ++label) {
    const Index members = countOf(split.training, label) + countOf(split.validation, label);
    const double exact = share * static_cast<double>(members);
    CHECK(std::abs(static_cast<double>(countOf(split.validation, label)) - exact) <= 0.5);
  }
}

TEST_CASE("the split depends on the seed alone, and takes only the first images", "[split]") {
  const Split split = splitByClass(data(), 300, 0.2, Rng(1));
  CHECK(splitByClass(data(), 300, 0.2, Rng(1)).validation == split.validation);
  CHECK(splitByClass(data(), 300, 0.2, Rng(2)).validation != split.validation);
  CHECK(split.training.back() < 300);
  CHECK(split.validation.back() < 300);
}

TEST_CASE("no class loses its last image", "[split]") {
  const Split split = splitByClass(data(), 1, 0.5, Rng(1));
  CHECK(split.training == std::vector<std::uint32_t>{0});
  CHECK(split.validation.empty());
}

}  // namespace ffnn
