#include "ffnn/neighbours.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "ffnn/enclose.h"
#include "ffnn/error.h"

namespace ffnn {
namespace {

// In 32 bits: 784 × 255 × 255 has room.
struct Products {
  std::uint32_t cross = 0;
  std::uint32_t square = 0;
};

Products productsOf(std::span<const std::uint8_t> image, std::span<const std::uint8_t> with) {
  Products sums;
  for (std::size_t i = 0; i < image.size(); ++i) {
    const std::uint32_t pixel = image[i];
    sums.cross += pixel * with[i];
    sums.square += pixel * pixel;
  }
  return sums;
}

std::uint32_t inkOf(std::span<const std::uint8_t> pixels) {
  return std::accumulate(pixels.begin(), pixels.end(), std::uint32_t{0});
}

// The picture with what it encloses, if that is most of it: the outline of something, and not something with
// a hole.
std::vector<std::uint8_t> areaOf(std::span<const std::uint8_t> pixels) {
  GreyImage filled(kImageSize, kImageSize);
  filled.pixels.assign(pixels.begin(), pixels.end());
  fillEnclosed(filled, *std::max_element(pixels.begin(), pixels.end()), 0);
  return inkOf(filled.pixels) > 2 * inkOf(pixels) ? filled.pixels
                                                  : std::vector<std::uint8_t>(pixels.begin(), pixels.end());
}

}  // namespace

std::vector<std::uint32_t> nearestImages(const Dataset& data, Index images,
                                         std::span<const std::uint8_t> pixels, Index count) {
  FFNN_ASSERT(static_cast<Index>(pixels.size()) == kPixels && images <= data.size());
  if (inkOf(pixels) == 0) {
    return {};
  }
  const std::vector<std::uint8_t> area = areaOf(pixels);
  using Candidate =
      std::pair<double, std::uint32_t>;  // minus the cosine, apart from the picture's own length
  std::vector<Candidate> nearest;
  for (Index i = 0; i < images; ++i) {
    const Products products = productsOf(data.image(i), area);
    const double cosine = products.square > 0 ? static_cast<double>(products.cross) /
                                                    std::sqrt(static_cast<double>(products.square))
                                              : 0.0;
    const Candidate candidate{-cosine, static_cast<std::uint32_t>(i)};
    if (static_cast<Index>(nearest.size()) == count && !(candidate < nearest.back())) {
      continue;
    }
    nearest.insert(std::upper_bound(nearest.begin(), nearest.end(), candidate), candidate);
    if (static_cast<Index>(nearest.size()) > count) {
      nearest.pop_back();
    }
  }
  std::vector<std::uint32_t> numbers;
  numbers.reserve(nearest.size());
  for (const Candidate& candidate : nearest) {
    numbers.push_back(candidate.second);
  }
  return numbers;
}

}  // namespace ffnn
