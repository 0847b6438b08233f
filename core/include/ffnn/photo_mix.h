// PhotoMix: which rows of a batch look like photos: their own image as seePhoto() would see a photo of that
// garment (see photo_like.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ffnn/dataset.h"
#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

class PhotoMix {
 public:
  // share: chance that a row looks like a photo, 0 … below 1. mostRows: the largest block that draw() will
  // get.
  PhotoMix(double share, Index mostRows, Rng rng);

  // Decides the rows of a block: one or two random numbers each, in order. All that is random about a row's
  // picture follows from the second, so that any thread can make it.
  void draw(Index rows);

  // Puts photo-like versions of the images chosen for rows first … first + x.rows() − 1 of the block into x
  // (rows × 784, scaled); other rows stay as they are. images: those of data in these rows.
  void apply(Index first, const Dataset& data, std::span<const std::uint32_t> images, const PixelScale& scale,
             MatrixRef x) const;

  void exchangeState(StateArchive& archive);

 private:
  bool active() const { return share_ > 0; }

  float share_;
  Rng rng_;
  std::vector<std::optional<std::uint32_t>> seeds_;  // a row: of its picture, if it looks like a photo
};

}  // namespace ffnn
