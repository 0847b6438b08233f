// Variants of a picture: the same thing drawn or photographed once more, by a hand that is never twice the
// same.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "ffnn/rng.h"
#include "ffnn/types.h"

namespace ffnn {

// The picture turned by up to some 7°, leant and stretched by up to a tenth, and fitted to 28 × 28 again (see
// fitToNetwork). Six random numbers. pixels: 784; an empty picture stays empty.
std::array<std::uint8_t, kPixels> jittered(std::span<const std::uint8_t> pixels, Rng& rng);

}  // namespace ffnn
