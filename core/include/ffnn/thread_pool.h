// ThreadPool: threads that work on the parts of one job at a time. It only says who does what: a job must be
// cut so that no two parts write to the same place and no sum runs across parts; then its result is the same
// for every number of threads.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include "ffnn/gate.h"
#include "ffnn/part.h"
#include "ffnn/shares.h"
#include "ffnn/types.h"

namespace ffnn {

class ThreadPool {
 public:
  // More threads than this help no batch: each would get a handful of images.
  static constexpr Index kMostThreads = Shares::kMostParts;

  // The most that this build and this machine can give: 1 in a build without threads.
  static Index available();

  // threads: the caller's own included, 1 … kMostThreads; more than available() gain nothing. Throws
  // Error{invalidSetting} for any other count, Error{outOfMemory} when the machine refuses them.
  explicit ThreadPool(Index threads = 1) { resize(threads); }
  ~ThreadPool();

  ThreadPool(const ThreadPool&) = delete;
  ThreadPool& operator=(const ThreadPool&) = delete;

  // The same, from now on. Refused, nothing has changed. Threads above the number are kept asleep: some hosts
  // take their time to end one and make another. Not to be called from a job.
  void resize(Index threads);

  Index size() const { return size_; }

  // Into how many parts work of so many floating-point operations is worth cutting: 1 … size().
  Index partsFor(double flops) const;

  // Calls work(part) for each of so many parts, all at the same time, the first on the caller's thread, and
  // returns when all have returned. parts: 1 … size(). They are as large as the threads have been fast in the
  // jobs before, so work should grow with its part. An exception of any part is thrown here, when all are
  // done. One job at a time.
  template <typename Work>
  void run(Index parts, const Work& work) {
    runJob(parts, {[](const void* w, const Part& part) { (*static_cast<const Work*>(w))(part); }, &work});
  }

 private:
  struct Job {
    void (*call)(const void* work, const Part& part) = nullptr;
    const void* work = nullptr;
  };

  // A thread other than the caller's, which always works on the part of the same number.
  struct Helper {
    std::atomic<std::uint32_t> jobs = 0;  // that it was asked for
    Gate begin;
    std::thread thread;
  };

  void runJob(Index parts, Job job);
  void runPart(Index number);
  void serve(Helper& helper, Index number);
  static void ask(Helper& helper);

  Index size_ = 1;
  std::vector<std::unique_ptr<Helper>> helpers_;  // helper i works on part i + 1; at least size_ − 1 of them
  Job job_;
  Index parts_ = 1;  // of the job
  Shares shares_;
  std::array<double, kMostThreads> seconds_{};  // that each part of the job took
  std::exception_ptr failure_;                  // of the first part that failed
  std::atomic<bool> failed_ = false;
  std::atomic<bool> stopping_ = false;
  std::atomic<Index> unfinished_ = 0;  // parts of helpers that have not returned
  Gate end_;
};

// The pool of one: whatever is cut runs on the caller's thread.
ThreadPool& callersThread();

}  // namespace ffnn
