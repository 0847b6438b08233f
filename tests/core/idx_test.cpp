// IDX files, whole and damaged in every way: a damaged one is refused with the offset, and read no further.
#include "ffnn/idx.h"

#include <catch2/catch.hpp>

#include "support/is_error.h"
#include "support/synthetic.h"

namespace ffnn {

using test::Bytes;
using test::isError;

namespace {

constexpr std::size_t kImageCount = 20;
constexpr std::size_t kImagesHeader = 16;
constexpr std::size_t kLabelsHeader = 8;

Bytes wholeImages() { return test::idxImages(test::makeImages(kImageCount, 1).pixels); }
Bytes wholeLabels() { return test::idxLabels(test::makeImages(kImageCount, 1).labels); }

// bytes with the header word at offset replaced.
Bytes withWord(const Bytes& bytes, std::size_t offset, std::uint32_t word) {
  Bytes changed(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(offset));
  test::appendWord(changed, word);
  changed.insert(changed.end(), bytes.begin() + static_cast<std::ptrdiff_t>(offset) + 4, bytes.end());
  return changed;
}

// The first size bytes in memory of exactly that size, so that a sanitizer sees every byte read beyond them.
Bytes cut(const Bytes& bytes, std::size_t size) {
  return {bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace

TEST_CASE("a whole image file gives its count and its pixels", "[idx]") {
  const Bytes bytes = wholeImages();
  const IdxImages images = parseIdxImages(bytes);
  CHECK(images.count == static_cast<Index>(kImageCount));
  CHECK(images.pixels.data() == bytes.data() + kImagesHeader);
  CHECK(images.pixels.size() == kImageCount * static_cast<std::size_t>(kPixels));
}

TEST_CASE("a whole label file gives its labels", "[idx]") {
  const Bytes bytes = wholeLabels();
  const IdxLabels labels = parseIdxLabels(bytes);
  CHECK(labels.labels.data() == bytes.data() + kLabelsHeader);
  CHECK(labels.labels.size() == kImageCount);
}

TEST_CASE("an image file cut at any byte is refused at that byte", "[idx]") {
  const Bytes bytes = wholeImages();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const Bytes part = cut(bytes, size);
    CAPTURE(size);
    REQUIRE_THROWS_MATCHES(parseIdxImages(part), Error,
                           isError(ErrorCode::badData, "at byte " + std::to_string(size)));
  }
}

TEST_CASE("a label file cut at any byte is refused at that byte", "[idx]") {
  const Bytes bytes = wholeLabels();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const Bytes part = cut(bytes, size);
    CAPTURE(size);
    REQUIRE_THROWS_MATCHES(parseIdxLabels(part), Error,
                           isError(ErrorCode::badData, "at byte " + std::to_string(size)));
  }
}

TEST_CASE("a wrong magic number is refused at byte 0", "[idx]") {
  // Of labels, of another element type, of other dimension counts, byte-swapped, compressed.
  const std::uint32_t magic = GENERATE(0x00000801U, 0x00000D03U, 0x00000802U, 0x00000804U, 0x03080000U,
                                       0x1F8B0800U, 0x00000000U, 0xFFFFFFFFU);
  CHECK_THROWS_MATCHES(parseIdxImages(withWord(wholeImages(), 0, magic)), Error,
                       isError(ErrorCode::badData, "magic", std::to_string(magic), "at byte 0"));
}

TEST_CASE("images are not accepted as labels, nor labels as images", "[idx]") {
  CHECK_THROWS_MATCHES(parseIdxLabels(wholeImages()), Error, isError(ErrorCode::badData, "at byte 0"));
  CHECK_THROWS_MATCHES(parseIdxImages(wholeLabels()), Error, isError(ErrorCode::badData, "at byte 0"));
}

TEST_CASE("image sizes other than 28 by 28 are refused at their offset", "[idx]") {
  const std::uint32_t size = GENERATE(0U, 1U, 27U, 29U, 784U, 0x80000000U, 0xFFFFFFFFU);
  CHECK_THROWS_MATCHES(parseIdxImages(withWord(wholeImages(), 8, size)), Error,
                       isError(ErrorCode::badData, "rows", std::to_string(size), "at byte 8"));
  CHECK_THROWS_MATCHES(parseIdxImages(withWord(wholeImages(), 12, size)), Error,
                       isError(ErrorCode::badData, "columns", std::to_string(size), "at byte 12"));
}

TEST_CASE("a count larger than the data is refused, however large", "[idx]") {
  // 5,478,275 · 784 is the first to overflow 32 bits; the next three wrap to few bytes there.
  const std::uint32_t count =
      GENERATE(21U, 5478275U, 0x10000000U, 0x10000014U, 0x20000014U, 0x7FFFFFFFU, 0x80000000U, 0xFFFFFFFFU);
  const Bytes images = withWord(wholeImages(), 4, count);
  CHECK_THROWS_MATCHES(parseIdxImages(images), Error,
                       isError(ErrorCode::badData, std::to_string(std::uint64_t{count} * 784),
                               "at byte " + std::to_string(images.size())));
  const Bytes labels = withWord(wholeLabels(), 4, count);
  CHECK_THROWS_MATCHES(
      parseIdxLabels(labels), Error,
      isError(ErrorCode::badData, std::to_string(count), "at byte " + std::to_string(labels.size())));
}

TEST_CASE("a count smaller than the data is refused where the data should end", "[idx]") {
  const std::uint32_t count = GENERATE(0U, 1U, 19U);
  CHECK_THROWS_MATCHES(
      parseIdxImages(withWord(wholeImages(), 4, count)), Error,
      isError(ErrorCode::badData, "unexpected", "at byte " + std::to_string(kImagesHeader + count * 784)));
  CHECK_THROWS_MATCHES(
      parseIdxLabels(withWord(wholeLabels(), 4, count)), Error,
      isError(ErrorCode::badData, "unexpected", "at byte " + std::to_string(kLabelsHeader + count)));
}

TEST_CASE("one byte after the data is refused", "[idx]") {
  Bytes images = wholeImages();
  Bytes labels = wholeLabels();
  const std::string imagesEnd = "at byte " + std::to_string(images.size());
  const std::string labelsEnd = "at byte " + std::to_string(labels.size());
  images.push_back(0);
  labels.push_back(0);
  CHECK_THROWS_MATCHES(parseIdxImages(images), Error, isError(ErrorCode::badData, imagesEnd));
  CHECK_THROWS_MATCHES(parseIdxLabels(labels), Error, isError(ErrorCode::badData, labelsEnd));
}

TEST_CASE("a file that announces no image and holds none is empty, not wrong", "[idx]") {
  CHECK(parseIdxImages(test::idxImages({})).count == 0);
  CHECK(parseIdxLabels(test::idxLabels({})).labels.empty());
}

TEST_CASE("a label of 10 or more is refused at its own offset", "[idx]") {
  const std::size_t place = GENERATE(std::size_t{0}, std::size_t{7}, kImageCount - 1);
  const int label = GENERATE(10, 11, 255);
  Bytes bytes = wholeLabels();
  bytes[kLabelsHeader + place] = static_cast<std::uint8_t>(label);
  CHECK_THROWS_MATCHES(parseIdxLabels(bytes), Error,
                       isError(ErrorCode::badData, "label is " + std::to_string(label),
                               "at byte " + std::to_string(kLabelsHeader + place)));
}

TEST_CASE("label 9 is the highest accepted", "[idx]") {
  Bytes bytes = wholeLabels();
  bytes[kLabelsHeader] = 9;
  CHECK(parseIdxLabels(bytes).labels[0] == 9);
}

}  // namespace ffnn
