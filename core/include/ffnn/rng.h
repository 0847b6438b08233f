// Rng: a small random generator of our own, because std's distributions and std::shuffle differ between
// standard libraries. Equal on every platform, bit for bit.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

namespace ffnn {

class StateArchive;

// Independent random sequences of one seed.
namespace streams {
inline constexpr std::uint32_t kWeights = 0;
inline constexpr std::uint32_t kOrder = 1;
inline constexpr std::uint32_t kSplit = 2;
inline constexpr std::uint32_t kMirror = 3;
inline constexpr std::uint32_t kDropout = 4;
inline constexpr std::uint32_t kLabels = 5;
inline constexpr std::uint32_t kDrawings = 6;
inline constexpr std::uint32_t kMix = 7;
inline constexpr std::uint32_t kLesson = 8;
inline constexpr std::uint32_t kPhotos = 9;
}  // namespace streams

// xoshiro128++ 1.0 (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", 2021), its
// state filled by SplitMix64.
class Rng {
 public:
  // seed: any value. stream: independent sequences of one seed, so that drawing more of one thing (weights)
  // does not change another (the order of images).
  explicit Rng(std::uint32_t seed, std::uint32_t stream = 0);

  // Uniform over all 32-bit values.
  std::uint32_t next();

  // Uniform over 0 … bound − 1, without modulo bias (D. Lemire, "Fast random integer generation in an
  // interval", 2019). bound: at least 1.
  std::uint32_t below(std::uint32_t bound);

  // Uniform over [0, 1) in steps of 2⁻²⁴.
  float uniform();

  // Standard normal, by G. Marsaglia's polar method (needs only logf and sqrt, which agree everywhere).
  float normal();

  // Fisher–Yates shuffle: every order of items is equally likely. items: fewer than 2³².
  template <typename T>
  void shuffle(std::span<T> items) {
    for (std::size_t i = items.size(); i > 1; --i) {
      std::swap(items[i - 1], items[below(static_cast<std::uint32_t>(i))]);
    }
  }

  // name: of this generator within the archive.
  void exchangeState(StateArchive& archive, const std::string& name);

 private:
  std::array<std::uint32_t, 4> state_{};
  float spareNormal_ = 0.0F;
  bool hasSpareNormal_ = false;
};

}  // namespace ffnn
