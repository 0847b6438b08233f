#include "studio.h"

#include "ffnn/drawing.h"
#include "ffnn/drawn_example.h"
#include "ffnn/error.h"
#include "ffnn/photo.h"
#include "ffnn/rng.h"
#include "ffnn/sketch.h"

namespace ffnn {

double Studio::drawnExamples() const { return static_cast<double>(kDrawnExamples); }

DrawnExamples Studio::drawExamples(Index first, Index count) const {
  if (first < 0 || count < 0 || first > kDrawnExamples - count) {
    throw Error(ErrorCode::wrongState, "drawings " + std::to_string(first) + " to " +
                                           std::to_string(first + count - 1) + " are not there; there are " +
                                           std::to_string(kDrawnExamples));
  }
  DrawnExamples examples;
  examples.pixels.reserve(static_cast<std::size_t>(count * kPixels));
  for (Index i = first; i < first + count; ++i) {
    const DrawnExample example = drawnExample(static_cast<std::uint32_t>(i));
    examples.pixels.insert(examples.pixels.end(), example.pixels.begin(), example.pixels.end());
    examples.labels.push_back(example.label);
  }
  return examples;
}

std::vector<float> Studio::sketchStrokes(Index label, Index seed) const {
  if (label < 0 || label >= kClasses) {
    throw Error(ErrorCode::invalidSetting, "class must be from 0 to 9, not " + std::to_string(label));
  }
  Rng rng(static_cast<std::uint32_t>(seed), streams::kDrawings);
  return encodeStrokes(sketch(static_cast<Label>(label), rng));
}

PhotoSteps Studio::seePhoto(const std::vector<std::uint8_t>& pixels, Index width, Index height,
                            const PhotoCrop& crop, double bias) const {
  PhotoRequest request{
      .pixels = pixels, .width = width, .height = height, .channels = 4, .crop = {}, .bias = bias};
  if (crop.width > 0) {
    request.crop = Box{static_cast<Index>(crop.left), static_cast<Index>(crop.top),
                       static_cast<Index>(crop.width), static_cast<Index>(crop.height)};
  }
  SeenPhoto seen = ffnn::seePhoto(request);
  PhotoSteps steps{.content = std::string(name(seen.content)),
                   .width = static_cast<double>(seen.mask.width),
                   .height = static_cast<double>(seen.mask.height),
                   .mask = std::move(seen.mask.pixels),
                   .item = std::move(seen.item.pixels),
                   .views = {}};
  for (const GreyImage& view : seen.views) {
    steps.views.insert(steps.views.end(), view.pixels.begin(), view.pixels.end());
  }
  return steps;
}

}  // namespace ffnn
