#include "ffnn/shares.h"

#include <algorithm>
#include <numeric>

#include "ffnn/error.h"

namespace ffnn {
namespace {

// Clocks in browsers may go by steps of 20 µs.
constexpr double kLeastSeconds = 100e-6;

// Of what is new in a speed. Little: with every change of the shares weights go from one core to another.
constexpr double kNews = 0.15;

// Of an equal share: every thread gets about so much, or a core that was slow once would never be seen to be
// fast.
constexpr double kLeastShare = 0.2;

}  // namespace

Part Shares::part(Index number, Index count) const {
  FFNN_ASSERT(number >= 0 && number < count && count <= kMostParts);
  const auto sumOf = [this](Index speeds) {
    return std::accumulate(speeds_.begin(), speeds_.begin() + speeds, 0.0);
  };
  const double all = sumOf(count);
  return {.number = number,
          .count = count,
          .begin = sumOf(number) / all,
          .end = number + 1 == count ? 1 : sumOf(number + 1) / all};
}

void Shares::learn(std::span<const double> seconds) {
  const auto [least, most] = std::minmax_element(seconds.begin(), seconds.end());
  if (*least <= 0 || *most < kLeastSeconds) {
    return;
  }
  const auto speeds = std::span(speeds_).first(seconds.size());
  const auto sumOf = [](std::span<const double> numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0);
  };
  const double before = sumOf(speeds);
  std::array<double, kMostParts> seen{};
  for (std::size_t p = 0; p < seconds.size(); ++p) {
    seen[p] = speeds[p] / seconds[p];
  }
  const double allSeen = sumOf(seen);
  const double slowest = kLeastShare * before / static_cast<double>(seconds.size());
  for (std::size_t p = 0; p < seconds.size(); ++p) {
    speeds[p] = std::max(slowest, (1 - kNews) * speeds[p] + kNews * before * seen[p] / allSeen);
  }
  // What the slowest were given is taken from all: sums that grow with every job would end in infinity.
  const double excess = sumOf(speeds) / before;
  for (double& speed : speeds) {
    speed /= excess;
  }
}

}  // namespace ffnn
