#include "garment_views.h"

#include <algorithm>
#include <cmath>

#include "contrast.h"

namespace ffnn {
namespace {

// A rotation, as the cosine and sine of its angle.
struct Turn {
  float cosine = 1;
  float sine = 0;
};

constexpr Turn kMostTurn{0.93969262F, 0.34202014F};  // 20°: a garment further askew is lying, not leaning
constexpr double kLeastStretch = 1.6;  // variance along over across, below which an axis means little

struct Place {
  double x = 0;
  double y = 0;
};

Place centreOf(const GreyImage& item) {
  double count = 0;
  Place sum;
  for (Index y = 0; y < item.height; ++y) {
    for (Index x = 0; x < item.width; ++x) {
      if (item.at(x, y) != 0) {
        count += 1;
        sum.x += static_cast<double>(x);
        sum.y += static_cast<double>(y);
      }
    }
  }
  return {sum.x / count, sum.y / count};
}

// What brings the item's long axis to the nearer one of the picture's two.
Turn straightening(const GreyImage& item) {
  const Place centre = centreOf(item);
  double xx = 0;
  double yy = 0;
  double xy = 0;
  for (Index y = 0; y < item.height; ++y) {
    for (Index x = 0; x < item.width; ++x) {
      if (item.at(x, y) != 0) {
        const double dx = static_cast<double>(x) - centre.x;
        const double dy = static_cast<double>(y) - centre.y;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
      }
    }
  }
  const double difference = xx - yy;
  const double spread = std::sqrt(difference * difference + 4 * xy * xy);
  const double along = xx + yy + spread;
  const double across = std::max(xx + yy - spread, 1e-9);
  if (along < kLeastStretch * across) {
    return {};
  }
  // The axis lies at half the angle of (difference, 2 xy); |difference| measures it from the nearer picture
  // axis.
  const double cosine = std::sqrt((1 + std::fabs(difference) / spread) / 2);
  const double sine = std::copysign(std::sqrt(std::max(1 - cosine * cosine, 0.0)), xy * difference);
  if (cosine < kMostTurn.cosine) {
    return {};
  }
  return {static_cast<float>(cosine), static_cast<float>(sine)};
}

// The item turned about its centre, on a picture that holds all of it.
GreyImage turned(const GreyImage& item, Turn turn) {
  const Place centre = centreOf(item);
  const Index side = item.width + item.height;
  const float middle = static_cast<float>(side) / 2;
  const auto pixel = [&](Index x, Index y) {
    return x < 0 || y < 0 || x >= item.width || y >= item.height ? 0.0F : static_cast<float>(item.at(x, y));
  };
  GreyImage result(side, side);
  for (Index y = 0; y < side; ++y) {
    for (Index x = 0; x < side; ++x) {
      const float dx = static_cast<float>(x) - middle;
      const float dy = static_cast<float>(y) - middle;
      const float u = static_cast<float>(centre.x) + turn.cosine * dx - turn.sine * dy;
      const float v = static_cast<float>(centre.y) + turn.sine * dx + turn.cosine * dy;
      const float left = std::floor(u);
      const float top = std::floor(v);
      const auto i = static_cast<Index>(left);
      const auto j = static_cast<Index>(top);
      const float right = u - left;
      const float down = v - top;
      const float above = (1 - right) * pixel(i, j) + right * pixel(i + 1, j);
      const float below = (1 - right) * pixel(i, j + 1) + right * pixel(i + 1, j + 1);
      result.at(x, y) = static_cast<std::uint8_t>(0.5F + (1 - down) * above + down * below);
    }
  }
  return result;
}

// The box at this size, centred on black.
GreyImage placed(const GreyImage& item, const Box& box, Index width, Index height) {
  const GreyImage small = resample(item, box, width, height);
  GreyImage result(kImageSize, kImageSize);
  const Index left = (kImageSize - width) / 2;
  const Index top = (kImageSize - height) / 2;
  for (Index y = 0; y < height; ++y) {
    for (Index x = 0; x < width; ++x) {
      result.at(left + x, top + y) = small.at(x, y);
    }
  }
  return result;
}

// In the proportions of the data set rather than its own: sleeves spread out make an item wide, hanging ones
// do not; and what is taller than wide lies smoothed out flat, wider than when worn. Shoes stay as they are.
GreyImage squashed(const GreyImage& item, const Box& box) {
  constexpr Index kNarrow = 24;  // of 28
  if (box.width <= box.height) {
    const Index width = (box.width * kNarrow + box.height / 2) / box.height;
    return placed(item, box, std::max<Index>(1, width), kImageSize);
  }
  const bool garment = 10 * box.height > 6 * box.width;
  return garment ? placed(item, box, kImageSize, kImageSize) : fitToNetwork(item, box);
}

}  // namespace

std::vector<GreyImage> garmentViews(const GreyImage& item) {
  const GreyImage upright = turned(item, straightening(item));
  const Box lying = inkBox(item).value_or(Box{0, 0, item.width, item.height});
  const Box standing = inkBox(upright).value_or(Box{0, 0, upright.width, upright.height});
  std::vector<GreyImage> views{fitToNetwork(upright, standing), fitToNetwork(item, lying),
                               squashed(upright, standing)};
  for (GreyImage& view : views) {
    sharpen(view);
    brighten(view);
  }
  return views;
}

}  // namespace ffnn
