// Photo-like training images: what holds for every class and every draw.
#include "ffnn/photo_like.h"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "ffnn/image.h"
#include "support/hash.h"

namespace ffnn {

using test::hashOf;

namespace {

using Image = std::array<std::uint8_t, kPixels>;

// A trunk with two hanging sleeves and a dark print.
Image garment() {
  Image image{};
  const auto lay = [&](Index left, Index top, Index width, Index height, std::uint8_t grey) {
    for (Index y = top; y < top + height; ++y) {
      for (Index x = left; x < left + width; ++x) {
        image[static_cast<std::size_t>(y * kImageSize + x)] = grey;
      }
    }
  };
  lay(8, 1, 12, 26, 180);
  lay(4, 3, 3, 20, 160);
  lay(21, 3, 3, 20, 160);
  lay(11, 10, 6, 4, 0);
  return image;
}

Image draw(const Image& image, Label label, Rng& rng) {
  Image out{};
  out.fill(7);
  photoLike(image, label, rng, out);
  return out;
}

}  // namespace

TEST_CASE("a photo-like image fills its square and reaches the full brightness", "[photo-like]") {
  const Image image = garment();
  Rng rng(3);
  for (Label label = 0; label < kClasses; ++label) {
    for (int i = 0; i < 40; ++i) {
      const Image out = draw(image, label, rng);
      GreyImage picture(kImageSize, kImageSize);
      std::copy(out.begin(), out.end(), picture.pixels.begin());
      const std::optional<Box> box = inkBox(picture);
      REQUIRE(box);
      REQUIRE(std::max(box->width, box->height) >= kImageSize - 1);  // the faintest line may round to nothing
      REQUIRE(*std::max_element(out.begin(), out.end()) == 255);
    }
  }
}

TEST_CASE("every draw is another image, equal states of the generator give the same", "[photo-like]") {
  const Image image = garment();
  for (Label label = 0; label < kClasses; ++label) {
    Rng one(8);
    Rng same(8);
    std::set<Image> images;
    for (int i = 0; i < 20; ++i) {
      const Image out = draw(image, label, one);
      REQUIRE(out == draw(image, label, same));
      images.insert(out);
    }
    CHECK(images.size() == 20);
  }
}

TEST_CASE("a blank image gives an image, too", "[photo-like]") {
  const Image blank{};
  Rng rng(4);
  Rng same(4);
  for (int i = 0; i < 20; ++i) {
    CHECK(draw(blank, 8, rng) == draw(blank, 8, same));
  }
}

TEST_CASE("photo-like images are the same on every platform", "[photo-like]") {
  const Image image = garment();
  Rng rng(11);
  std::vector<std::uint8_t> bytes;
  for (int i = 0; i < 100; ++i) {
    const Image out = draw(image, static_cast<Label>(i % kClasses), rng);
    bytes.insert(bytes.end(), out.begin(), out.end());
  }
  CHECK(hashOf(bytes) == 0xdc63b02f0bef44b6);
}

}  // namespace ffnn
