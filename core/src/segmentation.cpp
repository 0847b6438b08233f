#include "segmentation.h"

#include <cmath>

#include "colour_mixture.h"
#include "local_colours.h"
#include "smooth_cut.h"

namespace ffnn {
namespace {

constexpr float kSure = 1000;       // evidence that nothing outweighs
constexpr float kMostEvidence = 6;  // of a pixel's colour: no single one may force its surroundings
constexpr float kSmoothness = 11;   // more loses the ends of sleeves, less keeps pieces of the floor
constexpr int kRounds = 5;          // of models and masks
constexpr int kStepsARound = 40;    // of the cut
constexpr int kLocalRounds = 3;
constexpr float kLocalWeight = 1.5F;
// How much more a colour counts in the item's first model the less it is like the background, in units of
// log-likelihood: cautiously, an item of many colours is kept whole; boldly, a narrow one stands out from a
// floor of many.
constexpr float kCautious = 1;
constexpr float kBold = 6;
constexpr float kMostEdge = 0.2F;  // of the photo's edge: more is not taken up by an item but by the floor

constexpr float kMargin = 0.06F;  // width of the margin that is background at first, as a part of the side

Index areaOf(const Mask& mask) {
  return static_cast<Index>(std::count(mask.cells.begin(), mask.cells.end(), std::uint8_t{1}));
}

// Where the item may be, and whether somebody has drawn that box around it or it is the whole photo.
struct Frame {
  Box box;
  bool drawn = false;
};

// What is known without colours: an item lies in the middle of a photo, and fills a box drawn around it.
// Evidence for item, one a pixel; −kSure where there is none for certain.
Plane<float> placeEvidence(const ColourPlane& picture, const Frame& frame) {
  const Box& box = frame.box;
  const float falling = frame.drawn ? 0.5F : 3.0F;
  const Index width = picture.colours.width;
  const Index height = picture.colours.height;
  Plane<float> place(width, height, -kSure);
  for (Index y = box.top; y < box.top + box.height; ++y) {
    for (Index x = box.left; x < box.left + box.width; ++x) {
      if (picture.opaque.at(x, y) == 0) {
        continue;
      }
      const float u = (2 * static_cast<float>(x - box.left) + 1) / static_cast<float>(box.width) - 1;
      const float v = (2 * static_cast<float>(y - box.top) + 1) / static_cast<float>(box.height) - 1;
      const float distance = u * u + v * v;  // 0 in the middle, 2 in the corners
      place.at(x, y) = 1 - falling * distance * distance / (1 + distance);
    }
  }
  return place;
}

bool inMargin(Index x, Index y, const Box& box) {
  const auto wide = static_cast<Index>(std::ceil(kMargin * static_cast<float>(box.width)));
  const auto tall = static_cast<Index>(std::ceil(kMargin * static_cast<float>(box.height)));
  return x < box.left + wide || x >= box.left + box.width - wide || y < box.top + tall ||
         y >= box.top + box.height - tall;
}

class Segmenter {
 public:
  Segmenter(const ColourPlane& picture, const Frame& frame, float bias, float boldness)
      : picture_(picture),
        bias_(bias),
        boldness_(boldness),
        place_(placeEvidence(picture, frame)),
        evidence_(picture.colours.width, picture.colours.height),
        weights_(picture.colours.width, picture.colours.height),
        cut_(picture.colours, kSmoothness) {
    begin(frame);
  }

  Mask run() {
    for (int round = 0; round < kRounds; ++round) {
      gather(round < 2 ? 1.5F : 0.75F);
      const Plane<float>& item = cut_.solve(evidence_, kStepsARound);
      if (round + 1 < kRounds) {
        learn(item);
      }
    }
    for (int round = 0; round < kLocalRounds; ++round) {
      refine();
    }
    return finish(cut_.solve(evidence_, kStepsARound));
  }

