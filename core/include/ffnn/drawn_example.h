// Drawn examples: sketches as the network gets them, numbered, so that a training run can take any of them
// without keeping them all.
#pragma once

#include <array>
#include <cstdint>

#include "ffnn/types.h"

namespace ffnn {

inline constexpr Index kDrawnExamples = 60'000;  // as many as Fashion-MNIST has training images

struct DrawnExample {
  std::array<std::uint8_t, kPixels> pixels{};
  Label label = 0;  // a class, or kNoClass (about 6 of 100)
};

// Example number `number`, any value; the same bytes on every platform.
DrawnExample drawnExample(std::uint32_t number);

}  // namespace ffnn
