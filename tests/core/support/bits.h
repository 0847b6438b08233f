// Equality of floats bit by bit, where == would let −0 pass for 0, and NaN differ from itself.
#pragma once

#include <cstdint>
#include <cstring>
#include <vector>

#include "ffnn/types.h"

namespace ffnn::test {

inline std::uint32_t bitsOf(float value) {
  std::uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

// The bytes of a matrix or a block of one, row by row.
inline std::vector<std::uint32_t> bitsOf(const Eigen::Ref<const Matrix>& matrix) {
  std::vector<std::uint32_t> bits;
  for (Index i = 0; i < matrix.rows(); ++i) {
    for (Index j = 0; j < matrix.cols(); ++j) {
      bits.push_back(bitsOf(static_cast<float>(matrix(i, j))));
    }
  }
  return bits;
}

inline std::vector<std::uint32_t> bitsOf(const std::vector<float>& values) {
  std::vector<std::uint32_t> bits;
  for (const float value : values) {
    bits.push_back(bitsOf(value));
  }
  return bits;
}

inline bool sameNumbers(const std::vector<double>& left, const std::vector<double>& right) {
  return left.size() == right.size() &&
         std::memcmp(left.data(), right.data(), left.size() * sizeof(double)) == 0;
}

}  // namespace ffnn::test
