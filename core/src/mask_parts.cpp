#include "mask_parts.h"

#include <utility>

namespace ffnn {
namespace {

struct Parts {
  Plane<int> numbers;         // of the part that a pixel belongs to; −1: none
  std::vector<Index> areas;   // one a part
  std::vector<float> scores;  // sums of the weights
  std::vector<bool> atEdge;   // whether it touches the border of the picture
};

// The parts of the pixels with this value, connected by sides.
Parts findParts(const Mask& mask, std::uint8_t value, const Plane<float>& weights) {
  Parts parts{Plane<int>(mask.width, mask.height, -1), {}, {}, {}};
  std::vector<std::pair<Index, Index>> pending;
  for (Index top = 0; top < mask.height; ++top) {
    for (Index left = 0; left < mask.width; ++left) {
      if (mask.at(left, top) != value || parts.numbers.at(left, top) >= 0) {
        continue;
      }
      const auto number = static_cast<int>(parts.areas.size());
      Index area = 0;
      float score = 0;
      bool atEdge = false;
      const auto visit = [&](Index x, Index y) {
        if (x < 0 || y < 0 || x >= mask.width || y >= mask.height) {
          atEdge = true;
        } else if (mask.at(x, y) == value && parts.numbers.at(x, y) < 0) {
          parts.numbers.at(x, y) = number;
          pending.emplace_back(x, y);
        }
      };
      visit(left, top);
      while (!pending.empty()) {
        const auto [x, y] = pending.back();
        pending.pop_back();
        ++area;
        score += weights.at(x, y);
        visit(x - 1, y);
        visit(x + 1, y);
        visit(x, y - 1);
        visit(x, y + 1);
      }
      parts.areas.push_back(area);
      parts.scores.push_back(score);
      parts.atEdge.push_back(atEdge);
    }
  }
  return parts;
}

}  // namespace

void keepLargeParts(Mask& mask, const Plane<float>& weights, float share) {
  const Parts parts = findParts(mask, 1, weights);
  float largest = 0;
  for (const float score : parts.scores) {
    largest = std::max(largest, score);
  }
  for (std::size_t i = 0; i < mask.cells.size(); ++i) {
    const int number = parts.numbers.cells[i];
    if (number >= 0 && parts.scores[static_cast<std::size_t>(number)] < share * largest) {
      mask.cells[i] = 0;
    }
  }
}

void fillHoles(Mask& mask, const Plane<float>& evidence, Index area, float least) {
  const Parts parts = findParts(mask, 0, evidence);
  for (std::size_t i = 0; i < mask.cells.size(); ++i) {
    if (mask.cells[i] != 0) {
      continue;
    }
    const auto part = static_cast<std::size_t>(parts.numbers.cells[i]);
    const float mean = parts.scores[part] / static_cast<float>(parts.areas[part]);
    if (!parts.atEdge[part] && (parts.areas[part] < area || mean > least)) {
      mask.cells[i] = 1;
    }
  }
}

}  // namespace ffnn
