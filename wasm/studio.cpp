#include "studio.h"

#include "ffnn/drawing.h"
#include "ffnn/drawn_example.h"
#include "ffnn/error.h"
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

}  // namespace ffnn