 private:
  // The first models: of the photo's margin or of all that lies around the drawn box, and of the half of the
  // middle that is least like it.
  void begin(const Frame& frame) {
    const Box& box = frame.box;
    const Plane<Colour>& colours = picture_.colours;
    for (Index y = 0; y < colours.height; ++y) {
      for (Index x = 0; x < colours.width; ++x) {
        const bool inside =
            x >= box.left && x < box.left + box.width && y >= box.top && y < box.top + box.height;
        weights_.at(x, y) =
            picture_.opaque.at(x, y) != 0 && (!inside || (!frame.drawn && inMargin(x, y, box))) ? 1.0F : 0.0F;
      }
    }
    fitIfAny(background_);
    std::vector<float> unlike;
    for (std::size_t i = 0; i < colours.cells.size(); ++i) {
      weights_.cells[i] = std::max(place_.cells[i], 0.0F);
      if (weights_.cells[i] > 0) {
        unlike.push_back(-background_.logDensity(colours.cells[i]));
      }
    }
    if (!unlike.empty()) {
      const auto middle = unlike.begin() + static_cast<std::ptrdiff_t>(unlike.size() / 2);
      std::nth_element(unlike.begin(), middle, unlike.end());
      for (std::size_t i = 0; i < colours.cells.size(); ++i) {
        const float excess = -background_.logDensity(colours.cells[i]) - *middle;
        weights_.cells[i] *= std::clamp(excess, 0.0F, boldness_);
      }
    }
    fitIfAny(item_);
  }

  void fitIfAny(ColourMixture& mixture) {
    if (std::any_of(weights_.cells.begin(), weights_.cells.end(), [](float w) { return w > 0; })) {
      mixture.fit(picture_.colours, weights_);
    }
  }

  float byColour(const Colour& colour) const {
    return std::clamp(item_.logDensity(colour) - background_.logDensity(colour), -kMostEvidence,
                      kMostEvidence);
  }

  void gather(float placeWeight) {
    for (std::size_t i = 0; i < evidence_.cells.size(); ++i) {
      evidence_.cells[i] = place_.cells[i] <= -kSure
                               ? -kSure
                               : byColour(picture_.colours.cells[i]) + placeWeight * place_.cells[i];
    }
  }

  void learn(const Plane<float>& item) {
    for (std::size_t i = 0; i < weights_.cells.size(); ++i) {
      weights_.cells[i] = item.cells[i] > 0.5F ? 1.0F : 0.0F;
    }
    fitIfAny(item_);
    for (std::size_t i = 0; i < weights_.cells.size(); ++i) {
      weights_.cells[i] = item.cells[i] > 0.5F || picture_.opaque.cells[i] == 0 ? 0.0F : 1.0F;
    }
    fitIfAny(background_);
  }

  // A last word for the surroundings of each pixel.
  void refine() {
    const Plane<float>& item = cut_.solve(evidence_, kStepsARound);
    const Index radius = std::max(item.width, item.height) / 10;
    const Plane<float> local = localEvidence(picture_.colours, above(item), radius);
    gather(0.5F);
    for (std::size_t i = 0; i < evidence_.cells.size(); ++i) {
      if (place_.cells[i] > -kSure) {
        evidence_.cells[i] = 0.5F * evidence_.cells[i] +
                             std::clamp(kLocalWeight * local.cells[i], -kMostEvidence, kMostEvidence) + bias_;
      }
    }
  }

  static Mask above(const Plane<float>& item) {
    Mask mask(item.width, item.height);
    for (std::size_t i = 0; i < mask.cells.size(); ++i) {
      mask.cells[i] = item.cells[i] > 0.5F ? 1 : 0;
    }
    return mask;
  }

  Mask finish(const Plane<float>& item) const {
    constexpr float kShare = 0.2F;       // of the largest part, that a part needs to stay
    constexpr float kLeastContrast = 1;  // mean evidence by colour: less has no item behind it
    Mask mask = above(item);
    Plane<float> central = place_;  // a strip of floor along the photo's edge is large, but off the middle
    for (float& weight : central.cells) {
      weight = std::max(weight, 0.05F);
    }
    float contrast = 0;
    for (std::size_t i = 0; i < mask.cells.size(); ++i) {
      contrast += mask.cells[i] != 0 ? byColour(picture_.colours.cells[i]) : 0.0F;
    }
    const Index area = areaOf(mask);
    if (contrast < kLeastContrast * static_cast<float>(area)) {
      return {item.width, item.height};
    }
    keepLargeParts(mask, central, kShare);
    fillHoles(mask, evidence_, area / 25, -1.5F);
    return mask;
  }

