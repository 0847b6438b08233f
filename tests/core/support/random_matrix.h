// Matrices of normal numbers from a seed.
#pragma once

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn::test {

inline Matrix randomMatrix(Index rows, Index columns, Rng& rng) {
  Matrix matrix(rows, columns);
  for (Index i = 0; i < matrix.size(); ++i) {
    matrix.data()[i] = static_cast<Scalar>(rng.normal());
  }
  return matrix;
}

}  // namespace ffnn::test
