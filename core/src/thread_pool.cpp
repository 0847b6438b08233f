#include "ffnn/thread_pool.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <system_error>
#include <utility>

#include "ffnn/error.h"

namespace ffnn {

Index ThreadPool::available() {
#if defined(__EMSCRIPTEN__) && !defined(__EMSCRIPTEN_PTHREADS__)
  return 1;
#else
  return std::clamp(static_cast<Index>(std::thread::hardware_concurrency()), Index{1}, kMostThreads);
#endif
}

ThreadPool::~ThreadPool() {
  stopping_ = true;
  for (const auto& helper : helpers_) {
    ask(*helper);
    helper->thread.join();
  }
}

void ThreadPool::resize(Index threads) {
  if (threads < 1 || threads > kMostThreads) {
    throw Error(ErrorCode::invalidSetting, "threads must be from 1 to " + std::to_string(kMostThreads) +
                                               ", not " + std::to_string(threads));
  }
  helpers_.reserve(static_cast<std::size_t>(threads));
  for (auto number = static_cast<Index>(helpers_.size()) + 1; number < threads; ++number) {
    auto helper = std::make_unique<Helper>();
    try {
      helper->thread = std::thread(&ThreadPool::serve, this, std::ref(*helper), number);
    } catch (const std::system_error&) {
      throw Error(ErrorCode::outOfMemory, "this machine gives no " + std::to_string(threads) + " threads");
    }
    helpers_.push_back(std::move(helper));
  }
  size_ = threads;
}

Index ThreadPool::partsFor(double flops) const {
  constexpr double kFlopsPerPart = 5e5;  // some 20 µs: a few times what it costs to begin and end a job
  return static_cast<Index>(std::clamp(flops / kFlopsPerPart, 1.0, static_cast<double>(size())));
}

void ThreadPool::runJob(Index parts, Job job) {
  FFNN_ASSERT(parts >= 1 && parts <= size());
  job_ = job;
  parts_ = parts;
  unfinished_ = parts - 1;
  for (Index number = 1; number < parts; ++number) {
    ask(*helpers_[static_cast<std::size_t>(number - 1)]);
  }
  runPart(0);
  end_.wait([this] { return unfinished_ == 0; });
  if (failed_.exchange(false)) {
    std::rethrow_exception(std::exchange(failure_, nullptr));
  }
  if (parts > 1) {
    shares_.learn(std::span(seconds_).first(static_cast<std::size_t>(parts)));
  }
}

void ThreadPool::ask(Helper& helper) {
  ++helper.jobs;
  helper.begin.announce();
}

void ThreadPool::runPart(Index number) {
  using Clock = std::chrono::steady_clock;
  const auto began = Clock::now();
  try {
    job_.call(job_.work, shares_.part(number, parts_));
  } catch (...) {
    if (!failed_.exchange(true)) {
      failure_ = std::current_exception();
    }
  }
  seconds_[static_cast<std::size_t>(number)] = std::chrono::duration<double>(Clock::now() - began).count();
}

void ThreadPool::serve(Helper& helper, Index number) {
  for (std::uint32_t done = 0;; ++done) {
    helper.begin.wait([&] { return helper.jobs != done; });
    if (stopping_) {
      return;
    }
    runPart(number);
    if (--unfinished_ == 0) {
      end_.announce();
    }
  }
}

ThreadPool& callersThread() {
  static ThreadPool one;
  return one;
}

}  // namespace ffnn
