#include "ffnn/photo_mix.h"

#include <array>

#include "ffnn/photo_like.h"
#include "ffnn/state_archive.h"

namespace ffnn {

PhotoMix::PhotoMix(double share, Index mostRows, Rng rng)
    : share_(static_cast<float>(share)),
      rng_(rng),
      seeds_(active() ? static_cast<std::size_t>(mostRows) : 0) {}

void PhotoMix::draw(Index rows) {
  if (!active()) {
    return;
  }
  for (std::optional<std::uint32_t>& seed : std::span(seeds_).first(static_cast<std::size_t>(rows))) {
    seed = rng_.uniform() < share_ ? std::optional(rng_.next()) : std::nullopt;
  }
}

void PhotoMix::apply(Index first, const Dataset& data, std::span<const std::uint32_t> images,
                     const PixelScale& scale, MatrixRef x) const {
  if (!active()) {
    return;
  }
  std::array<std::uint8_t, kPixels> picture{};
  for (std::size_t i = 0; i < images.size(); ++i) {
    const std::optional<std::uint32_t> seed = seeds_[static_cast<std::size_t>(first) + i];
    if (!seed) {
      continue;
    }
    const auto image = static_cast<Index>(images[i]);
    Rng rng(*seed, streams::kPhotos);
    photoLike(data.image(image).first<static_cast<std::size_t>(kPixels)>(), data.label(image), rng, picture);
    scale.apply(picture, x.row(static_cast<Index>(i)).data());
  }
}

void PhotoMix::exchangeState(StateArchive& archive) {
  if (active()) {
    rng_.exchangeState(archive, "photos.rng");
  }
}

}  // namespace ffnn
