#include "local_colours.h"

namespace ffnn {
namespace {

constexpr float kLeastVariance = 60;  // grey levels squared: below, a difference is the light's
constexpr double kFewest = 12;        // pixels that make a mean

// Count, colours and their squares, summed over rectangles from the top left corner.
using Sums = std::array<double, 5>;

Plane<Sums> cumulate(const Plane<Colour>& colours, const Mask& mask, std::uint8_t value) {
  Plane<Sums> table(colours.width + 1, colours.height + 1);
  for (Index y = 0; y < colours.height; ++y) {
    Sums row{};
    for (Index x = 0; x < colours.width; ++x) {
      if (mask.at(x, y) == value) {
        const Colour& c = colours.at(x, y);
        row[0] += 1;
        for (std::size_t k = 0; k < 3; ++k) {
          row[k + 1] += c[k];
        }
        row[4] += squaredDistance(c, {});
      }
      for (std::size_t k = 0; k < row.size(); ++k) {
        table.at(x + 1, y + 1)[k] = table.at(x + 1, y)[k] + row[k];
      }
    }
  }
  return table;
}

struct Around {
  double count = 0;
  Colour mean{};
  float variance = 0;
};

Around look(const Plane<Sums>& table, Index x, Index y, Index radius) {
  const Index left = std::max<Index>(x - radius, 0);
  const Index top = std::max<Index>(y - radius, 0);
  const Index right = std::min(x + radius + 1, table.width - 1);
  const Index bottom = std::min(y + radius + 1, table.height - 1);
  Sums sums{};
  for (std::size_t k = 0; k < sums.size(); ++k) {
    sums[k] = (table.at(right, bottom)[k] - table.at(left, bottom)[k]) -
              (table.at(right, top)[k] - table.at(left, top)[k]);
  }
  Around around{sums[0], {}, 0};
  if (sums[0] > 0) {
    for (std::size_t k = 0; k < 3; ++k) {
      around.mean[k] = static_cast<float>(sums[k + 1] / sums[0]);
    }
    around.variance = static_cast<float>(sums[4] / sums[0]) - squaredDistance(around.mean, {});
  }
  return around;
}

}  // namespace

Plane<float> localEvidence(const Plane<Colour>& colours, const Mask& item, Index radius) {
  const Plane<Sums> items = cumulate(colours, item, 1);
  const Plane<Sums> grounds = cumulate(colours, item, 0);
  Plane<float> evidence(colours.width, colours.height);
  for (Index y = 0; y < colours.height; ++y) {
    for (Index x = 0; x < colours.width; ++x) {
      const Around inside = look(items, x, y, radius);
      const Around outside = look(grounds, x, y, radius);
      if (inside.count >= kFewest && outside.count >= kFewest) {
        const Colour& c = colours.at(x, y);
        const float variance = kLeastVariance + 0.5F * (inside.variance + outside.variance);
        evidence.at(x, y) =
            (squaredDistance(c, outside.mean) - squaredDistance(c, inside.mean)) / (2 * variance);
      }
    }
  }
  return evidence;
}

}  // namespace ffnn