  const ColourPlane& picture_;
  float bias_;
  float boldness_;
  Plane<float> place_;
  Plane<float> evidence_;
  Plane<float> weights_;
  ColourMixture item_{4};  // with more it learns pieces of the background
  ColourMixture background_{7};
  SmoothCut cut_;
};

// The part of the photo's edge that the mask takes up.
float edgeShare(const Mask& mask) {
  Index covered = 0;
  for (Index x = 0; x < mask.width; ++x) {
    covered += mask.at(x, 0) + mask.at(x, mask.height - 1);
  }
  for (Index y = 0; y < mask.height; ++y) {
    covered += mask.at(0, y) + mask.at(mask.width - 1, y);
  }
  return static_cast<float>(covered) / static_cast<float>(2 * (mask.width + mask.height));
}

// Somebody has cut the item out of its photo already: most of the background is see-through. A photo with
// round corners, or cut to a circle, is none.
bool isCutOut(const Mask& opaque) {
  constexpr float kMostEdgeOfACutOut = 0.75F;
  constexpr float kMostAreaOfACutOut = 0.75F;  // a circle takes up 0.785
  return edgeShare(opaque) <= kMostEdgeOfACutOut &&
         static_cast<float>(areaOf(opaque)) <= kMostAreaOfACutOut * static_cast<float>(opaque.cells.size());
}

Mask within(const Mask& mask, const Box& box) {
  Mask result(mask.width, mask.height);
  for (Index y = box.top; y < box.top + box.height; ++y) {
    for (Index x = box.left; x < box.left + box.width; ++x) {
      result.at(x, y) = mask.at(x, y);
    }
  }
  return result;
}

// What is found in a frame that nobody drew around the item.
Mask findInMiddle(const ColourPlane& picture, const Box& box, float bias) {
  Mask mask = Segmenter(picture, {box, false}, bias, kCautious).run();
  const float share = edgeShare(mask);
  if (share > kMostEdge) {
    Mask other = Segmenter(picture, {box, false}, bias, kBold).run();
    if (edgeShare(other) < share && areaOf(other) > 0) {
      return other;
    }
  }
  return mask;
}

// Whether a box was drawn around just this item: it holds nearly all of it, and the item nearly fills it.
bool isAround(const Box& box, const Mask& item) {
  constexpr float kMostOutside = 0.03F;  // of the item's pixels
  constexpr float kLeastReach = 0.75F;   // of the box's width and of its height
  const Mask inside = within(item, box);
  GreyImage image(inside.width, inside.height);
  image.pixels = inside.cells;
  const std::optional<Box> reach = inkBox(image);
  const auto reaches = [](Index part, Index size) {
    return static_cast<float>(part) >= kLeastReach * static_cast<float>(size);
  };
  const auto all = static_cast<float>(areaOf(item));
  return reach && all - static_cast<float>(areaOf(inside)) <= kMostOutside * all &&
         reaches(reach->width, box.width) && reaches(reach->height, box.height);
}

}  // namespace

Mask findItem(const ColourPlane& picture, const std::optional<Box>& crop, float bias) {
  const Box whole{0, 0, picture.colours.width, picture.colours.height};
  const Box box = crop.value_or(whole);
  if (isCutOut(picture.opaque)) {
    return within(picture.opaque, box);
  }
  // A box that leaves enough around it to know the background by was drawn around the item.
  const bool drawn = 10 * box.width * box.height < 9 * whole.width * whole.height;
  if (!drawn) {
    return findInMiddle(picture, box, bias);
  }
  // A box around what is found without it confirms that; any other one corrects it.
  const Mask found = findInMiddle(picture, whole, bias);
  return isAround(box, found) ? within(found, box) : Segmenter(picture, {box, true}, bias, kCautious).run();
}

}  // namespace ffnn
