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
// batch. Depths above kMaxDepth (no allowed network has one) are summed in parts of that length. Zeros of B
// may be passed over (see PackedB): with finite numbers they would change no sum.
#include <algorithm>
#include <array>
#include <cstddef>

#include "sgemm_panels.h"

namespace {

using sgemm::kLanes;
using sgemm::kMaxDepth;
using sgemm::kPackedA;
using sgemm::kPackedB;
using sgemm::kTileColumns;
using sgemm::kTileRows;
using sgemm::load;
using sgemm::Operand;
using sgemm::store;

// Where one product packs its operands. On the stack (1 MB), so that threads can multiply at the same time.
struct Panels {
  alignas(64) std::array<float, kPackedA> a;
  sgemm::PackedB b;

  // The tile whose panels begin with this row and this column of what is packed; depth: of what is packed.
  void multiply(int row, int column, int depth, float* tile) const {
    const int panel = column / kTileColumns;
    const float* rows = a.data() + static_cast<std::ptrdiff_t>(row) * depth;
    const float* columns = b.numbers.data() + static_cast<std::ptrdiff_t>(column) * depth;
    const int kept = b.kept[static_cast<std::size_t>(panel)];
    if (kept == depth) {
      sgemm::multiplyAll(rows, columns, depth, tile);
    } else {
      sgemm::multiplyKept(rows, b.offsets.data() + static_cast<std::ptrdiff_t>(panel) * depth, columns, kept,
                          tile);
    }
  }
};

// Column-major storage with leading dimension ld; transposed reads it as its transpose.
Operand operand(const float* data, int ld, bool transposed) {
  return transposed ? Operand{data, ld, 1} : Operand{data, 1, ld};
}

// C (column-major, ld) += alpha · tile, for the part of the tile that lies inside C.
void addTile(const float* tile, float alpha, int rows, int columns, float* c, std::ptrdiff_t ld) {
  for (int j = 0; j < columns; ++j, tile += kTileRows, c += ld) {
    if (rows == kTileRows) {
      store(load(c) + alpha * load(tile), c);
      store(load(c + kLanes) + alpha * load(tile + kLanes), c + kLanes);
    } else {
      for (int i = 0; i < rows; ++i) {
        c[i] += alpha * tile[i];
      }
    }
  }
}

// Rounded down to a multiple of unit, but at least one unit.
int wholeUnits(int value, int unit) { return std::max(unit, value / unit * unit); }

void multiplyBlock(Panels& panels, const Operand& a, const Operand& b, int rows, int columns, int depth,
                   float alpha, float* c, std::ptrdiff_t ld) {
  alignas(16) float tile[kTileRows * kTileColumns];
  const int rowsAtOnce = wholeUnits(kPackedA / depth, kTileRows);
  const int columnsAtOnce = wholeUnits(kPackedB / depth, kTileColumns);
  for (int j0 = 0; j0 < columns; j0 += columnsAtOnce) {
    const int blockColumns = std::min(columnsAtOnce, columns - j0);
    sgemm::packB(b.at(0, j0).transposed(), blockColumns, depth, panels.b);
    for (int i0 = 0; i0 < rows; i0 += rowsAtOnce) {
      const int blockRows = std::min(rowsAtOnce, rows - i0);
      sgemm::pack<kTileRows>(a.at(i0, 0), blockRows, depth, panels.a.data());
      for (int j = 0; j < blockColumns; j += kTileColumns) {
        for (int i = 0; i < blockRows; i += kTileRows) {
          panels.multiply(i, j, depth, tile);
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
  // A megabyte that pack() writes before anything reads it: to fill it with zeros would take longer than many
  // a product.
  Panels panels;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (int k0 = 0; k0 < depth; k0 += kMaxDepth) {
    multiplyBlock(panels, a.at(0, k0), b.at(k0, 0), rows, columns, std::min(kMaxDepth, depth - k0), alpha, c,
                  ld);
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

// y = alpha · op(A) · x + beta · y; A is m × n before op: a product with one column. When the elements of y
// do not lie side by side, it is computed as the row yᵀ = xᵀ · op(A)ᵀ, which puts their stride where a matrix
// has its leading dimension.
int sgemv_(const char* trans, const int* m, const int* n, const float* alpha, const float* a, const int* lda,
           const float* x, const int* incx, const float* beta, float* y, const int* incy) {
  const bool transposed = isTransposed(trans);
  const int outputs = transposed ? *n : *m;
  const int depth = transposed ? *m : *n;
  const Operand matrix = operand(a, *lda, transposed);
  const Operand vector = {x, *incx, 0};
  if (*incy == 1) {
    multiply(matrix, vector, outputs, 1, depth, *alpha, *beta, y, outputs);
  } else {
    multiply(vector.transposed(), matrix.transposed(), 1, outputs, depth, *alpha, *beta, y, *incy);
  }
  return 0;
}

}  // extern "C"
