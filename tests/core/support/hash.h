// One number for many bytes: what a golden test compares.
#pragma once

#include <cstdint>
#include <span>

namespace ffnn::test {

// FNV-1a, 64 bit.
inline std::uint64_t hashOf(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const std::uint8_t byte : bytes) {
    hash = (hash ^ byte) * 0x100000001B3ULL;
  }
  return hash;
}

}  // namespace ffnn::test
