// The matrix product behind Eigen's external-BLAS hook: sgemm_ and sgemv_, as EIGEN_USE_BLAS calls them.
// Eigen has no packet maths for WebAssembly, so this is where the speed comes from; native builds use the
// same file, so both give the same bits.
//
// Method: K. Goto, R. van de Geijn, "Anatomy of high-performance matrix multiplication", 2008. A and B are
// packed into panels that the inner kernel reads from front to back; the kernel holds an 8 × 4 tile of C in
// registers.
//
// Order of sums: each element of C is one running sum over k = 0, 1, 2, …, whatever the sizes, wherever the
// element lies, and for sgemv_ too. That is why an image classified alone gets the very scores it gets in a
// batch. Depths above kMaxDepth (no allowed network has one) are summed in parts of that length.
#include <algorithm>
#include <cstddef>
#include <cstring>

namespace {

using Vector = float __attribute__((vector_size(16)));  // four lanes: one wasm simd128 or SSE register

constexpr int kLanes = 4;
constexpr int kTileRows = 8;     // rows of C in a tile: two vectors
constexpr int kTileColumns = 4;  // columns of C in a tile
constexpr int kMaxDepth = 2048;
constexpr int kPackedA = 64 * 1024;   // floats; at depth 784 that is 80 rows of A
constexpr int kPackedB = 128 * 1024;  // floats; at depth 784 that is 164 columns of B

alignas(64) float packedA[kPackedA];
alignas(64) float packedB[kPackedB];

// A matrix in memory: element (i, j) is at data[i · rowStride + j · columnStride].
struct Operand {
  const float* data;
  std::ptrdiff_t rowStride;
  std::ptrdiff_t columnStride;

