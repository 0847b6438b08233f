// C = alpha · op(A) · op(B) + beta · C the plain way, in the order of sums that sgemm.cpp promises: one
// running sum over k = 0, 1, 2, …, so that a right product equals this one bit for bit.
#pragma once

#include <cstddef>
#include <vector>

namespace ffnn::test {

// Element (i, j) of a column-major matrix with leading dimension ld, or of its transpose.
inline float element(const std::vector<float>& matrix, int ld, bool transposed, int i, int j) {
  return matrix[static_cast<std::size_t>(transposed ? i * ld + j : j * ld + i)];
}

struct ProductShape {
  bool transA;
  bool transB;
  int m;
  int n;
  int k;
  int lda;
  int ldb;
  int ldc;
};

inline void referenceProduct(const ProductShape& s, float alpha, const std::vector<float>& a,
                             const std::vector<float>& b, float beta, std::vector<float>& c) {
  for (int j = 0; j < s.n; ++j) {
    for (int i = 0; i < s.m; ++i) {
      float sum = 0;
      for (int p = 0; p < s.k; ++p) {
        sum += element(a, s.lda, s.transA, i, p) * element(b, s.ldb, s.transB, p, j);
      }
      float& target = c[static_cast<std::size_t>(j * s.ldc + i)];
      target = (beta == 0.0F ? 0.0F : beta * target) + alpha * sum;
    }
  }
}

}  // namespace ffnn::test
