#include "ffnn/byte_scores.h"

#include <algorithm>

#include "ffnn/loss.h"
#include "ffnn/metrics.h"

namespace ffnn {

std::array<std::uint8_t, kClasses> byteScores(const Eigen::Ref<const RowVector>& logits) {
  Matrix scores = logits;
  softmax(scores);
  const auto answer = static_cast<std::size_t>(argmax(logits));
  std::array<std::uint8_t, kClasses> bytes{};
  for (std::size_t c = 0; c < bytes.size(); ++c) {
    const Scalar share = scores(0, static_cast<Index>(c));
    bytes[c] = share > 0 ? static_cast<std::uint8_t>(share * Scalar(255) + Scalar(0.5)) : std::uint8_t{0};
  }
  // A diverged network's scores are not numbers: then all are 0, and the answer 1.
  bytes[answer] = std::max(bytes[answer], std::uint8_t{1});
  for (std::size_t c = 0; c < bytes.size(); ++c) {
    if (c != answer) {
      bytes[c] = std::min<std::uint8_t>(bytes[c], bytes[answer] - 1);
    }
  }
  return bytes;
}

}  // namespace ffnn
