// Drawing: strokes on a pad, as vectors in pad units, turned into pixels and into what the network sees. The
// pad on the page is only a picture of this, so a drawing gives the same 28 × 28 on every screen.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "ffnn/image.h"
#include "ffnn/types.h"

namespace ffnn {

inline constexpr Index kPadSize = 280;       // pad units a side; 0, 0 is the top left corner
inline constexpr Index kSamplesPerUnit = 2;  // pixels of the rendered picture a pad unit
inline constexpr Index kPadPixels = kPadSize * kSamplesPerUnit;

enum class Tool {
  brush,   // a line of round pen points in a grey level
  eraser,  // the same, in background
  fill,    // floods the area around a point, as far as its grey level reaches
  enclose  // fills what the lines drawn so far enclose, see enclose.h
};

struct Point {
  float x = 0;  // pad units, may lie outside the pad
  float y = 0;
};

struct Stroke {
  Tool tool = Tool::brush;
  float size = 14;  // pad units, 1 … 100. brush and eraser: diameter; enclose: gap that counts as closed
  std::uint8_t grey = 255;    // of the ink, 0 = background … 255; the eraser has none
  std::vector<Point> points;  // at least one; fill uses the first, enclose none
};

// Strokes from a flat list, as they cross from JavaScript: for each stroke tool (0 brush, 1 eraser, 2 fill, 3
// enclose), size, grey, number of points, then x and y of each. Throws Error{badData} naming the position of
// what is wrong.
std::vector<Stroke> decodeStrokes(std::span<const float> numbers);

// The inverse of decodeStrokes().
std::vector<float> encodeStrokes(const std::vector<Stroke>& strokes);

// Draws strokes in order over picture, a square whose side is a multiple of kPadSize. No smoothing: a pixel
// is inside a stroke or outside it, so drawing a part of a stroke again changes nothing.
void drawStrokes(std::span<const Stroke> strokes, GreyImage& picture);

// Why a drawing cannot be classified, or `drawn` when it can.
enum class DrawingContent {
  drawn,
  blank,     // no ink
  tooSmall,  // a dot: less than 15 % of the pad on its longer side
  uniform,   // one even patch: a filled pad or rectangle
};

std::string_view name(DrawingContent content);

// A pad as rendered, and as the network gets it.
struct RenderedDrawing {
  DrawingContent content = DrawingContent::blank;
  GreyImage picture{kPadPixels, kPadPixels};
  std::optional<Box> box;  // of the picture, that is fitted; none on a base, and where there is no ink
  GreyImage seen{kImageSize, kImageSize};
};

// Renders strokes on an empty pad; what is drawn is cropped, fitted and centred for the network (image.h).
// base: 784 bytes of a data set image to draw on instead. It reaches the network unchanged, on its own grid:
// strokes are added to it without fitting.
RenderedDrawing renderDrawing(std::span<const Stroke> strokes,
                              std::optional<std::span<const std::uint8_t>> base = std::nullopt);

}  // namespace ffnn
