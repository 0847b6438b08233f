#include "ffnn/photo_like.h"

#include <algorithm>

#include "contrast.h"
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

// What seePhoto() does to the contrast of an item.
void stretchTones(PhotoTable& table) {
  Histogram histogram{};
  for (std::size_t i = 0; i < table.tone.size(); ++i) {
    if (table.cover[i] > 0.5F) {
      ++histogram[static_cast<std::size_t>(table.tone[i] * 255)];
    }
  }
  const ToneRange range = toneRange(histogram);
  for (float& tone : table.tone) {
    tone = std::clamp((tone * 255 - range.low) * range.gain, kDarkestItem, 255.0F) * (1.0F / 255.0F);
  }
}

}  // namespace

void photoLike(std::span<const std::uint8_t, kPixels> image, Label label, Rng& rng,
               std::span<std::uint8_t, kPixels> out) {
  // The data set's own contrast is not that of photos, but a network must not forget it: half of them keep
  // it.
  constexpr float kStretched = 0.5F;
  constexpr float kSharpened = 0.5F;
  PhotoTable table;
  compose(image, label, rng, table);
  repaint(label, rng, table);
  if (label != labels::kBag) {  // a bag with a bite is a garment with a neckline
    fray(rng, table);
  }
  if (happens(rng, kStretched)) {
    stretchTones(table);
  }
  GreyImage picture(kTableSize, kTableSize);
  for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
    const float rounded = table.cover[i] * table.tone[i] * 255 + 0.5F;
    picture.pixels[i] = static_cast<std::uint8_t>(rounded);
  }
  const Box all{0, 0, kTableSize, kTableSize};
  GreyImage fitted = fitToNetwork(picture, inkBox(picture).value_or(all));
  if (happens(rng, kSharpened)) {
    sharpen(fitted);
  }
  brighten(fitted);
  std::copy(fitted.pixels.begin(), fitted.pixels.end(), out.begin());
}

}  // namespace ffnn
