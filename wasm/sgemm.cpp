// The matrix product behind Eigen's external-BLAS hook: sgemm_ and sgemv_, as EIGEN_USE_BLAS calls them.
// Eigen has no packet maths for WebAssembly, so this is where the speed comes from; native builds use the
// same file, so both give the same bits.
//
// Method: K. Goto, R. van de Geijn, "Anatomy of high-performance matrix multiplication", 2008. The depth is
// cut into slices. A panel of A, up to 48 rows by a slice, is packed so that it stays in the innermost cache
// while all columns of B pass by; the sums are held in registers. Columns of B with many zeros are lists of
// what is not 0, and are multiplied one by one with all rows of the panel; four full ones are multiplied
// together with 8 rows at a time. Where A has the zeros, the transpose of the product is computed instead.
//
// Order of sums: each element of C is one running sum over k = 0, 1, 2, …, whatever the sizes, wherever the
// element lies, and for sgemv_ too. That is why an image classified alone gets the very scores it gets in a
// batch. Depths above kMaxDepth (no allowed network has one) are summed in parts of that length. Zeros are
// passed over: with finite numbers they would change no sum.
#include <algorithm>
#include <array>
#include <cstddef>

#include "sgemm_columns.h"
#include "sgemm_target.h"
#include "sgemm_turn.h"

namespace {

using sgemm::Column;
using sgemm::kLanes;
using sgemm::kPanelRows;
using sgemm::kTileColumns;
using sgemm::kTileRows;
using sgemm::Operand;
using sgemm::roundUp;
using sgemm::Slice;
using sgemm::Target;
using sgemm::unitsOf;

constexpr int kMaxDepth = 2048;
constexpr int kSliceDepth = 200;    // a panel of A has 38 KB: depth 784 makes four slices
constexpr int kListed = 96 * 1024;  // numbers of B at once; at depth 784 those of 125 columns
constexpr int kMostColumns = 4096;  // of B at once, counted anew in every slice
constexpr int kPanel = kPanelRows * kSliceDepth;
constexpr int kSums = kPanelRows * (kListed / kSliceDepth + kTileColumns);  // that wait for the next slice

// Where one product packs its operands. On the stack (1 MB), so that threads can multiply at the same time.
struct Scratch {
  alignas(64) std::array<float, kPanel> a;
  alignas(64) std::array<float, kListed> values;
  alignas(64) std::array<int, kListed> offsets;
  std::array<Column, kMostColumns> columns;
  alignas(64) std::array<float, kSums> sums;
};

// By the height of a panel. Through a table, because browsers' compilers would not keep the sums in registers
// if the kernels were put into the loops that call them.
using Kernel = void (*)(const float* a, const Column* column, const Slice& slice, float* sums, float* c);
constexpr std::array<Kernel, kPanelRows / kLanes> kColumnKernels = {
    sgemm::multiplyColumn<1>,  sgemm::multiplyColumn<2>,  sgemm::multiplyColumn<3>,
    sgemm::multiplyColumn<4>,  sgemm::multiplyColumn<5>,  sgemm::multiplyColumn<6>,
    sgemm::multiplyColumn<7>,  sgemm::multiplyColumn<8>,  sgemm::multiplyColumn<9>,
    sgemm::multiplyColumn<10>, sgemm::multiplyColumn<11>, sgemm::multiplyColumn<12>};

// Column-major storage with leading dimension ld; transposed reads it as its transpose.
Operand operand(const float* data, int ld, bool transposed) {
  return transposed ? Operand{data, ld, 1} : Operand{data, 1, ld};
}

// Rounded down to a multiple of unit, but at least one unit.
int wholeUnits(int value, int unit) { return std::max(unit, value / unit * unit); }

// How the depth is cut: into equal slices, the last of which may be shorter.
struct Slices {
  int depth;  // of all
  int count;
  int step;

  explicit Slices(int wholeDepth)
      : depth(wholeDepth),
        count(unitsOf(wholeDepth, kSliceDepth)),
        step(count == 1 ? wholeDepth : roundUp(unitsOf(wholeDepth, count), kLanes)) {}

  int first(int slice) const { return slice * step; }
  int depthOf(int slice) const { return std::min(step, depth - first(slice)); }
};

// How the rows are cut: into panels of about equal heights, as a short one wastes the most. Lists are
// followed fastest by 11 vectors of rows, since a twelfth leaves processors with 16 registers too few for the
// numbers of B; tiles take whole units of two vectors.
struct Panels {
  int rows;  // of all
  int unit;
  int count;

  Panels(int allRows, bool ofTiles)
      : rows(allRows),
        unit(ofTiles ? kTileRows : kLanes),
        count(unitsOf(allRows, ofTiles ? kPanelRows : kPanelRows - kLanes)) {}

