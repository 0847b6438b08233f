// Threads that share a job.
#include "ffnn/thread_pool.h"

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <stdexcept>

#include "ffnn/error.h"
#include "support/is_error.h"

namespace ffnn {

TEST_CASE("a job runs each of its parts once, the first on the caller's thread", "[threads]") {
  ThreadPool pool(4);
  CHECK(pool.size() == 4);
  for (Index parts = 1; parts <= 4; ++parts) {
    CAPTURE(parts);
    std::array<std::atomic<int>, 4> calls{};
    std::thread::id first;
    pool.run(parts, [&](const Part& part) {
      CHECK(part.count == parts);
      ++calls[static_cast<std::size_t>(part.number)];
      if (part.number == 0) {
        first = std::this_thread::get_id();
      }
    });
    CHECK(first == std::this_thread::get_id());
    for (Index part = 0; part < 4; ++part) {
      CHECK(calls[static_cast<std::size_t>(part)] == (part < parts ? 1 : 0));
    }
  }
}

TEST_CASE("jobs may follow each other at any distance, and of any number of parts", "[threads]") {
  ThreadPool pool(3);
  std::array<int, 3> counts{};  // not atomic: the end of a job is seen by the next
  for (int job = 0; job < 3000; ++job) {
    if (job % 1000 == 999) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));  // long enough for all to fall asleep
    }
    pool.run(job % 3 + 1, [&](const Part& part) { ++counts[static_cast<std::size_t>(part.number)]; });
  }
  CHECK(counts == std::array<int, 3>{3000, 2000, 1000});
}

TEST_CASE("what any part throws is thrown by the job, and the next one works", "[threads]") {
  constexpr Index kThreads = 2;
  ThreadPool pool(kThreads);
  for (Index thrower = 0; thrower < kThreads; ++thrower) {
    const auto work = [&](const Part& part) {
      if (part.number == thrower) {
        throw std::runtime_error("from a part");
      }
    };
    CHECK_THROWS_WITH(pool.run(kThreads, work), "from a part");
  }
  int calls = 0;
  pool.run(1, [&](const Part&) { ++calls; });
  CHECK(calls == 1);
}

TEST_CASE("a pool has from 1 to 16 threads", "[threads]") {
  for (const Index threads : {0, -1, 17}) {
    CHECK_THROWS_MATCHES(
        ThreadPool(threads), Error,
        test::isError(ErrorCode::invalidSetting, "threads", std::to_string(threads), "from 1 to 16"));
  }
  CHECK(ThreadPool().size() == 1);
  CHECK(ThreadPool::available() >= 1);
  CHECK(ThreadPool::available() <= ThreadPool::kMostThreads);
}

TEST_CASE("little work is not cut, much is cut for all threads", "[threads]") {
  ThreadPool pool(2);
  CHECK(pool.partsFor(0) == 1);
  CHECK(pool.partsFor(1000) == 1);
  CHECK(pool.partsFor(1e12) == pool.size());
}

TEST_CASE("a thread that is slower gets less of the next jobs", "[threads]") {
  constexpr double kSeconds = 0.03;  // of the whole job, on the faster thread
  ThreadPool pool(2);
  double ownShare = 0;
  for (int job = 0; job < 20; ++job) {
    pool.run(2, [&](const Part& part) {
      const double share = part.end - part.begin;
      if (part.number == 0) {
        ownShare = share;
      }
      std::this_thread::sleep_for(
          std::chrono::duration<double>(kSeconds * share * (part.number == 0 ? 1 : 3)));
    });
  }
  CHECK(ownShare > 0.65);
  CHECK(ownShare < 0.85);
}

}  // namespace ffnn
