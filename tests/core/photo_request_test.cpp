// What seePhoto() refuses.
#include <catch2/catch.hpp>
#include <limits>
#include <vector>

#include "ffnn/error.h"
#include "ffnn/photo.h"
#include "support/is_error.h"

namespace ffnn {

using test::isError;

TEST_CASE("photos that are not what they claim are refused", "[photo]") {
  const std::vector<std::uint8_t> bytes(48);
  const PhotoRequest good{bytes, 4, 4, 3, std::nullopt, 0};
  const auto with = [&](auto change) {
    PhotoRequest request = good;
    change(request);
    return request;
  };
  const auto badData = [&](auto change, const char* what) {
    REQUIRE_THROWS_MATCHES(seePhoto(with(change)), Error, isError(ErrorCode::badData, what));
  };
  badData([](PhotoRequest& r) { r.width = 0; }, "width is 0");
  badData([](PhotoRequest& r) { r.height = 513; }, "height is 513");
  badData([](PhotoRequest& r) { r.channels = 2; }, "channels is 2");
  badData([](PhotoRequest& r) { r.channels = 4; }, "48 bytes");
  const auto invalid = [&](auto change, const char* what) {
    REQUIRE_THROWS_MATCHES(seePhoto(with(change)), Error, isError(ErrorCode::invalidSetting, what));
  };
  invalid([](PhotoRequest& r) { r.bias = 1.01; }, "bias");
  invalid([](PhotoRequest& r) { r.bias = std::numeric_limits<double>::quiet_NaN(); }, "bias");
  invalid([](PhotoRequest& r) { r.crop = Box{0, 0, 0, 2}; }, "crop");
  invalid([](PhotoRequest& r) { r.crop = Box{2, 0, 3, 2}; }, "crop");
  invalid([](PhotoRequest& r) { r.crop = Box{-1, 0, 2, 2}; }, "crop");
  invalid([](PhotoRequest& r) { r.crop = Box{std::numeric_limits<Index>::max(), 0, 2, 2}; }, "crop");
}

}  // namespace ffnn
