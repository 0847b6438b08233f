// Studio: makes drawings of garments, to train with and to start from, as one plain C++ class and a module of
// its own: who trains without drawings need not load it. No data, no run, no time. Every method may throw
// Error.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ffnn/types.h"

namespace ffnn {

// Drawings as Session::addDrawings takes them.
struct DrawnExamples {
  std::vector<std::uint8_t> pixels;  // 784 each
  std::vector<std::uint8_t> labels;  // one each; 10: none of the ten
};

class Studio {
 public:
  // How many drawings the fixed series has that networks are trained with.
  double drawnExamples() const;

  // Drawings first … first + count − 1 of that series: the same on every machine. About a quarter of a
  // millisecond each. first, count: within the series.
  DrawnExamples drawExamples(Index first, Index count) const;

  // The strokes (see encodeStrokes) of a drawing of a class, another one for every seed. label: 0 … 9.
  std::vector<float> sketchStrokes(Index label, Index seed) const;
};

}  // namespace ffnn
