// Where a product goes.
#pragma once

#include <cstddef>

#include "sgemm_panels.h"

namespace sgemm {

using Target = Matrix<float>;  // C, or its transpose

// C += alpha · sums; the sums of a column lie side by side, those of the next kPanelRows further.
inline void addSums(const float* sums, float alpha, int rows, int columns, const Target& c) {
  int added = 0;  // rows that need nothing more
  if (c.columnStride == 1 && columns == kTileColumns) {
    added = rows / kLanes * kLanes;
    float across[kLanes * kTileColumns];
    for (std::ptrdiff_t i = 0; i < added; i += kLanes) {
      transpose4(sums + i, kPanelRows, across, kTileColumns);
      for (std::ptrdiff_t lane = 0; lane < kLanes; ++lane) {
        float* to = c.data + (i + lane) * c.rowStride;
        store(load(to) + alpha * load(across + lane * kTileColumns), to);
      }
    }
  }
  for (std::ptrdiff_t j = 0; j < columns; ++j) {
    for (std::ptrdiff_t i = added; i < rows; ++i) {
      *c.at(i, j).data += alpha * sums[j * kPanelRows + i];
    }
  }
}

}  // namespace sgemm
