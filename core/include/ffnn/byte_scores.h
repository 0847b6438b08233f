// Class probabilities in a byte each, for keeping those of many images.
#pragma once

#include <array>
#include <cstdint>

#include "ffnn/types.h"

namespace ffnn {

// The softmax of a row of logits (1 × kClasses) in 255ths, rounded. The network's answer, argmax(logits),
// stays the only largest one: what would round to as much gets one less.
std::array<std::uint8_t, kClasses> byteScores(const Eigen::Ref<const RowVector>& logits);

}  // namespace ffnn
