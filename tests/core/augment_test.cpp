// Mirroring: half of the images, left to right, line by line.
#include "ffnn/augment.h"

#include <catch2/catch.hpp>
#include <vector>

#include "support/random_matrix.h"

namespace ffnn {

namespace {

void mirrorHalf(MatrixRef x, Rng& rng) {
  std::vector<std::uint8_t> chosen(static_cast<std::size_t>(x.rows()));
  chooseHalf(chosen, rng);
  mirror(x, chosen);
}

}  // namespace

TEST_CASE("about half of the rows are mirrored left to right, the others untouched", "[augment]") {
  Rng rng(1);
  const Matrix before = test::randomMatrix(400, kPixels, rng);
  Matrix after = before;
  mirrorHalf(after, rng);
  int mirrored = 0;
  for (Index i = 0; i < before.rows(); ++i) {
    const bool changed = after.row(i) != before.row(i);
    mirrored += changed ? 1 : 0;
    for (Index p = 0; p < kPixels; ++p) {
      const Index line = p / kImageSize * kImageSize;
      const Index from = changed ? line + (kImageSize - 1 - p % kImageSize) : p;
      REQUIRE(after(i, p) == before(i, from));
    }
  }
  CHECK(mirrored > 160);
  CHECK(mirrored < 240);
}

TEST_CASE("which rows are mirrored does not depend on how they are cut into blocks", "[augment]") {
  Rng rng(1);
  const Matrix images = test::randomMatrix(20, kPixels, rng);
  Matrix whole = images;
  Matrix blocks = images;
  Rng one(7);
  Rng same(7);
  mirrorHalf(whole, one);
  mirrorHalf(blocks.topRows(3), same);
  mirrorHalf(blocks.bottomRows(17), same);
  CHECK(whole == blocks);
}

}  // namespace ffnn
