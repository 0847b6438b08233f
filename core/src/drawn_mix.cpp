#include "ffnn/drawn_mix.h"

#include <array>

#include "ffnn/error.h"
#include "ffnn/state_archive.h"

namespace ffnn {
namespace {

constexpr std::int32_t kNone = -1;

}  // namespace

const Dataset& noImages() {
  static const Dataset none;
  return none;
}

DrawnMix::DrawnMix(const Dataset& drawings, double share, Index mostRows, Rng rng)
    : drawings_(drawings),
      count_(static_cast<std::uint32_t>(drawings.size())),
      share_(static_cast<float>(share)),
      rng_(rng),
      chosen_(active() ? static_cast<std::size_t>(mostRows) : 0) {
  FFNN_ASSERT(!active() || count_ > 0);
}

void DrawnMix::draw(Index rows) {
  if (!active()) {
    return;
  }
  for (std::int32_t& choice : std::span(chosen_).first(static_cast<std::size_t>(rows))) {
    choice = rng_.uniform() < share_ ? static_cast<std::int32_t>(rng_.below(count_)) : kNone;
  }
}

void DrawnMix::apply(Index first, const PixelScale& scale, MatrixRef x, std::span<Label> labels) const {
  if (!active()) {
    return;
  }
  for (Index i = 0; i < x.rows(); ++i) {
    const std::int32_t drawing = chosen_[static_cast<std::size_t>(first + i)];
    if (drawing == kNone) {
      continue;
    }
    const std::array number{static_cast<std::uint32_t>(drawing)};
    drawings_.gather(number, scale, x.middleRows(i, 1), labels.subspan(static_cast<std::size_t>(i), 1));
  }
}

void DrawnMix::exchangeState(StateArchive& archive) {
  if (active()) {
    rng_.exchangeState(archive, "drawings.rng");
  }
}

}  // namespace ffnn
