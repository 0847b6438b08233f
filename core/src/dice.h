// Draws by name for the sketches. One draw an expression, everywhere: compilers differ in the order in which
// they evaluate arguments, and equal numbers must give equal drawings.
#pragma once

#include <cstdint>

#include "ffnn/rng.h"

namespace ffnn {

// Uniform over [low, high).
inline float between(Rng& rng, float low, float high) { return low + (high - low) * rng.uniform(); }

// True with that probability.
inline bool chance(Rng& rng, float probability) { return rng.uniform() < probability; }

// Around zero, −extent … extent, small values likelier than large ones: the mean of two uniform draws.
inline float around(Rng& rng, float extent) {
  const float first = rng.uniform();
  const float second = rng.uniform();
  return (first + second - 1) * extent;
}

// Uniform over the whole numbers low … high.
inline int whole(Rng& rng, int low, int high) {
  return low + static_cast<int>(rng.below(static_cast<std::uint32_t>(high - low + 1)));
}

}  // namespace ffnn
