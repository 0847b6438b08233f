// How a job is cut among threads that are not equally fast.
#include "ffnn/shares.h"

#include <array>
#include <catch2/catch.hpp>
#include <vector>

namespace ffnn {

namespace {

double sizeOf(const Part& part) { return part.end - part.begin; }

// What the parts of a job take whose threads get so much of it done in a second.
std::vector<double> secondsOf(const Shares& shares, const std::vector<double>& speeds) {
  std::vector<double> seconds;
  for (std::size_t p = 0; p < speeds.size(); ++p) {
    seconds.push_back(sizeOf(shares.part(static_cast<Index>(p), static_cast<Index>(speeds.size()))) /
                      speeds[p]);
  }
  return seconds;
}

}  // namespace

TEST_CASE("the parts of a range hold every item once, in order, cut at whole units", "[shares]") {
  const bool alike = GENERATE(true, false);
  for (const Index count : {0, 1, 4, 5, 100, 101}) {
    for (const Index parts : {1, 2, 3, 16}) {
      CAPTURE(alike, count, parts);
      Shares shares;
      if (!alike) {
        std::vector<double> seconds;
        for (Index p = 0; p < parts; ++p) {
          seconds.push_back(0.01 * static_cast<double>(p % 3 + 1));
        }
        shares.learn(seconds);
      }
      Index next = 0;
      for (Index number = 0; number < parts; ++number) {
        const Part part = shares.part(number, parts);
        const Range range = part.of(count, 4);
        CHECK(range.first == next);
        CHECK(range.count >= 0);
        if (alike) {
          CHECK(range.count <= (count / 4 / parts + 2) * 4);
        }
        next += range.count;
        CHECK((next % 4 == 0 || next == count));
      }
      CHECK(next == count);
    }
  }
}

TEST_CASE("shares become as large as the threads are fast", "[shares]") {
  const std::vector<double> speeds = {4, 1, 2};
  Shares shares;
  CHECK(sizeOf(shares.part(0, 3)) == Approx(1.0 / 3));
  for (int job = 0; job < 100; ++job) {
    shares.learn(secondsOf(shares, speeds));
  }
  CHECK(sizeOf(shares.part(0, 3)) == Approx(4.0 / 7).epsilon(1e-3));
  CHECK(sizeOf(shares.part(1, 3)) == Approx(1.0 / 7).epsilon(1e-3));
  CHECK(sizeOf(shares.part(2, 3)) == Approx(2.0 / 7).epsilon(1e-3));
  CHECK(sizeOf(shares.part(0, 2)) == Approx(4.0 / 5).epsilon(1e-3));  // of the threads that are in the job
  CHECK(sizeOf(shares.part(0, 1)) == 1);
}

TEST_CASE("a thread that was held up once is believed to be fast again", "[shares]") {
  Shares shares;
  for (int job = 0; job < 20'000; ++job) {
    shares.learn(std::array{0.001, 0.5});
  }
  CHECK(sizeOf(shares.part(1, 2)) == Approx(0.1).epsilon(0.1));
  for (int job = 0; job < 100; ++job) {
    shares.learn(secondsOf(shares, {1, 1}));
  }
  CHECK(sizeOf(shares.part(1, 2)) == Approx(0.5).epsilon(1e-3));
}

TEST_CASE("what is too short for the clock teaches nothing", "[shares]") {
  Shares shares;
  shares.learn(std::array{0.00002, 0.00004});
  shares.learn(std::array{0.0, 0.5});
  CHECK(sizeOf(shares.part(0, 2)) == 0.5);
}

}  // namespace ffnn
