// Part: what one thread does of a job that several share.
#pragma once

#include <algorithm>
#include <cmath>

#include "ffnn/range.h"
#include "ffnn/types.h"

namespace ffnn {

struct Part {
  Index number = 0;  // 0 … count − 1
  Index count = 1;   // of all parts
  double begin = 0;  // of the whole job, which goes from 0 to 1; the next part begins where this one ends
  double end = 1;

  // That much of 0 … items − 1, cut at multiples of unit, at least 1. All parts together hold each item once,
  // in order; some are empty when there are more parts than units.
  Range of(Index items, Index unit) const {
    const Index units = (items + unit - 1) / unit;
    const auto cut = [&](double at) {
      return std::min(items, static_cast<Index>(std::lround(at * static_cast<double>(units))) * unit);
    };
    return {cut(begin), cut(end) - cut(begin)};
  }
};

}  // namespace ffnn
