// A photo of a garment, as people take them (on a floor, a bed, a hanger), turned into what the network sees:
// find the item by its colours, take its greys, fit it to 28 × 28. Every step can be shown. No network takes
// part.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ffnn/image.h"
#include "ffnn/types.h"

namespace ffnn {

inline constexpr Index kLargestPhoto = 512;  // pixels a side
inline constexpr Index kWorkingSize = 128;   // pixels of the longer side, in which the item is looked for

struct PhotoRequest {
  std::span<const std::uint8_t> pixels;  // width × height × channels bytes, row by row from the top
  Index width = 0;                       // 1 … kLargestPhoto
  Index height = 0;                      // 1 … kLargestPhoto
  Index channels = 4;  // 3 (red, green, blue) or 4 (and alpha; see-through pixels are background)
  std::optional<Box> crop =
      std::nullopt;  // where the item lies, in pixels of the photo: all else is background
  double bias = 0;   // −1 … 1: above 0, more of the photo counts as item
};

enum class PhotoContent {
  garment,
  nothing,  // no item stands out from its background
};

std::string_view name(PhotoContent content);

struct SeenPhoto {
  PhotoContent content = PhotoContent::nothing;
  // The photo's shape, its longer side at most kWorkingSize.
  GreyImage mask;  // 255: item, 0: background
  GreyImage item;  // the item's greys, 1 … 255; 0: background
  // 28 × 28 each, the same item fitted in slightly different ways: a prediction is the mean over all of them
  // and their mirror images. The first is the plainest. Empty when there is nothing.
  std::vector<GreyImage> views;
};

// Equal bytes give equal bytes on every platform. Throws Error{badData} for a size out of range or another
// number of bytes, Error{invalidSetting} for a crop box that is empty or not inside the photo and for a bias
// out of range.
SeenPhoto seePhoto(const PhotoRequest& request);

}  // namespace ffnn
