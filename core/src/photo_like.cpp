#include "ffnn/photo_like.h"

#include <algorithm>

#include "drape.h"
#include "ffnn/image.h"
#include "fray.h"
#include "garment_kind.h"
#include "photo_table.h"
#include "repaint.h"
#include "shoe_design.h"
#include "shoe_pair.h"

namespace ffnn {
namespace {

// How often shoes are drawn from above and put side by side.
struct Shares {
  float above = 0;
  float beside = 0;
};

Shares sharesOf(Label label) {
  switch (label) {
    case labels::kSandal:
      return {0.5F, 0.2F};
    case labels::kSneaker:
      return {0.4F, 0.3F};
    case labels::kBoot:
      return {0.1F, 0.45F};  // standing, they are seen from the side
    default:
      return {};
  }
}

void compose(std::span<const std::uint8_t, kPixels> image, Label label, Rng& rng, PhotoTable& table) {
  const Shares shares = sharesOf(label);
  const float choice = rng.uniform();
  if (choice < shares.above) {
    drawFromAbove(label, rng, table);
    return;
  }
  const SourceImage source(image, label == labels::kSandal);
  if (choice < shares.above + shares.beside) {
    sideBySide(source, rng, table);
  } else {
    drape(source, label, rng, table);
  }
}

}  // namespace

void photoLike(std::span<const std::uint8_t, kPixels> image, Label label, Rng& rng,
               std::span<std::uint8_t, kPixels> out) {
  PhotoTable table;
  compose(image, label, rng, table);
  repaint(label, rng, table);
  fray(rng, table);
  GreyImage picture(kTableSize, kTableSize);
  for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
    const float rounded = table.cover[i] * table.tone[i] * 255 + 0.5F;
    picture.pixels[i] = static_cast<std::uint8_t>(rounded);
  }
  const std::optional<Box> box = inkBox(picture);
  if (!box) {
    std::fill(out.begin(), out.end(), std::uint8_t{0});
    return;
  }
  const GreyImage fitted = fitToNetwork(picture, *box);
  const int most = *std::max_element(fitted.pixels.begin(), fitted.pixels.end());
  std::transform(fitted.pixels.begin(), fitted.pixels.end(), out.begin(), [most](std::uint8_t pixel) {
    return static_cast<std::uint8_t>((int{pixel} * 255 + most / 2) / std::max(most, 1));
  });
}

}  // namespace ffnn
