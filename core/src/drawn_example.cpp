#include "ffnn/drawn_example.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "dice.h"
#include "ffnn/drawing.h"
#include "ffnn/sketch.h"

namespace ffnn {
namespace {

constexpr Label kBag = 8;

// Pixels that have nothing to do with each other: no drawing, but what a camera or a file can hold.
void fillWithNoise(std::span<std::uint8_t> pixels, Rng& rng) {
  const float middle = between(rng, 40, 215);
  const float spread = between(rng, 60, 300);
  const int draws = chance(rng, 0.5F) ? 1 : 4;  // uniform, or close to a bell
  for (std::uint8_t& pixel : pixels) {
    float sum = 0;
    for (int i = 0; i < draws; ++i) {
      sum += rng.uniform() - 0.5F;
    }
    pixel = static_cast<std::uint8_t>(std::clamp(middle + spread * sum, 0.0F, 255.0F));
  }
}

}  // namespace

DrawnExample drawnExample(std::uint32_t number) {
  Rng rng(number, streams::kDrawings);
  DrawnExample example;
  // Bags have two tickets: no class is drawn in as many ways.
  const auto ticket = static_cast<Label>(rng.below(static_cast<std::uint32_t>(kClasses) + 1));
  const Label garment = ticket == kClasses ? kBag : ticket;
  example.label = chance(rng, 0.06F) ? kNoClass : garment;
  if (example.label == kNoClass && chance(rng, 0.12F)) {
    fillWithNoise(example.pixels, rng);
    return example;
  }
  const std::vector<Stroke> strokes = sketch(example.label, rng);
  // Coarser than the pad's picture: a pixel of what the network sees covers several of this one, too.
  GreyImage picture(kPadSize, kPadSize);
  drawStrokes(strokes, picture);
  if (const std::optional<Box> box = inkBox(picture)) {
    const GreyImage seen = fitToNetwork(picture, *box);
    std::copy(seen.pixels.begin(), seen.pixels.end(), example.pixels.begin());
  }
  return example;
}

}  // namespace ffnn
