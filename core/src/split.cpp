#include "ffnn/split.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ffnn {

Split splitByClass(const Dataset& data, Index images, double share, Rng rng) {
  std::array<std::vector<std::uint32_t>, kClasses> ofClass;
  for (Index i = 0; i < images; ++i) {
    ofClass[data.label(i)].push_back(static_cast<std::uint32_t>(i));
  }
  Split split;
  for (std::vector<std::uint32_t>& members : ofClass) {
    const auto aside =
        static_cast<std::ptrdiff_t>(std::floor(share * static_cast<double>(members.size()) + 0.5));
    const auto most = std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(members.size()) - 1);
    if (aside > 0) {
      rng.shuffle(std::span(members));
    }
    const auto cut = members.begin() + std::min(aside, most);
    split.validation.insert(split.validation.end(), members.begin(), cut);
    split.training.insert(split.training.end(), cut, members.end());
  }
  std::sort(split.validation.begin(), split.validation.end());
  std::sort(split.training.begin(), split.training.end());
  return split;
}

}  // namespace ffnn
