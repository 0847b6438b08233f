// When an answer is none: a network must spread its certainty over the ten classes, whatever it is shown.
#pragma once

#include <span>

#include "ffnn/types.h"

namespace ffnn {

// The number of classes that an answer wavers between: e to the entropy of the scores, 1 (sure) … 10 (no
// idea). scores: probabilities that sum to 1.
double perplexity(std::span<const float> scores);

// Whether something "does not look like any of the ten": its perplexity is at least 3.8. A network that was
// trained with drawings of other things among the rest (kNoClass) is that unsure of some 6 in 100 real test
// images, and of three in four drawn belts, hats and socks.
bool isUnlikeAny(std::span<const float> scores);

}  // namespace ffnn
