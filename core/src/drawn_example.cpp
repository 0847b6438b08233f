#include "ffnn/drawn_example.h"

#include <algorithm>

#include "dice.h"
#include "ffnn/drawing.h"
#include "ffnn/sketch.h"

namespace ffnn {
namespace {

constexpr Label kBag = 8;

}  // namespace

DrawnExample drawnExample(std::uint32_t number) {
  Rng rng(number, streams::kDrawings);
  DrawnExample example;
  // Bags have two tickets: no class is drawn in as many ways.
  const auto ticket = static_cast<Label>(rng.below(static_cast<std::uint32_t>(kClasses) + 1));
  const Label garment = ticket == kClasses ? kBag : ticket;
  example.label = chance(rng, 0.08F) ? kNoClass : garment;
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
