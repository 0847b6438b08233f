#include "ffnn/rng.h"

#include <cmath>

#include "ffnn/error.h"
#include "ffnn/state_archive.h"

namespace ffnn {
namespace {

std::uint32_t rotateLeft(std::uint32_t x, int k) { return (x << k) | (x >> (32 - k)); }

std::uint64_t splitMix64(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

}  // namespace

Rng::Rng(std::uint32_t seed, std::uint32_t stream) {
  std::uint64_t mix = (static_cast<std::uint64_t>(stream) << 32) | seed;
  for (std::size_t i = 0; i < state_.size(); i += 2) {
    const std::uint64_t bits = splitMix64(mix);
    state_[i] = static_cast<std::uint32_t>(bits);
    state_[i + 1] = static_cast<std::uint32_t>(bits >> 32);
  }
}

std::uint32_t Rng::next() {
  const std::uint32_t result = rotateLeft(state_[0] + state_[3], 7) + state_[0];
  const std::uint32_t t = state_[1] << 9;
  state_[2] ^= state_[0];
  state_[3] ^= state_[1];
  state_[1] ^= state_[2];
  state_[0] ^= state_[3];
  state_[2] ^= t;
  state_[3] = rotateLeft(state_[3], 11);
  return result;
}

std::uint32_t Rng::below(std::uint32_t bound) {
  std::uint64_t product = static_cast<std::uint64_t>(next()) * bound;
  if (static_cast<std::uint32_t>(product) < bound) {
    const std::uint32_t threshold = (0U - bound) % bound;
    while (static_cast<std::uint32_t>(product) < threshold) {
      product = static_cast<std::uint64_t>(next()) * bound;
    }
  }
  return static_cast<std::uint32_t>(product >> 32);
}

float Rng::uniform() { return static_cast<float>(next() >> 8) * 0x1p-24F; }

float Rng::normal() {
  if (hasSpareNormal_) {
    hasSpareNormal_ = false;
    return spareNormal_;
  }
  float u = 0.0F;
  float v = 0.0F;
  float s = 0.0F;
  do {
    u = 2.0F * uniform() - 1.0F;
    v = 2.0F * uniform() - 1.0F;
    s = u * u + v * v;
  } while (s >= 1.0F || s == 0.0F);
  const float factor = std::sqrt(-2.0F * std::log(s) / s);
  spareNormal_ = v * factor;
  hasSpareNormal_ = true;
  return u * factor;
}

void Rng::exchangeState(StateArchive& archive, const std::string& name) {
  archive.numbers(name + ".state", state_);
  archive.numbers(name + ".spareNormal", std::span(&spareNormal_, 1));
  archive.flag(name + ".hasSpareNormal", hasSpareNormal_);
  if (state_ == decltype(state_){}) {  // the one state from which the generator gives nothing but zeros
    throw Error(ErrorCode::badData, "checkpoint: " + name + " has no state");
  }
}

}  // namespace ffnn
