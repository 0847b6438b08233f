#include "ffnn/idx.h"

#include <string>

#include "ffnn/error.h"

namespace ffnn {
namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr std::uint32_t kImagesMagic = 0x00000803;  // unsigned bytes, three dimensions
constexpr std::uint32_t kLabelsMagic = 0x00000801;  // unsigned bytes, one dimension
constexpr std::size_t kWordBytes = 4;

[[noreturn]] void fail(const std::string& what, std::size_t offset) {
  throw Error(ErrorCode::badData, "IDX file: " + what + " at byte " + std::to_string(offset));
}

std::uint32_t readWord(Bytes bytes, std::size_t offset, const char* what) {
  if (bytes.size() < offset + kWordBytes) {
    fail(std::string("ends inside the ") + what, bytes.size());
  }
  return (std::uint32_t{bytes[offset]} << 24) | (std::uint32_t{bytes[offset + 1]} << 16) |
         (std::uint32_t{bytes[offset + 2]} << 8) | std::uint32_t{bytes[offset + 3]};
}

void expectWord(Bytes bytes, std::size_t offset, const char* what, std::uint32_t expected) {
  const std::uint32_t found = readWord(bytes, offset, what);
  if (found != expected) {
    fail(std::string(what) + " is " + std::to_string(found) + ", expected " + std::to_string(expected),
         offset);
  }
}

// The payload must be exactly count items; 64-bit arithmetic, so no count can overflow it.
Bytes readPayload(Bytes bytes, std::size_t headerBytes, std::uint32_t count, Index itemBytes) {
  const std::uint64_t needed = std::uint64_t{count} * static_cast<std::uint64_t>(itemBytes);
  const std::uint64_t present = bytes.size() - headerBytes;
  if (present < needed) {
    fail("data ends early: " + std::to_string(needed) + " bytes announced, " + std::to_string(present) +
             " present",
         bytes.size());
  }
  if (present > needed) {
    fail(std::to_string(present - needed) + " unexpected bytes after the data",
         headerBytes + static_cast<std::size_t>(needed));
  }
  return bytes.subspan(headerBytes);
}

}  // namespace

IdxImages parseIdxImages(Bytes bytes) {
  expectWord(bytes, 0, "magic number of images", kImagesMagic);
  const std::uint32_t count = readWord(bytes, kWordBytes, "number of images");
  expectWord(bytes, 2 * kWordBytes, "number of rows", static_cast<std::uint32_t>(kImageSize));
  expectWord(bytes, 3 * kWordBytes, "number of columns", static_cast<std::uint32_t>(kImageSize));
  return {static_cast<Index>(count), readPayload(bytes, 4 * kWordBytes, count, kPixels)};
}

IdxLabels parseIdxLabels(Bytes bytes) {
  expectWord(bytes, 0, "magic number of labels", kLabelsMagic);
  const std::uint32_t count = readWord(bytes, kWordBytes, "number of labels");
  const Bytes labels = readPayload(bytes, 2 * kWordBytes, count, 1);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (labels[i] >= kClasses) {
      fail("label is " + std::to_string(labels[i]) + ", expected 0 to 9", 2 * kWordBytes + i);
    }
  }
  return {labels};
}

}  // namespace ffnn
