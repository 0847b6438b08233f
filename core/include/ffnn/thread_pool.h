// ThreadPool: threads that work on the parts of one job at a time. It only says who does what: a job must be
// cut so that no two parts write to the same place and no sum runs across parts; then its result is the same
// for every number of threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <exception>
#include <memory>
#include <thread>
#include <vector>

#include "ffnn/gate.h"
#include "ffnn/types.h"

namespace ffnn {

class ThreadPool {
 public:
  // More threads than this help no batch: each would get a handful of images.
  static constexpr Index kMostThreads = 16;

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

  // Calls work(0), …, work(parts − 1) at the same time, work(0) on the caller's thread, and returns when all
  // have returned. parts: 1 … size(). An exception of any part is thrown here, when all are done. One job at
  // a time.
  template <typename Work>
  void run(Index parts, const Work& work) {
    runJob(parts, {[](const void* w, Index part) { (*static_cast<const Work*>(w))(part); }, &work});
  }

 private:
  struct Job {
    void (*call)(const void* work, Index part) = nullptr;
    const void* work = nullptr;
  };

  // A thread other than the caller's, which always works on the same part.
  struct Helper {
    std::atomic<std::uint32_t> jobs = 0;  // that it was asked for
    Gate begin;
    std::thread thread;
  };

  void runJob(Index parts, Job job);
  void runPart(Index part);
  void serve(Helper& helper, Index part);
  static void ask(Helper& helper);

  Index size_ = 1;
  std::vector<std::unique_ptr<Helper>> helpers_;  // helper i works on part i + 1; at least size_ − 1 of them
  Job job_;
  std::exception_ptr failure_;  // of the first part that failed
  std::atomic<bool> failed_ = false;
  std::atomic<bool> stopping_ = false;
  std::atomic<Index> unfinished_ = 0;  // parts of helpers that have not returned
  Gate end_;
};

// The pool of one: whatever is cut runs on the caller's thread.
ThreadPool& callersThread();

}  // namespace ffnn
