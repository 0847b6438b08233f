#include "smooth_cut.h"

#include <algorithm>

#include "ffnn/exponential.h"

namespace ffnn {
namespace {

constexpr float kLeastCost = 0.05F;  // of a border along the sharpest edge, as a part of the full cost
// Step sizes: their product times 8 must stay below 1. Costs are several units, u one: hence their ratio.
constexpr float kDualStep = 1.6F;
constexpr float kPrimalStep = 0.075F;

}  // namespace

SmoothCut::SmoothCut(const Plane<Colour>& colours, float smoothness)
    : costRight_(colours.width, colours.height),
      costDown_(colours.width, colours.height),
      right_(colours.width, colours.height),
      down_(colours.width, colours.height),
      item_(colours.width, colours.height, 0.5F),
      ahead_(colours.width, colours.height, 0.5F) {
  double sum = 0;
  double count = 0;
  for (Index y = 0; y < colours.height; ++y) {
    for (Index x = 0; x < colours.width; ++x) {
      if (x + 1 < colours.width) {
        costRight_.at(x, y) = squaredDistance(colours.at(x, y), colours.at(x + 1, y));
        sum += costRight_.at(x, y);
        count += 1;
      }
      if (y + 1 < colours.height) {
        costDown_.at(x, y) = squaredDistance(colours.at(x, y), colours.at(x, y + 1));
        sum += costDown_.at(x, y);
        count += 1;
      }
    }
  }
  const float sharpness = static_cast<float>(0.5 * count / std::max(sum, 1.0));
  const auto cost = [&](float difference) {
    return smoothness * (kLeastCost + (1 - kLeastCost) * exponential(-sharpness * difference));
  };
  for (Index y = 0; y < colours.height; ++y) {
    for (Index x = 0; x < colours.width; ++x) {
      costRight_.at(x, y) = x + 1 < colours.width ? cost(costRight_.at(x, y)) : 0;
      costDown_.at(x, y) = y + 1 < colours.height ? cost(costDown_.at(x, y)) : 0;
    }
  }
}

const Plane<float>& SmoothCut::solve(const Plane<float>& evidence, int steps) {
  const Index width = item_.width;
  const Index height = item_.height;
  for (int step = 0; step < steps; ++step) {
    for (Index y = 0; y < height; ++y) {
      for (Index x = 0; x < width; ++x) {
        const float here = ahead_.at(x, y);
        if (x + 1 < width) {
          const float cost = costRight_.at(x, y);
          right_.at(x, y) =
              std::clamp(right_.at(x, y) + kDualStep * (ahead_.at(x + 1, y) - here), -cost, cost);
        }
        if (y + 1 < height) {
          const float cost = costDown_.at(x, y);
          down_.at(x, y) = std::clamp(down_.at(x, y) + kDualStep * (ahead_.at(x, y + 1) - here), -cost, cost);
        }
      }
    }
    for (Index y = 0; y < height; ++y) {
      for (Index x = 0; x < width; ++x) {
        const float fromLeft = x > 0 ? right_.at(x - 1, y) : 0.0F;
        const float fromAbove = y > 0 ? down_.at(x, y - 1) : 0.0F;
        const float flow = (right_.at(x, y) - fromLeft) + (down_.at(x, y) - fromAbove);
        const float before = item_.at(x, y);
        const float after = std::clamp(before + kPrimalStep * (flow + evidence.at(x, y)), 0.0F, 1.0F);
        item_.at(x, y) = after;
        ahead_.at(x, y) = 2 * after - before;
      }
    }
  }
  return item_;
}

}  // namespace ffnn
