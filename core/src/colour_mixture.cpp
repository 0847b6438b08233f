#include "colour_mixture.h"

#include <algorithm>
#include <limits>

#include "natural_log.h"

namespace ffnn {
namespace {

// Grey levels squared that every Gaussian has at least: noise, and the rounding of bytes.
constexpr float kLeastVariance = 16;

// Sums over the pixels of one Gaussian, in double so that large photos lose nothing.
struct Moments {
  double weight = 0;
  std::array<double, 3> sum{};
  std::array<double, 6> squares{};

  void add(const Colour& colour, float w) {
    const std::array<double, 3> c{colour[0], colour[1], colour[2]};
    weight += w;
    std::size_t k = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      sum[i] += w * c[i];
      for (std::size_t j = i; j < 3; ++j) {
        squares[k++] += w * c[i] * c[j];
      }
    }
  }
};

}  // namespace

float ColourMixture::logDensity(const Gaussian& part, const Colour& colour) {
  const float d0 = colour[0] - part.mean[0];
  const float d1 = colour[1] - part.mean[1];
  const float d2 = colour[2] - part.mean[2];
  const auto& s = part.inverse;
  const float squares = s[0] * d0 * d0 + s[3] * d1 * d1 + s[5] * d2 * d2;
  const float products = s[1] * d0 * d1 + s[2] * d0 * d2 + s[4] * d1 * d2;
  return part.logScale - 0.5F * squares - products;
}

float ColourMixture::logDensity(const Colour& colour) const {
  float best = -std::numeric_limits<float>::max();
  for (const Gaussian& part : parts_) {
    best = std::max(best, logDensity(part, colour));
  }
  return best;
}

void ColourMixture::fit(const Plane<Colour>& colours, const Plane<float>& weights) {
  if (parts_.empty()) {
    constexpr int kRounds = 4;  // of k-means
    spread(colours, weights);
    for (int round = 0; round < kRounds; ++round) {
      refit(colours, weights,
            [](const Gaussian& part, const Colour& colour) { return -squaredDistance(part.mean, colour); });
    }
  }
  refit(colours, weights,
        [](const Gaussian& part, const Colour& colour) { return logDensity(part, colour); });
}

void ColourMixture::spread(const Plane<Colour>& colours, const Plane<float>& weights) {
  Moments all;
  for (std::size_t i = 0; i < colours.cells.size(); ++i) {
    all.add(colours.cells[i], weights.cells[i]);
  }
  Colour next{};
  for (std::size_t c = 0; c < 3; ++c) {
    next[c] = static_cast<float>(all.sum[c] / all.weight);
  }
  std::vector<float> distances(colours.cells.size(), std::numeric_limits<float>::max());
  while (parts_.size() < mostParts_) {
    parts_.push_back({next, {}, 0});
    float farthest = -1;
    for (std::size_t i = 0; i < distances.size(); ++i) {
      distances[i] = std::min(distances[i], squaredDistance(parts_.back().mean, colours.cells[i]));
      if (weights.cells[i] > 0 && distances[i] > farthest) {
        farthest = distances[i];
        next = colours.cells[i];
      }
    }
  }
}

template <typename Nearness>
void ColourMixture::refit(const Plane<Colour>& colours, const Plane<float>& weights, Nearness nearness) {
  std::vector<Moments> moments(parts_.size());
  double total = 0;
  for (std::size_t i = 0; i < colours.cells.size(); ++i) {
    if (weights.cells[i] <= 0) {
      continue;
    }
    std::size_t best = 0;
    float highest = -std::numeric_limits<float>::max();
    for (std::size_t p = 0; p < parts_.size(); ++p) {
      const float value = nearness(parts_[p], colours.cells[i]);
      if (value > highest) {
        highest = value;
        best = p;
      }
    }
    moments[best].add(colours.cells[i], weights.cells[i]);
    total += weights.cells[i];
  }
  std::vector<Gaussian> fitted;
  for (const Moments& m : moments) {
    if (m.weight <= 0) {
      continue;  // a Gaussian that no pixel wants is gone for good
    }
    Gaussian part;
    std::array<float, 6> s{};  // the covariance
    std::size_t k = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      part.mean[i] = static_cast<float>(m.sum[i] / m.weight);
      for (std::size_t j = i; j < 3; ++j, ++k) {
        const double covariance = m.squares[k] / m.weight - (m.sum[i] / m.weight) * (m.sum[j] / m.weight);
        s[k] = static_cast<float>(covariance) + (i == j ? kLeastVariance : 0.0F);
      }
    }
    const float c00 = s[3] * s[5] - s[4] * s[4];
    const float c01 = s[2] * s[4] - s[1] * s[5];
    const float c02 = s[1] * s[4] - s[2] * s[3];
    const float determinant = std::max(s[0] * c00 + s[1] * c01 + s[2] * c02, 1.0F);
    part.inverse = {c00 / determinant,
                    c01 / determinant,
                    c02 / determinant,
                    (s[0] * s[5] - s[2] * s[2]) / determinant,
                    (s[1] * s[2] - s[0] * s[4]) / determinant,
                    (s[0] * s[3] - s[1] * s[1]) / determinant};
    part.logScale = naturalLog(static_cast<float>(m.weight / total)) - 0.5F * naturalLog(determinant);
    fitted.push_back(part);
  }
  parts_ = std::move(fitted);
}

}  // namespace ffnn
