// decodeStrokes: the flat list of numbers from JavaScript, right and wrong in every way.
#include <catch2/catch.hpp>
#include <limits>

#include "ffnn/rng.h"
#include "support/is_error.h"
#include "support/strokes.h"

namespace ffnn {

using test::isError;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

const std::vector<Stroke> kStrokes = {test::brush({{1, 2}, {3.5F, -4}}, 20, 100), test::eraser({{5, 6}}, 1),
                                      test::fill({7, 8}, 0)};

// A list of one stroke of two points, the number at position replaced.
std::vector<float> withNumber(std::size_t position, float value) {
  std::vector<float> numbers = encodeStrokes({kStrokes[0]});
  numbers.at(position) = value;
  return numbers;
}

void checkRefused(const std::vector<float>& numbers, std::size_t position) {
  CHECK_THROWS_MATCHES(decodeStrokes(numbers), Error,
                       isError(ErrorCode::badData, "at position " + std::to_string(position)));
}

}  // namespace

TEST_CASE("an empty list has no strokes", "[drawing]") { CHECK(decodeStrokes({}).empty()); }

TEST_CASE("strokes come back as they were sent", "[drawing]") {
  const std::vector<Stroke> decoded = decodeStrokes(encodeStrokes(kStrokes));
  REQUIRE(decoded.size() == kStrokes.size());
  for (std::size_t s = 0; s < decoded.size(); ++s) {
    CHECK(decoded[s].tool == kStrokes[s].tool);
    CHECK(decoded[s].size == kStrokes[s].size);
    CHECK(decoded[s].grey == kStrokes[s].grey);
    REQUIRE(decoded[s].points.size() == kStrokes[s].points.size());
    for (std::size_t p = 0; p < decoded[s].points.size(); ++p) {
      CHECK(decoded[s].points[p].x == kStrokes[s].points[p].x);
      CHECK(decoded[s].points[p].y == kStrokes[s].points[p].y);
    }
  }
}

TEST_CASE("a list cut at any position but between two strokes is refused", "[drawing]") {
  const std::vector<float> numbers = encodeStrokes(kStrokes);  // strokes of 8, 6 and 6 numbers
  for (std::size_t size = 0; size < numbers.size(); ++size) {
    // Memory of exactly that size, so that a sanitizer sees every number read beyond it.
    const std::vector<float> part(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(size));
    CAPTURE(size);
    if (size == 0 || size == 8 || size == 14) {
      CHECK_NOTHROW(decodeStrokes(part));
    } else {
      CHECK_THROWS_MATCHES(decodeStrokes(part), Error,
                           isError(ErrorCode::badData, "ends before", "at position"));
    }
  }
}

TEST_CASE("a number that is none is refused wherever it stands", "[drawing]") {
  const std::size_t position = GENERATE(range(std::size_t{0}, std::size_t{8}));
  checkRefused(withNumber(position, GENERATE(as<float>{}, kNan, kInfinity, -kInfinity)), position);
}

TEST_CASE("unknown and fractional tools are refused", "[drawing]") {
  checkRefused(withNumber(0, GENERATE(-1.0F, 4.0F, 0.5F, 1.5F, 1e9F)), 0);
}

TEST_CASE("sizes go from 1 to 100", "[drawing]") {
  CHECK_NOTHROW(decodeStrokes(withNumber(1, GENERATE(1.0F, 2.5F, 100.0F))));
  checkRefused(withNumber(1, GENERATE(0.0F, -5.0F, 0.999F, 100.01F, 1e30F)), 1);
}

TEST_CASE("grey levels go from 0 to 255", "[drawing]") {
  CHECK(decodeStrokes(withNumber(2, 255))[0].grey == 255);
  CHECK(decodeStrokes(withNumber(2, 0))[0].grey == 0);
  checkRefused(withNumber(2, GENERATE(-1.0F, 256.0F, 255.5F, 1e30F)), 2);
}

TEST_CASE("no points, a fraction of one, and more than there are, are refused", "[drawing]") {
  checkRefused(withNumber(3, GENERATE(0.0F, -1.0F, 1.5F, 2.5F, 1e7F, 4294967296.0F, 1e38F)), 3);
  CHECK_THROWS_MATCHES(decodeStrokes(withNumber(3, GENERATE(3.0F, 1e6F))), Error,
                       isError(ErrorCode::badData, "last point", "at position 4"));
}

TEST_CASE("points may leave the pad, but not go anywhere", "[drawing]") {
  const std::size_t position = GENERATE(std::size_t{4}, std::size_t{5}, std::size_t{7});
  CHECK_NOTHROW(decodeStrokes(withNumber(position, GENERATE(-1120.0F, -0.0F, 280.0F, 1120.0F))));
  checkRefused(withNumber(position, GENERATE(-1121.0F, 1121.0F, 1e30F)), position);
}

TEST_CASE("random lists are decoded or refused, never worse", "[drawing]") {
  Rng rng(1);
  int decoded = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::vector<float> numbers(rng.below(14));
    for (float& number : numbers) {
      number = static_cast<float>(rng.below(5)) - (rng.below(40) == 0 ? 1e4F : 0.0F);
    }
    try {
      decoded += decodeStrokes(numbers).empty() ? 0 : 1;
    } catch (const Error& error) {
      REQUIRE(error.code() == ErrorCode::badData);
    }
  }
  CHECK(decoded > 0);
}

}  // namespace ffnn
