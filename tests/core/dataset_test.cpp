// Dataset: appended images come back as they were, and reach a network scaled to [0, 1].
#include "ffnn/dataset.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "support/is_error.h"
#include "support/synthetic.h"

namespace ffnn {

using test::isError;
using test::makeImages;
using test::RawImages;

namespace {

void append(Dataset& data, const RawImages& images) {
  data.append({static_cast<Index>(images.labels.size()), images.pixels}, {images.labels});
}

bool sameBytes(std::span<const std::uint8_t> left, std::span<const std::uint8_t> right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

}  // namespace

TEST_CASE("pixel bytes 0 to 255 scale to exactly 0 to 1, in equal steps", "[dataset]") {
  std::vector<std::uint8_t> bytes(256);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(i);
  }
  std::vector<Scalar> row(256);
  PixelScale().apply(bytes, row.data());
  CHECK(row[0] == Scalar(0));
  CHECK(row[255] == Scalar(1));
  for (std::size_t i = 0; i < row.size(); ++i) {
    CHECK(static_cast<double>(row[i]) == Approx(static_cast<double>(i) / 255.0).epsilon(1e-6));
  }
}

TEST_CASE("images and labels come back in the order they were appended", "[dataset]") {
  const RawImages first = makeImages(3, 1);
  const RawImages second = makeImages(2, 2);
  Dataset data;
  data.reserve(5);
  append(data, first);
  append(data, second);
  REQUIRE(data.size() == 5);
  CHECK(sameBytes(data.image(2), std::span(first.pixels).subspan(2 * 784, 784)));
  CHECK(sameBytes(data.image(4), std::span(second.pixels).subspan(784, 784)));
  CHECK(data.label(2) == first.labels[2]);
  CHECK(data.label(4) == second.labels[1]);
}

TEST_CASE("as many images as labels, or nothing is added", "[dataset]") {
  const RawImages images = makeImages(4, 1);
  Dataset data;
  append(data, images);
  const std::span<const std::uint8_t> labels(images.labels);
  CHECK_THROWS_MATCHES(data.append({4, images.pixels}, {labels.first(3)}), Error,
                       isError(ErrorCode::badData, "4 images", "3 labels"));
  CHECK_THROWS_MATCHES(data.append({3, std::span(images.pixels).first(3 * 784)}, {labels}), Error,
                       isError(ErrorCode::badData, "3 images", "4 labels"));
  CHECK(data.size() == 4);
  append(data, images);
  CHECK(data.size() == 8);
  CHECK(sameBytes(data.image(7), data.image(3)));
}

TEST_CASE("gather fills rows in the order of the indices, repeats included", "[dataset]") {
  const RawImages images = makeImages(6, 3);
  Dataset data;
  append(data, images);
  const std::vector<std::uint32_t> indices = {5, 0, 5};
  Matrix x(3, kPixels);
  std::vector<Label> labels(3);
  data.gather(indices, PixelScale(), x, labels);
  for (Index r = 0; r < 3; ++r) {
    const std::uint32_t image = indices[static_cast<std::size_t>(r)];
    CHECK(labels[static_cast<std::size_t>(r)] == images.labels[image]);
    std::vector<Scalar> expected(784);
    PixelScale().apply(data.image(static_cast<Index>(image)), expected.data());
    CHECK(std::equal(expected.begin(), expected.end(), x.row(r).data()));
  }
}

TEST_CASE("standardised pixels of the chosen images have mean 0 and deviation 1", "[dataset]") {
  Dataset data;
  append(data, makeImages(40, 3));
  const std::vector<std::uint32_t> indices = {1, 4, 9, 16, 25, 36};
  const PixelScale scale = data.scaleFor(InputScaling::standardized, indices);
  Matrix x(6, kPixels);
  std::vector<Label> labels(6);
  data.gather(indices, scale, x, labels);
  const Eigen::ArrayXXd pixels = x.cast<double>().array();
  CHECK(pixels.mean() == Approx(0).margin(1e-5));
  CHECK(pixels.square().mean() == Approx(1).epsilon(1e-5));
  // Other images have other means: the scale is that of the images it was made from.
  const std::vector<std::uint32_t> others = {0, 2};
  CHECK(data.scaleFor(InputScaling::standardized, others).scale != scale.scale);
}

TEST_CASE("pixels in [0, 1] need no look at the images, and equal pixels are only shifted", "[dataset]") {
  const std::vector<std::uint8_t> grey(kPixels, 51);
  const std::vector<Label> labels = {3};
  Dataset data;
  data.append({1, grey}, {labels});
  const std::vector<std::uint32_t> indices = {0};
  CHECK(data.scaleFor(InputScaling::unit, indices).scale == PixelScale().scale);
  CHECK(data.scaleFor(InputScaling::unit, indices).offset == 0);
  const PixelScale scale = data.scaleFor(InputScaling::standardized, indices);
  CHECK(scale.scale == 1);
  CHECK(scale.offset == -51);
}

TEST_CASE("input scaling names are read back, others are refused", "[dataset]") {
  CHECK(inputScalingFromName(name(InputScaling::unit)) == InputScaling::unit);
  CHECK(inputScalingFromName(name(InputScaling::standardized)) == InputScaling::standardized);
  CHECK_THROWS_MATCHES(
      inputScalingFromName("none"), Error,
      isError(ErrorCode::invalidSetting, "input scaling", "unit or standardized", "\"none\""));
}

}  // namespace ffnn