  int first(int panel) const { return unitsOf(rows, unit) * panel / count * unit; }
  int heightOf(int panel) const { return std::min(rows, first(panel + 1)) - first(panel); }
};

// Packs `columns` columns of B, slice by slice. Returns whether most of them are complete.
bool packSlices(Scratch& scratch, const Operand& b, int columns, const Slices& slices) {
  float* values = scratch.values.data();
  int* offsets = scratch.offsets.data();
  Column* packed = scratch.columns.data();
  int complete = 0;
  for (int s = 0; s < slices.count; ++s, packed += columns) {
    const int depth = slices.depthOf(s);
    for (int j = 0; j < columns; j += kTileColumns) {
      const int count = std::min(kTileColumns, columns - j);
      sgemm::packColumns(b.at(slices.first(s), j), count, depth, values, offsets, packed + j);
      values += std::ptrdiff_t{count} * sgemm::listRoom(depth);
      offsets += std::ptrdiff_t{count} * sgemm::listRoom(depth);
      complete += packed[j].complete ? count : 0;
    }
  }
  return complete > columns * slices.count / 2;
}

// What a packed panel of `rows` rows and the columns of one slice add. c: the part of C that has these rows
// and columns.
void multiplyPanel(Scratch& scratch, const Column* columns, int count, int rows, const Slice& slice,
                   const Target& c) {
  const float* a = scratch.a.data();
  const Kernel multiplyColumn = kColumnKernels[static_cast<std::size_t>((rows - 1) / kLanes)];
  for (std::ptrdiff_t j = 0; j < count; j += kTileColumns) {
    const int present = std::min(kTileColumns, count - static_cast<int>(j));
    const bool complete = columns[j].complete;
    float* sums = scratch.sums.data() + (slice.first && slice.last ? 0 : j * kPanelRows);
    // Elsewhere the kernels would write below C, or across it.
    const bool writes = slice.last && c.rowStride == 1 && rows % (complete ? kTileRows : kLanes) == 0;
    float* target = writes ? c.at(0, j).data : nullptr;
    if (complete) {
      for (int i = 0; i < rows; i += kTileRows) {
        sgemm::multiplyTile(a + i, columns + j, slice, sums + i, writes ? target + i : nullptr);
      }
    } else {
      for (std::ptrdiff_t v = 0; v < present; ++v) {
        multiplyColumn(a, columns + j + v, slice, sums + v * kPanelRows,
                       writes ? target + v * slice.ld : nullptr);
      }
    }
    if (slice.last && !writes) {
      sgemm::addSums(sums, slice.alpha, rows, present, c.at(0, j));
    }
  }
}

void multiplyBlock(Scratch& scratch, const Operand& a, const Operand& b, int rows, int columns, int depth,
                   float alpha, const Target& c) {
  const Slices slices(depth);
  const int columnsAtOnce =
      wholeUnits(std::min(kListed / sgemm::listRoom(depth), kMostColumns / slices.count), kTileColumns);
  for (int j0 = 0; j0 < columns; j0 += columnsAtOnce) {
    const int count = std::min(columnsAtOnce, columns - j0);
    const bool mostComplete = packSlices(scratch, b.at(0, j0), count, slices);
    const Panels panels(rows, mostComplete);
    for (int p = 0; p < panels.count; ++p) {
      const int i0 = panels.first(p);
      const int height = panels.heightOf(p);
      for (int s = 0; s < slices.count; ++s) {
        sgemm::packRows(a.at(i0, slices.first(s)), height, slices.depthOf(s), scratch.a.data());
        multiplyPanel(scratch, scratch.columns.data() + std::ptrdiff_t{s} * count, count, height,
                      {s == 0, s + 1 == slices.count, alpha, c.columnStride}, c.at(i0, j0));
      }
    }
  }
}

void scale(float beta, int rows, int columns, const Target& c) {
  for (int j = 0; j < columns; ++j) {
    for (int i = 0; i < rows; ++i) {
      float& element = *c.at(i, j).data;
      element = beta == 0.0F ? 0.0F : beta * element;
    }
  }
}

// C = alpha · A · B + beta · C; A is rows × depth, B depth × columns.
void multiply(const Operand& a, const Operand& b, int rows, int columns, int depth, float alpha, float beta,
              const Target& c) {
  if (beta != 1.0F) {
    scale(beta, rows, columns, c);
  }
  const bool turns = sgemm::paysToTurn(a, b, rows, columns, depth);
  // A megabyte of which everything is written before it is read: to fill it with zeros would take longer than
  // many a product.
  Scratch scratch;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (int k0 = 0; k0 < depth; k0 += kMaxDepth) {
    const int part = std::min(kMaxDepth, depth - k0);
    if (turns) {
      multiplyBlock(scratch, b.at(k0, 0).transposed(), a.at(0, k0).transposed(), columns, rows, part, alpha,
                    c.transposed());
    } else {
      multiplyBlock(scratch, a.at(0, k0), b.at(k0, 0), rows, columns, part, alpha, c);
    }
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
           *beta, {c, 1, *ldc});
  return 0;
}

// y = alpha · op(A) · x + beta · y; A is m × n before op: a product with one column.
int sgemv_(const char* trans, const int* m, const int* n, const float* alpha, const float* a, const int* lda,
           const float* x, const int* incx, const float* beta, float* y, const int* incy) {
  const bool transposed = isTransposed(trans);
  const int outputs = transposed ? *n : *m;
  const int depth = transposed ? *m : *n;
  multiply(operand(a, *lda, transposed), {x, *incx, 0}, outputs, 1, depth, *alpha, *beta, {y, *incy, 0});
  return 0;
}

}  // extern "C"
