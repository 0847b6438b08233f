// DrawnMix: which rows of a batch are drawings instead of images of the data set, and which drawings. A
// network that trains on both understands what is drawn on a pad as well.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ffnn/dataset.h"
#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// A data set without images; of the whole program's life.
const Dataset& noImages();

class DrawnMix {
 public:
  // drawings: their labels may be kNoClass; must outlive the mix; at least one unless share is 0. Those added
  // later are not used.
  // share: chance that a row is a drawing, 0 … below 1. mostRows: the largest block that draw() will get.
  DrawnMix(const Dataset& drawings, double share, Index mostRows, Rng rng);

  // Decides the rows of a block: one or two random numbers each, in order.
  void draw(Index rows);

  // Puts the drawings chosen for rows first … first + x.rows() − 1 of the block into x (rows × 784, scaled)
  // and their labels into labels; other rows stay as they are.
  void apply(Index first, const PixelScale& scale, MatrixRef x, std::span<Label> labels) const;

  void exchangeState(StateArchive& archive);

 private:
  bool active() const { return share_ > 0; }

  const Dataset& drawings_;
  std::uint32_t count_;
  float share_;
  Rng rng_;
  std::vector<std::int32_t> chosen_;  // a row: the number of its drawing, or kNone
};

}  // namespace ffnn
