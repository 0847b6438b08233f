// Named arrays out and in again, and what is refused on the way in.
#include "ffnn/state_archive.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "ffnn/rng.h"
#include "support/is_error.h"

namespace ffnn {

using test::isError;

namespace {

// A made-up state with a field of every kind.
struct State {
  std::vector<float> weights = {1, 2, 3};
  std::vector<std::uint32_t> order = {2, 0, 1};
  double loss = 0.5;
  Index step = 7;
  bool done = true;
  std::vector<double> history = {1, 2};

  void exchange(StateArchive& archive) {
    archive.numbers("weights", weights);
    archive.numbers("order", order);
    archive.number("loss", loss);
    archive.count("step", step, 0, 10);
    archive.flag("done", done);
    archive.list("history", history, 2, 2);
  }
  bool operator==(const State&) const = default;
};

std::vector<NamedArray> saved(State state = {}) {
  StateArchive archive;
  state.exchange(archive);
  return archive.take();
}

void load(std::vector<NamedArray> arrays) {
  State state;
  StateArchive archive(std::move(arrays));
  state.exchange(archive);
  archive.expectEnd();
}

}  // namespace

TEST_CASE("a state that was saved comes back", "[state_archive]") {
  const State original{{4, 5, 6}, {0, 1, 2}, 1.5, 3, false, {9, 8, 7, 6}};
  State other;
  StateArchive archive(saved(original));
  CHECK(archive.loading());
  other.exchange(archive);
  archive.expectEnd();
  CHECK(other == original);
}

TEST_CASE("arrays that are missing, too many, of another length or type are named", "[state_archive]") {
  std::vector<NamedArray> arrays = saved();
  SECTION("missing") {
    arrays.erase(arrays.begin() + 1);
    CHECK_THROWS_MATCHES(load(arrays), Error, isError(ErrorCode::badData, "order is missing"));
  }
  SECTION("missing at the end") {
    arrays.pop_back();
    CHECK_THROWS_MATCHES(load(arrays), Error, isError(ErrorCode::badData, "history is missing"));
  }
  SECTION("one too many") {
    arrays.push_back({"extra", std::vector<float>{1}});
    CHECK_THROWS_MATCHES(load(arrays), Error, isError(ErrorCode::badData, "extra is not part"));
  }
  SECTION("another length") {
    arrays[0].values = std::vector<float>{1, 2};
    CHECK_THROWS_MATCHES(load(arrays), Error,
                         isError(ErrorCode::badData, "weights has 2 numbers", "expected 3"));
  }
  SECTION("another type") {
    arrays[0].values = std::vector<double>{1, 2, 3};
    CHECK_THROWS_MATCHES(load(arrays), Error,
                         isError(ErrorCode::badData, "weights has numbers of another type"));
  }
  SECTION("a list too long, or cut off") {
    const std::size_t length = GENERATE(1U, 5U, 6U);
    arrays[5].values = std::vector<double>(length);
    CHECK_THROWS_MATCHES(
        load(arrays), Error,
        isError(ErrorCode::badData, "history has " + std::to_string(length), "expected at most 2 times 2"));
  }
  SECTION("a number that is not finite") {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    SECTION("in an array") {
      arrays[0].values = std::vector<float>{1, std::nanf(""), 3};
      CHECK_THROWS_MATCHES(load(arrays), Error, isError(ErrorCode::badData, "weights holds", "not finite"));
    }
    SECTION("in a list") {
      arrays[5].values = std::vector<double>{1, kInfinity};
      CHECK_THROWS_MATCHES(load(arrays), Error, isError(ErrorCode::badData, "history holds", "not finite"));
    }
  }
  SECTION("a count out of its range, or none") {
    const double bad = GENERATE(-1.0, 11.0, 0.5);
    arrays[3].values = std::vector<double>{bad};
    CHECK_THROWS_MATCHES(load(arrays), Error,
                         isError(ErrorCode::badData, "step must be a whole number from 0 to 10"));
  }
}

TEST_CASE("a generator goes on where it was, its spare normal number included", "[state_archive][rng]") {
  Rng rng(5);
  rng.normal();
  StateArchive saving;
  rng.exchangeState(saving, "rng");
  std::vector<NamedArray> arrays = saving.take();
  Rng other(1);
  StateArchive loading(arrays);
  other.exchangeState(loading, "rng");
  for (int i = 0; i < 5; ++i) {
    CHECK(other.normal() == rng.normal());
  }
  arrays[0].values = std::vector<std::uint32_t>(4);
  StateArchive empty(arrays);
  CHECK_THROWS_MATCHES(other.exchangeState(empty, "rng"), Error,
                       isError(ErrorCode::badData, "rng has no state"));
}

}  // namespace ffnn
