#include "ffnn/shuffled_labels.h"

#include <algorithm>

namespace ffnn {

ShuffledLabels::ShuffledLabels(const Dataset& data, std::span<const std::uint32_t> images, Rng rng) {
  std::vector<Label> dealt;
  dealt.reserve(images.size());
  for (const std::uint32_t image : images) {
    dealt.push_back(data.label(static_cast<Index>(image)));
  }
  rng.shuffle(std::span(dealt));
  labels_.resize(images.empty() ? 0 : *std::max_element(images.begin(), images.end()) + std::size_t{1});
  for (std::size_t i = 0; i < images.size(); ++i) {
    labels_[images[i]] = dealt[i];
  }
}

void ShuffledLabels::apply(std::span<const std::uint32_t> images, std::span<Label> labels) const {
  if (labels_.empty()) {
    return;
  }
  for (std::size_t i = 0; i < images.size(); ++i) {
    labels[i] = labels_[images[i]];
  }
}

}  // namespace ffnn
