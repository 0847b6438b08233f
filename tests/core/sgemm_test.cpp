// sgemm_ and sgemv_ against a plain product, bit for bit: all sizes up to beyond a tile in each direction,
// and sizes that need several packed blocks. Buffers are exactly as large as needed, so a sanitizer sees any
// step outside.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>

#include "ffnn/rng.h"
#include "support/bits.h"
#include "support/reference_product.h"

extern "C" {
int sgemm_(const char* transA, const char* transB, const int* m, const int* n, const int* k,
           const float* alpha, const float* a, const int* lda, const float* b, const int* ldb,
           const float* beta, float* c, const int* ldc);
int sgemv_(const char* trans, const int* m, const int* n, const float* alpha, const float* a, const int* lda,
           const float* x, const int* incx, const float* beta, float* y, const int* incy);
}

namespace ffnn {

using test::bitsOf;
using test::ProductShape;

namespace {

using Floats = std::vector<float>;

// zeroShare: how many of them are 0.
Floats randomFloats(std::size_t count, Rng& rng, float zeroShare = 0) {
  Floats values(count);
  for (float& value : values) {
    value = rng.normal();
    if (zeroShare > 0 && rng.uniform() < zeroShare) {
      value = 0;
    }
  }
  return values;
}

// Room for a column-major matrix of rows × columns, up to its last element and not beyond.
std::size_t roomFor(int rows, int columns, int ld) {
  return static_cast<std::size_t>((columns - 1) * ld + rows);
}

ProductShape shapeOf(bool transA, bool transB, int m, int n, int k, int slack) {
  return {transA, transB, m, n, k, (transA ? k : m) + slack, (transB ? n : k) + slack, m + slack};
}

void sgemm(const ProductShape& s, float alpha, const Floats& a, const Floats& b, float beta, Floats& c) {
  sgemm_(s.transA ? "T" : "N", s.transB ? "T" : "N", &s.m, &s.n, &s.k, &alpha, a.data(), &s.lda, b.data(),
         &s.ldb, &beta, c.data(), &s.ldc);
}

void sgemv(bool trans, int m, int n, float alpha, const Floats& a, int lda, const Floats& x, int incx,
           float beta, Floats& y, int incy) {
  sgemv_(trans ? "T" : "N", &m, &n, &alpha, a.data(), &lda, x.data(), &incx, &beta, y.data(), &incy);
}

// Whether sgemm_ gives exactly the plain product's C, gaps between columns included.
bool matchesReference(const ProductShape& s, float alpha, float beta, Rng& rng, float zerosOfB = 0,
                      float zerosOfA = 0) {
  const Floats a =
      randomFloats(s.transA ? roomFor(s.k, s.m, s.lda) : roomFor(s.m, s.k, s.lda), rng, zerosOfA);
  const Floats b =
      randomFloats(s.transB ? roomFor(s.n, s.k, s.ldb) : roomFor(s.k, s.n, s.ldb), rng, zerosOfB);
  Floats c = randomFloats(roomFor(s.m, s.n, s.ldc), rng);
  Floats expected = c;
  test::referenceProduct(s, alpha, a, b, beta, expected);
  sgemm(s, alpha, a, b, beta, c);
  return bitsOf(c) == bitsOf(expected);
}

}  // namespace

TEST_CASE("every product of sizes 1 to 20 is right, transposed or not", "[sgemm]") {
  const bool transA = GENERATE(false, true);
  const bool transB = GENERATE(false, true);
  CAPTURE(transA, transB);
  Rng rng(1);
  std::vector<std::array<int, 3>> wrong;
  for (int m = 1; m <= 20; ++m) {
    for (int n = 1; n <= 20; ++n) {
      for (int k = 1; k <= 20; ++k) {
        if (!matchesReference(shapeOf(transA, transB, m, n, k, (m + n + k) % 3), 1, 1, rng)) {
          wrong.push_back({m, n, k});
        }
      }
    }
  }
  CHECK(wrong == std::vector<std::array<int, 3>>{});
}

TEST_CASE("products of several packed blocks are right, transposed or not", "[sgemm]") {
  const bool transA = GENERATE(false, true);
  const bool transB = GENERATE(false, true);
  struct Size {
    int m, n, k;
  };
  // A panel of A has 48 rows at most; B is packed 48 columns at a time at depth 2048, and 124 at 784.
  const Size size = GENERATE(Size{33, 65, 2048}, Size{67, 131, 2047}, Size{97, 171, 784}, Size{81, 329, 785},
                             Size{10, 100, 128}, Size{257, 3, 101}, Size{3, 257, 101}, Size{1, 1, 2048});
  CAPTURE(transA, transB, size.m, size.n, size.k);
  Rng rng(2);
  CHECK(matchesReference(shapeOf(transA, transB, size.m, size.n, size.k, 5), 1, 1, rng));
}

TEST_CASE("zeros that are passed over change no product", "[sgemm]") {
  const bool transB = GENERATE(false, true);
  const float zeroShare = GENERATE(0.1F, 0.5F, 0.7F, 0.97F, 1.0F);
  CAPTURE(transB, zeroShare);
  Rng rng(4);
  for (const auto& [m, n, k] :
       {std::array{8, 4, 16}, {33, 65, 784}, {67, 203, 100}, {9, 7, 2048}, {5, 1, 64}}) {
    CAPTURE(m, n, k);
    CHECK(matchesReference(shapeOf(false, transB, m, n, k, 2), 1, 1, rng, zeroShare));
    CHECK(matchesReference(shapeOf(true, transB, m, n, k, 0), -0.1F, 0, rng, zeroShare));
  }
}

TEST_CASE("every height of a panel is right with lists and with full columns", "[sgemm]") {
  const float zeroShare = GENERATE(0.0F, 0.5F);
  Rng rng(9);
  std::vector<int> wrong;
  for (int m = 1; m <= 100; ++m) {
    if (!matchesReference(shapeOf(false, false, m, 9, 33, m % 2), -0.1F, 1, rng, zeroShare)) {
      wrong.push_back(m);
    }
  }
  CAPTURE(zeroShare);
  CHECK(wrong == std::vector<int>{});
}

TEST_CASE("a product is right whichever operand has the zeros", "[sgemm]") {
  const bool transA = GENERATE(false, true);
  const bool transB = GENERATE(false, true);
  const float zerosOfA = GENERATE(0.3F, 0.6F, 1.0F);
  const float zerosOfB = GENERATE(0.0F, 0.5F);
  CAPTURE(transA, transB, zerosOfA, zerosOfB);
  Rng rng(10);
  // Of 4 × 48 × 16 and more it may be computed as the transpose of Bᵀ · Aᵀ.
  for (const auto& [m, n, k] : {std::array{3, 48, 16},
                                {4, 48, 16},
                                {5, 49, 17},
                                {7, 131, 201},
                                {129, 50, 33},
                                {33, 99, 403},
                                {67, 98, 2048}}) {
    CAPTURE(m, n, k);
    CHECK(matchesReference(shapeOf(transA, transB, m, n, k, 0), 1, 1, rng, zerosOfB, zerosOfA));
    CHECK(matchesReference(shapeOf(transA, transB, m, n, k, 3), -0.1F, 0, rng, zerosOfB, zerosOfA));
  }
}

TEST_CASE("lists and full columns side by side are right in every slice of the depth", "[sgemm]") {
  const bool transB = GENERATE(false, true);
  // Around a fifth of zeros some panels of four columns are listed and some are not.
  const float zeroShare = GENERATE(0.17F, 0.2F, 0.23F);
  const int k = GENERATE(199, 200, 201, 400, 403, 2047);
  CAPTURE(transB, zeroShare, k);
  Rng rng(5);
  for (const int m : {1, 8, 47, 48, 49, 56, 99}) {
    CAPTURE(m);
    CHECK(matchesReference(shapeOf(false, transB, m, 31, k, 1), 1, 1, rng, zeroShare));
    CHECK(matchesReference(shapeOf(true, transB, m, 16, k, 0), 0.5F, 1, rng, zeroShare));
  }
}

TEST_CASE("depths above 2048 are summed in parts of that length", "[sgemm]") {
  constexpr int kDepth = 2048 + 2048 + 77;
  const ProductShape shape = shapeOf(false, true, 9, 6, kDepth, 1);
  Rng rng(3);
  const Floats a = randomFloats(roomFor(9, kDepth, shape.lda), rng);
  const Floats b = randomFloats(roomFor(6, kDepth, shape.ldb), rng);
  Floats c(roomFor(9, 6, shape.ldc));
  sgemm(shape, 1, a, b, 0, c);
  for (int i = 0; i < 9; ++i) {
    for (int j = 0; j < 6; ++j) {
      double exact = 0;
      for (int p = 0; p < kDepth; ++p) {
        exact += static_cast<double>(test::element(a, shape.lda, false, i, p)) *
                 static_cast<double>(test::element(b, shape.ldb, true, p, j));
      }
      CHECK(static_cast<double>(test::element(c, shape.ldc, false, i, j)) == Approx(exact).margin(1e-3));
    }
  }
}

TEST_CASE("alpha and beta scale the product and what was there", "[sgemm]") {
  const float alpha = GENERATE(0.0F, 1.0F, -1.0F, -0.01F, 3.7F);
  const float beta = GENERATE(0.0F, 1.0F, -1.0F, 0.5F);
  CAPTURE(alpha, beta);
  Rng rng(4);
  CHECK(matchesReference(shapeOf(false, false, 13, 11, 9, 0), alpha, beta, rng));
  CHECK(matchesReference(shapeOf(true, true, 13, 11, 9, 4), alpha, beta, rng));
}

TEST_CASE("with beta 0 what was there is ignored, even NaN", "[sgemm]") {
  Rng rng(5);
  const ProductShape shape = shapeOf(false, false, 9, 5, 7, 0);
  const Floats a = randomFloats(63, rng);
  const Floats b = randomFloats(35, rng);
  Floats c(45, std::nanf(""));
  Floats expected(45, 0.0F);
  sgemm(shape, 1, a, b, 0, c);
  test::referenceProduct(shape, 1, a, b, 0, expected);
  CHECK(bitsOf(c) == bitsOf(expected));
}

TEST_CASE("with depth 0 only beta acts", "[sgemm]") {
  const ProductShape shape{false, false, 2, 2, 0, 2, 1, 2};
  Floats c = {1, 2, 3, 4};
  sgemm(shape, 1, Floats(1), Floats(1), 0.5F, c);
  CHECK(c == Floats{0.5F, 1, 1.5F, 2});
}

TEST_CASE("NaN in one row of A reaches that row of C and no other", "[sgemm]") {
  Rng rng(6);
  const ProductShape shape = shapeOf(false, false, 11, 6, 5, 0);
  Floats a = randomFloats(55, rng);
  a[2 * 11 + 3] = std::nanf("");
  const Floats b = randomFloats(30, rng);
  Floats c(66);
  sgemm(shape, 1, a, b, 0, c);
  for (int i = 0; i < 11; ++i) {
    for (int j = 0; j < 6; ++j) {
      CHECK(std::isnan(test::element(c, 11, false, i, j)) == (i == 3));
    }
  }
}

TEST_CASE("matrix times vector is right with every stride, transposed or not", "[sgemm]") {
  const bool trans = GENERATE(false, true);
  const int incx = GENERATE(1, 2, 5);
  const int incy = GENERATE(1, 3);
  const float beta = GENERATE(0.0F, 1.0F, 0.5F);
  struct Size {
    int m, n;
  };
  const Size size = GENERATE(Size{1, 1}, Size{1, 9}, Size{9, 1}, Size{7, 13}, Size{784, 33}, Size{31, 2048});
  CAPTURE(trans, incx, incy, beta, size.m, size.n);
  Rng rng(7);
  const int outputs = trans ? size.n : size.m;
  const int depth = trans ? size.m : size.n;
  const int lda = size.m + 2;
  const Floats a = randomFloats(roomFor(size.m, size.n, lda), rng);
  const Floats x = randomFloats(roomFor(1, depth, incx), rng);
  Floats y = randomFloats(roomFor(1, outputs, incy), rng);
  // y as the row yᵀ = xᵀ · op(A)ᵀ: the strides are leading dimensions.
  Floats expected = y;
  test::referenceProduct({false, !trans, 1, outputs, depth, incx, lda, incy}, -0.5F, x, a, beta, expected);
  sgemv(trans, size.m, size.n, -0.5F, a, lda, x, incx, beta, y, incy);
  CHECK(bitsOf(y) == bitsOf(expected));
}

TEST_CASE("a row computed alone has the bits it has inside a product", "[sgemm]") {
  const int depth = GENERATE(1, 7, 784, 2048);
  const int outputs = GENERATE(1, 10, 131);
  CAPTURE(depth, outputs);
  constexpr int kRows = 37;
  Rng rng(8);
  const Floats a = randomFloats(roomFor(kRows, depth, kRows), rng);
  const Floats b = randomFloats(roomFor(depth, outputs, depth), rng);
  const Floats start = randomFloats(roomFor(kRows, outputs, kRows), rng);
  Floats whole = start;
  sgemm({false, false, kRows, outputs, depth, kRows, depth, kRows}, 1, a, b, 1, whole);
  for (int row = 0; row < kRows; ++row) {
    const Floats rowOfA(a.begin() + row, a.end());
    Floats byMatrix(start.begin() + row, start.end());
    Floats byVector = byMatrix;
    sgemm({false, false, 1, outputs, depth, kRows, depth, kRows}, 1, rowOfA, b, 1, byMatrix);
    sgemv(true, depth, outputs, 1, b, depth, rowOfA, kRows, 1, byVector, kRows);
    for (int j = 0; j < outputs; ++j) {
      const auto expected = bitsOf(test::element(whole, kRows, false, row, j));
      REQUIRE(bitsOf(test::element(byMatrix, kRows, false, 0, j)) == expected);
      REQUIRE(bitsOf(test::element(byVector, kRows, false, 0, j)) == expected);
    }
  }
}

}  // namespace ffnn
