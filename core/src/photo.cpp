#include "ffnn/photo.h"

#include <algorithm>
#include <array>
#include <string>

#include "ffnn/error.h"
#include "ffnn/names.h"
#include "garment_views.h"
#include "item_tone.h"
#include "segmentation.h"

namespace ffnn {
namespace {

constexpr std::array kContentNames{
    Named{PhotoContent::garment, "garment"},
    Named{PhotoContent::nothing, "nothing"},
};

constexpr float kBiasRange = 2;    // what a bias of 1 adds to the evidence for item
constexpr Index kLeastPart = 200;  // an item has at least a 200th of the photo's or the crop's pixels

void validate(const PhotoRequest& request) {
  const auto side = [](const char* what, Index value) {
    if (value < 1 || value > kLargestPhoto) {
      throw Error(ErrorCode::badData, "photo: " + std::string(what) + " is " + std::to_string(value) +
                                          ", must be 1 to " + std::to_string(kLargestPhoto));
    }
  };
  side("width", request.width);
  side("height", request.height);
  if (request.channels != 3 && request.channels != 4) {
    throw Error(ErrorCode::badData,
                "photo: channels is " + std::to_string(request.channels) + ", must be 3 or 4");
  }
  const Index bytes = request.width * request.height * request.channels;
  if (static_cast<Index>(request.pixels.size()) != bytes) {
    throw Error(ErrorCode::badData, "photo: " + std::to_string(request.pixels.size()) + " bytes, must be " +
                                        std::to_string(bytes) + " for its size");
  }
  if (!(request.bias >= -1 && request.bias <= 1)) {
    throw Error(ErrorCode::invalidSetting, "photo bias must be -1 to 1, not " + std::to_string(request.bias));
  }
  if (request.crop) {
    const Box& box = *request.crop;
    const bool inside = box.left >= 0 && box.top >= 0 && box.width >= 1 && box.height >= 1 &&
                        box.width <= request.width && box.height <= request.height &&
                        box.left <= request.width - box.width && box.top <= request.height - box.height;
    if (!inside) {
      throw Error(ErrorCode::invalidSetting,
                  "photo crop must be a box of at least one pixel inside the photo");
    }
  }
}

// The crop box in the shrunken photo: every pixel whose centre lies inside, at least one.
Box shrinkBox(const Box& box, const PhotoRequest& request, Index width, Index height) {
  const auto shrink = [](Index first, Index count, Index before, Index after, Index& newFirst,
                         Index& newCount) {
    newFirst = std::min((2 * first * after + before) / (2 * before), after - 1);
    newCount = std::max<Index>((2 * (first + count) * after + before) / (2 * before) - newFirst, 1);
  };
  Box result;
  shrink(box.left, box.width, request.width, width, result.left, result.width);
  shrink(box.top, box.height, request.height, height, result.top, result.height);
  return result;
}

// Whether what was found is an item: neither a speck nor all there is.
bool isItem(const Mask& mask, const Plane<std::uint8_t>& opaque) {
  const auto area = static_cast<Index>(std::count(mask.cells.begin(), mask.cells.end(), std::uint8_t{1}));
  const auto all = static_cast<Index>(opaque.cells.size());
  return area > 0 && area * kLeastPart >= all && area < all;
}

}  // namespace

std::string_view name(PhotoContent content) { return nameIn(kContentNames, content); }

SeenPhoto seePhoto(const PhotoRequest& request) {
  validate(request);
  const ColourPlane picture =
      shrinkColours(request.pixels, request.width, request.height, request.channels, kWorkingSize);
  const Index width = picture.colours.width;
  const Index height = picture.colours.height;
  std::optional<Box> crop;
  if (request.crop) {
    crop = shrinkBox(*request.crop, request, width, height);
  }
  SeenPhoto seen{PhotoContent::nothing, GreyImage(width, height), GreyImage(width, height), {}};
  const Mask mask = findItem(picture, crop, kBiasRange * static_cast<float>(request.bias));
  if (!isItem(mask, picture.opaque)) {
    return seen;
  }
  for (std::size_t i = 0; i < mask.cells.size(); ++i) {
    seen.mask.pixels[i] = mask.cells[i] != 0 ? 255 : 0;
  }
  seen.item = itemTones(picture.colours, mask);
  seen.content = PhotoContent::garment;
  seen.views = garmentViews(seen.item);
  return seen;
}

}  // namespace ffnn
