// Studio: makes drawings of garments, to train with and to start from, and finds garments in photos, as one
// plain C++ class and a module of its own: who needs neither does not load it. No data, no run, no time.
// Every method may throw Error.
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

// Where a photo's garment lies, in pixels of the photo; a width of 0: anywhere.
struct PhotoCrop {
  double left = 0;
  double top = 0;
  double width = 0;
  double height = 0;
};

// What was made of a photo, step by step; see ffnn/photo.h.
struct PhotoSteps {
  std::string content;  // "garment", or "nothing" when no item stands out from its background
  double width = 0;     // of mask and item
  double height = 0;
  std::vector<std::uint8_t> mask;   // 255: item, 0: background
  std::vector<std::uint8_t> item;   // its greys; 0: background
  std::vector<std::uint8_t> views;  // 784 each; none for "nothing". A prediction is the mean over all of them
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

  // Finds the garment in a photo. pixels: width × height × 4 bytes (red, green, blue, alpha); width, height:
  // 1 … 512; crop: all else is background; bias: −1 … 1, above 0 more of the photo counts as garment.
  PhotoSteps seePhoto(const std::vector<std::uint8_t>& pixels, Index width, Index height,
                      const PhotoCrop& crop, double bias) const;
};

}  // namespace ffnn
