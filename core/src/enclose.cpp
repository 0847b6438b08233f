#include "ffnn/enclose.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace ffnn {
namespace {

// One truth value a pixel.
struct Mask {
  Index width;
  Index height;
  std::vector<std::uint8_t> cells;

  std::uint8_t& at(Index x, Index y) { return cells[static_cast<std::size_t>(y * width + x)]; }
};

// Along one line of `length` cells, `stride` apart: sets those within radius of a set one.
void growLine(std::uint8_t* line, Index length, Index stride, Index radius, std::span<std::uint8_t> grown) {
  Index reach = 0;  // cells from here on that the last set one still covers
  Index seen = 0;   // the next cell to look at for a set one
  for (Index i = 0; i < length; ++i) {
    for (; seen < length && seen <= i + radius; ++seen) {
      if (line[seen * stride] != 0) {
        reach = seen + radius + 1;
      }
    }
    grown[static_cast<std::size_t>(i)] = i < reach ? 1 : 0;
  }
  for (Index i = 0; i < length; ++i) {
    line[i * stride] = grown[static_cast<std::size_t>(i)];
  }
}

// Sets every cell within radius of a set one, both ways along rows and columns: a square around each.
void grow(Mask& mask, Index radius) {
  std::vector<std::uint8_t> line(static_cast<std::size_t>(std::max(mask.width, mask.height)));
  for (Index y = 0; y < mask.height; ++y) {
    growLine(&mask.at(0, y), mask.width, 1, radius, line);
  }
  for (Index x = 0; x < mask.width; ++x) {
    growLine(&mask.at(x, 0), mask.height, mask.width, radius, line);
  }
}

// The cells that can be reached from the top left corner, side by side, without entering a set one.
Mask reachable(const Mask& walls) {
  Mask reached{walls.width, walls.height, std::vector<std::uint8_t>(walls.cells.size())};
  std::vector<std::size_t> pending = {0};
  const auto visit = [&](std::size_t cell) {
    if (walls.cells[cell] == 0 && reached.cells[cell] == 0) {
      reached.cells[cell] = 1;
      pending.push_back(cell);
    }
  };
  reached.cells[0] = 1;
  const auto width = static_cast<std::size_t>(walls.width);
  while (!pending.empty()) {
    const std::size_t cell = pending.back();
    pending.pop_back();
    if (cell % width > 0) {
      visit(cell - 1);
    }
    if (cell % width + 1 < width) {
      visit(cell + 1);
    }
    if (cell >= width) {
      visit(cell - width);
    }
    if (cell + width < walls.cells.size()) {
      visit(cell + width);
    }
  }
  return reached;
}

}  // namespace

void fillEnclosed(GreyImage& picture, std::uint8_t grey, Index gap) {
  const Index radius = (gap + 1) / 2;
  const Index margin = radius + 1;  // room to pass between grown ink and the edge
  Mask ink{picture.width + 2 * margin, picture.height + 2 * margin, {}};
  ink.cells.resize(static_cast<std::size_t>(ink.width * ink.height));
  for (Index y = 0; y < picture.height; ++y) {
    for (Index x = 0; x < picture.width; ++x) {
      ink.at(x + margin, y + margin) = picture.at(x, y) != 0 ? 1 : 0;
    }
  }
  grow(ink, radius);
  Mask outside = reachable(ink);
  grow(outside, radius);  // back to the lines
  for (Index y = 0; y < picture.height; ++y) {
    for (Index x = 0; x < picture.width; ++x) {
      if (picture.at(x, y) == 0 && outside.at(x + margin, y + margin) == 0) {
        picture.at(x, y) = grey;
      }
    }
  }
}

}  // namespace ffnn
