// ColourMixture: how likely a colour is under a few Gaussians in colour space, fitted to the pixels of the
// item or to those of the background (C. Rother, V. Kolmogorov, A. Blake, "GrabCut", 2004, section 3.1).
#pragma once

#include <vector>

#include "colour_plane.h"

namespace ffnn {

class ColourMixture {
 public:
  // mostParts: Gaussians, at least one.
  explicit ColourMixture(std::size_t mostParts) : mostParts_(mostParts) {}

  // Fits to the colours with a weight above 0; at least one. weights: one a pixel.
  // From nothing: Gaussians around colours far from each other. Otherwise: one step on from what is there.
  void fit(const Plane<Colour>& colours, const Plane<float>& weights);

  // The logarithm of the density, up to a constant, by the likeliest Gaussian alone.
  float logDensity(const Colour& colour) const;

 private:
  struct Gaussian {
    Colour mean{};
    std::array<float, 6> inverse{};  // of the covariance: 00, 01, 02, 11, 12, 22
    float logScale = 0;              // log(share) − ½ log det covariance
  };

  void spread(const Plane<Colour>& colours, const Plane<float>& weights);
  template <typename Nearness>
  void refit(const Plane<Colour>& colours, const Plane<float>& weights, Nearness nearness);
  static float logDensity(const Gaussian& part, const Colour& colour);

  std::size_t mostParts_;
  std::vector<Gaussian> parts_;
};

}  // namespace ffnn
