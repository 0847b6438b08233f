#include "ffnn/unlike.h"

#include <cmath>

namespace ffnn {
namespace {

constexpr double kUnlike = 3.8;

}  // namespace

double perplexity(std::span<const float> scores) {
  double entropy = 0;
  for (const float score : scores) {
    if (score > 0) {
      entropy -= static_cast<double>(score) * std::log(static_cast<double>(score));
    }
  }
  return std::exp(entropy);
}

bool isUnlikeAny(std::span<const float> scores) { return perplexity(scores) >= kUnlike; }

}  // namespace ffnn
