#include "ffnn/drawing.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "ffnn/enclose.h"
#include "ffnn/error.h"

namespace ffnn {
namespace {

constexpr float kSmallestSize = 1;
constexpr float kLargestSize = 100;
constexpr Index kSmallestInk = 42 * kSamplesPerUnit;  // 15 % of the pad
constexpr int kFillTolerance =
    12;  // grey levels: a fill crosses the grain of a photo, not the edge of a line

[[noreturn]] void fail(const std::string& what, std::size_t position) {
  throw Error(ErrorCode::badData, "drawing: " + what + " at position " + std::to_string(position));
}

// Reads the flat list front to back.
class StrokeReader {
 public:
  explicit StrokeReader(std::span<const float> numbers) : numbers_(numbers) {}

  bool atEnd() const { return position_ == numbers_.size(); }

  // The next number, which must be finite and within low … high.
  float read(const char* what, float low, float high) {
    if (atEnd()) {
      fail(std::string("ends before the ") + what, position_);
    }
    const float value = numbers_[position_];
    if (!(value >= low && value <= high)) {
      fail(std::string(what) + " is out of range", position_);
    }
    ++position_;
    return value;
  }

  // As read(), without a fraction.
  float readWhole(const char* what, float low, float high) {
    const float value = read(what, low, high);
    if (std::trunc(value) != value) {
      fail(std::string(what) + " is not a whole number", position_ - 1);
    }
    return value;
  }

  std::size_t remaining() const { return numbers_.size() - position_; }
  std::size_t position() const { return position_; }

 private:
  std::span<const float> numbers_;
  std::size_t position_ = 0;
};

// The distance of a point from the segment a–b, squared.
float squaredDistance(Point p, Point a, Point b) {
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const float length = dx * dx + dy * dy;
  const float along = (p.x - a.x) * dx + (p.y - a.y) * dy;
  const float t = length > 0 ? std::clamp(along / length, 0.0F, 1.0F) : 0.0F;
  const float ex = p.x - (a.x + t * dx);
  const float ey = p.y - (a.y + t * dy);
  return ex * ex + ey * ey;
}

// Sets every pixel whose centre lies within radius of the segment a–b (all in pixels).
void drawSegment(Point a, Point b, float radius, std::uint8_t grey, GreyImage& picture) {
  const auto firstPixel = [](float edge) { return std::max<Index>(0, static_cast<Index>(std::floor(edge))); };
  const auto lastPixel = [](float edge, Index size) {
    return std::min(size - 1, static_cast<Index>(std::ceil(edge)));
  };
  const Index right = lastPixel(std::max(a.x, b.x) + radius, picture.width);
  const Index bottom = lastPixel(std::max(a.y, b.y) + radius, picture.height);
  for (Index y = firstPixel(std::min(a.y, b.y) - radius); y <= bottom; ++y) {
    for (Index x = firstPixel(std::min(a.x, b.x) - radius); x <= right; ++x) {
      const Point centre{static_cast<float>(x) + 0.5F, static_cast<float>(y) + 0.5F};
      if (squaredDistance(centre, a, b) <= radius * radius) {
        picture.at(x, y) = grey;
      }
    }
  }
}

// Floods the region of pixels connected to (x, y) by their sides whose grey level is close to the one there.
void floodFill(Index x, Index y, std::uint8_t grey, GreyImage& picture) {
  const int target = picture.at(x, y);
  std::vector<bool> visited(picture.pixels.size());
  std::vector<std::pair<Index, Index>> pending = {{x, y}};
  while (!pending.empty()) {
    const auto [px, py] = pending.back();
    pending.pop_back();
    if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) {
      continue;
    }
    const auto cell = static_cast<std::size_t>(py * picture.width + px);
    if (visited[cell] || std::abs(int{picture.pixels[cell]} - target) > kFillTolerance) {
      continue;
    }
    visited[cell] = true;
    picture.pixels[cell] = grey;
    pending.insert(pending.end(), {{px + 1, py}, {px - 1, py}, {px, py + 1}, {px, py - 1}});
  }
}

// One stroke, its points scaled from pad units to pixels.
void drawStroke(const Stroke& stroke, GreyImage& picture) {
  const float scale = static_cast<float>(picture.width) / static_cast<float>(kPadSize);
  const auto toPixels = [scale](Point p) { return Point{p.x * scale, p.y * scale}; };
  Point previous = toPixels(stroke.points.front());
  if (stroke.tool == Tool::enclose) {
    fillEnclosed(picture, stroke.grey, static_cast<Index>(stroke.size * scale));
    return;
  }
  if (stroke.tool == Tool::fill) {
    const auto x = static_cast<Index>(std::floor(previous.x));
    const auto y = static_cast<Index>(std::floor(previous.y));
    if (x >= 0 && y >= 0 && x < picture.width && y < picture.height) {
      floodFill(x, y, stroke.grey, picture);
    }
    return;
  }
  const std::uint8_t grey = stroke.tool == Tool::eraser ? std::uint8_t{0} : stroke.grey;
  const float radius = stroke.size * scale / 2;
  for (const Point& point : stroke.points) {
    const Point current = toPixels(point);
    drawSegment(previous, current, radius, grey, picture);
    previous = current;
  }
}

DrawingContent judge(const GreyImage& picture, const std::optional<Box>& box) {
  if (!box) {
    return DrawingContent::blank;
  }
  if (std::max(box->width, box->height) < kSmallestInk) {
    return DrawingContent::tooSmall;
  }
  return isUniform(picture, *box) ? DrawingContent::uniform : DrawingContent::drawn;
}

// The data set image, each of its pixels a square of the pad.
void drawBase(std::span<const std::uint8_t> base, GreyImage& picture) {
  const Index cell = picture.width / kImageSize;
  for (Index y = 0; y < picture.height; ++y) {
    for (Index x = 0; x < picture.width; ++x) {
      picture.at(x, y) = base[static_cast<std::size_t>(y / cell * kImageSize + x / cell)];
    }
  }
}

}  // namespace

