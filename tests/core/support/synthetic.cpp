#include "support/synthetic.h"

#include "ffnn/idx.h"
#include "ffnn/rng.h"

namespace ffnn::test {
namespace {

// Half of a picture's pixels are background, as in clothes.
Bytes pictureOf(std::uint32_t label) {
  Rng rng(label, 100);
  Bytes picture(static_cast<std::size_t>(kPixels));
  for (std::uint8_t& pixel : picture) {
    const std::uint32_t bits = rng.next();
    pixel = (bits & 256U) != 0 ? static_cast<std::uint8_t>(bits & 127U) : std::uint8_t{0};
  }
  return picture;
}

}  // namespace

RawImages makeImages(Index count, std::uint32_t seed) {
  std::vector<Bytes> pictures;
  for (std::uint32_t label = 0; label < static_cast<std::uint32_t>(kClasses); ++label) {
    pictures.push_back(pictureOf(label));
  }
  Rng rng(seed, 101);
  RawImages images;
  images.pixels.reserve(static_cast<std::size_t>(count * kPixels));
  for (Index i = 0; i < count; ++i) {
    const std::uint32_t label = rng.below(static_cast<std::uint32_t>(kClasses));
    images.labels.push_back(static_cast<std::uint8_t>(label));
    for (const std::uint8_t pixel : pictures[label]) {
      const std::uint32_t bits = rng.next();
      const std::uint32_t noise = (bits & 128U) != 0 ? bits & 127U : 0;  // often none: black stays black
      images.pixels.push_back(static_cast<std::uint8_t>(pixel + noise));
    }
  }
  return images;
}

Dataset makeDataset(Index count, std::uint32_t seed) {
  const RawImages images = makeImages(count, seed);
  Dataset data;
  data.append({count, images.pixels}, {images.labels});
  return data;
}

Dataset makeMislabelled(Index count, std::uint32_t seed, std::size_t every) {
  RawImages images = makeImages(count, seed);
  for (std::size_t i = 0; i < images.labels.size(); i += every) {
    images.labels[i] = static_cast<Label>((images.labels[i] + 1) % kClasses);
  }
  Dataset data;
  data.append({count, images.pixels}, {images.labels});
  return data;
}

void appendWord(Bytes& bytes, std::uint32_t word) {
  for (const int shift : {24, 16, 8, 0}) {
    bytes.push_back(static_cast<std::uint8_t>(word >> shift));
  }
}

Bytes idxImages(std::span<const std::uint8_t> pixels) {
  Bytes bytes;
  appendWord(bytes, 0x803);
  appendWord(bytes, static_cast<std::uint32_t>(pixels.size()) / static_cast<std::uint32_t>(kPixels));
  appendWord(bytes, static_cast<std::uint32_t>(kImageSize));
  appendWord(bytes, static_cast<std::uint32_t>(kImageSize));
  bytes.insert(bytes.end(), pixels.begin(), pixels.end());
  return bytes;
}

Bytes idxLabels(std::span<const std::uint8_t> labels) {
  Bytes bytes;
  appendWord(bytes, 0x801);
  appendWord(bytes, static_cast<std::uint32_t>(labels.size()));
  bytes.insert(bytes.end(), labels.begin(), labels.end());
  return bytes;
}

}  // namespace ffnn::test