  Operand at(int row, int column) const {
    return {data + row * rowStride + column * columnStride, rowStride, columnStride};
  }
};

// Column-major storage with leading dimension ld; transposed reads it as its transpose.
Operand operand(const float* data, int ld, bool transposed) {
  return transposed ? Operand{data, ld, 1} : Operand{data, 1, ld};
}

// Packs `count` vectors (rows of A, columns of B) of `depth` elements into panels of `width` vectors. Within
// a panel the elements of one depth lie side by side; missing vectors of the last panel are zeros.
template <int width>
void pack(const float* data, std::ptrdiff_t vectorStride, std::ptrdiff_t depthStride, int count, int depth,
          float* out) {
  for (int first = 0; first < count; first += width) {
    const int present = std::min(width, count - first);
    const float* panel = data + first * vectorStride;
    if (present == width && vectorStride == 1) {
      for (int k = 0; k < depth; ++k, out += width) {
        std::memcpy(out, panel + k * depthStride, width * sizeof(float));
      }
      continue;
    }
    for (int k = 0; k < depth; ++k, out += width) {
      for (int v = 0; v < width; ++v) {
        out[v] = v < present ? panel[v * vectorStride + k * depthStride] : 0.0F;
      }
    }
  }
}

// tile (column-major, 8 × 4) = A panel · B panel over depth.
void multiplyPanels(const float* a, const float* b, int depth, float* tile) {
  Vector upper[kTileColumns] = {};
  Vector lower[kTileColumns] = {};
  for (int k = 0; k < depth; ++k, a += kTileRows, b += kTileColumns) {
    Vector a0;
    Vector a1;
    std::memcpy(&a0, a, sizeof a0);
    std::memcpy(&a1, a + kLanes, sizeof a1);
    for (int j = 0; j < kTileColumns; ++j) {
      const Vector bj = {b[j], b[j], b[j], b[j]};
      upper[j] += a0 * bj;
      lower[j] += a1 * bj;
    }
  }
  for (int j = 0; j < kTileColumns; ++j) {
    std::memcpy(tile + static_cast<std::ptrdiff_t>(j) * kTileRows, &upper[j], sizeof upper[j]);
    std::memcpy(tile + static_cast<std::ptrdiff_t>(j) * kTileRows + kLanes, &lower[j], sizeof lower[j]);
  }
}

// C (column-major, ld) += alpha · tile, for the part of the tile that lies inside C.
void addTile(const float* tile, float alpha, int rows, int columns, float* c, std::ptrdiff_t ld) {
  for (int j = 0; j < columns; ++j) {
    for (int i = 0; i < rows; ++i) {
      c[i + j * ld] += alpha * tile[i + j * kTileRows];
    }
  }
}

// Rounded down to a multiple of unit, but at least one unit.
int wholeUnits(int value, int unit) { return std::max(unit, value / unit * unit); }

void multiplyBlock(const Operand& a, const Operand& b, int rows, int columns, int depth, float alpha,
                   float* c, std::ptrdiff_t ld) {
  alignas(16) float tile[kTileRows * kTileColumns];
  const int rowsAtOnce = wholeUnits(kPackedA / depth, kTileRows);
  const int columnsAtOnce = wholeUnits(kPackedB / depth, kTileColumns);
  for (int j0 = 0; j0 < columns; j0 += columnsAtOnce) {
    const int blockColumns = std::min(columnsAtOnce, columns - j0);
    pack<kTileColumns>(b.at(0, j0).data, b.columnStride, b.rowStride, blockColumns, depth, packedB);
    for (int i0 = 0; i0 < rows; i0 += rowsAtOnce) {
      const int blockRows = std::min(rowsAtOnce, rows - i0);
      pack<kTileRows>(a.at(i0, 0).data, a.rowStride, a.columnStride, blockRows, depth, packedA);
      for (int j = 0; j < blockColumns; j += kTileColumns) {
        for (int i = 0; i < blockRows; i += kTileRows) {
          multiplyPanels(packedA + static_cast<std::ptrdiff_t>(i) * depth,
                         packedB + static_cast<std::ptrdiff_t>(j) * depth, depth, tile);
          addTile(tile, alpha, std::min(kTileRows, blockRows - i), std::min(kTileColumns, blockColumns - j),
                  c + (i0 + i) + (j0 + j) * ld, ld);
        }
      }
    }
  }
}

void scale(float beta, int rows, int columns, float* c, std::ptrdiff_t ld) {
  for (int j = 0; j < columns; ++j) {
    for (int i = 0; i < rows; ++i) {
      c[i + j * ld] = beta == 0.0F ? 0.0F : beta * c[i + j * ld];
    }
  }
}

// C = alpha · A · B + beta · C; A is rows × depth, B depth × columns, C column-major.
void multiply(const Operand& a, const Operand& b, int rows, int columns, int depth, float alpha, float beta,
              float* c, std::ptrdiff_t ld) {
  if (beta != 1.0F) {
    scale(beta, rows, columns, c, ld);
  }
  for (int k0 = 0; k0 < depth; k0 += kMaxDepth) {
    multiplyBlock(a.at(0, k0), b.at(k0, 0), rows, columns, std::min(kMaxDepth, depth - k0), alpha, c, ld);
  }
}

bool isTransposed(const char* flag) { return *flag != 'N' && *flag != 'n'; }

}  // namespace

// Names, parameters and the int result are those of the Fortran BLAS as Eigen 3.4 declares it
// (src/misc/blas.h).
extern "C" {

// C (m × n) = alpha · op(A) (m × k) · op(B) (k × n) + beta · C; all column-major.
int sgemm_(const char* transA, const char* transB, const int* m, const int* n, const int* k,
           const float* alpha, const float* a, const int* lda, const float* b, const int* ldb,
           const float* beta, float* c, const int* ldc) {
  multiply(operand(a, *lda, isTransposed(transA)), operand(b, *ldb, isTransposed(transB)), *m, *n, *k, *alpha,
           *beta, c, *ldc);
  return 0;
}

// y = alpha · op(A) · x + beta · y; A is m × n before op. Computed as the row yᵀ = xᵀ · op(A)ᵀ of a product,
// which puts the strides of x and y where a matrix has its leading dimension.
int sgemv_(const char* trans, const int* m, const int* n, const float* alpha, const float* a, const int* lda,
           const float* x, const int* incx, const float* beta, float* y, const int* incy) {
  const bool transposed = isTransposed(trans);
  const int outputs = transposed ? *n : *m;
  const int depth = transposed ? *m : *n;
  multiply(operand(x, *incx, false), operand(a, *lda, !transposed), 1, outputs, depth, *alpha, *beta, y,
           *incy);
  return 0;
}

}  // extern "C"