std::string_view name(DrawingContent content) {
  switch (content) {
    case DrawingContent::drawn:
      return "drawn";
    case DrawingContent::blank:
      return "blank";
    case DrawingContent::tooSmall:
      return "too-small";
    case DrawingContent::uniform:
      return "uniform";
  }
  return "unknown";
}

std::vector<Stroke> decodeStrokes(std::span<const float> numbers) {
  constexpr float kFarAway = 4 * kPadSize;  // a pen may leave the pad, not the room
  StrokeReader reader(numbers);
  std::vector<Stroke> strokes;
  while (!reader.atEnd()) {
    Stroke stroke;
    stroke.tool = static_cast<Tool>(reader.readWhole("tool", 0, 3));
    stroke.size = reader.read("size", kSmallestSize, kLargestSize);
    stroke.grey = static_cast<std::uint8_t>(reader.read("grey level", 0, 255));
    const float count = reader.readWhole("number of points", 1, 1e6F);
    if (static_cast<std::size_t>(count) * 2 > reader.remaining()) {
      fail("ends before its last point", reader.position());
    }
    for (auto left = static_cast<std::size_t>(count); left > 0; --left) {
      const float x = reader.read("x", -kFarAway, kFarAway);
      const float y = reader.read("y", -kFarAway, kFarAway);
      stroke.points.push_back({x, y});
    }
    strokes.push_back(std::move(stroke));
  }
  return strokes;
}

std::vector<float> encodeStrokes(const std::vector<Stroke>& strokes) {
  std::vector<float> numbers;
  for (const Stroke& stroke : strokes) {
    numbers.insert(numbers.end(),
                   {static_cast<float>(stroke.tool), stroke.size, static_cast<float>(stroke.grey),
                    static_cast<float>(stroke.points.size())});
    for (const Point& point : stroke.points) {
      numbers.insert(numbers.end(), {point.x, point.y});
    }
  }
  return numbers;
}

void drawStrokes(std::span<const Stroke> strokes, GreyImage& picture) {
  for (const Stroke& stroke : strokes) {
    drawStroke(stroke, picture);
  }
}

RenderedDrawing renderDrawing(std::span<const Stroke> strokes,
                              std::optional<std::span<const std::uint8_t>> base) {
  RenderedDrawing result;
  if (base) {
    drawBase(*base, result.picture);
  }
  drawStrokes(strokes, result.picture);
  const std::optional<Box> box = inkBox(result.picture);
  if (base) {
    result.content = box ? DrawingContent::drawn : DrawingContent::blank;
    result.seen = resample(result.picture, {0, 0, kPadPixels, kPadPixels}, kImageSize, kImageSize);
  } else {
    result.content = judge(result.picture, box);
    result.box = box;
    if (box) {
      result.seen = fitToNetwork(result.picture, *box);
    }
  }
  return result;
}

}  // namespace ffnn
