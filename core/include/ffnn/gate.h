// Gate: where one thread waits for what another brings about.
#pragma once

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace ffnn {

// Looks for a while before it sleeps: the parts of a training step follow each other within microseconds,
// and to wake a sleeping thread takes thirty or more, and more still where the core has gone to sleep with
// it.
class Gate {
 public:
  // Returns once ready() is true. ready: reads atomics only, and is sequentially consistent.
  template <typename Ready>
  void wait(const Ready& ready) {
    constexpr int kLooks = 3'000'000;  // some milliseconds: so long other work may hold a core
    for (int look = 0; look < kLooks; ++look) {
      if (ready()) {
        return;
      }
    }
    std::unique_lock lock(mutex_);
    ++sleepers_;
    changed_.wait(lock, ready);
    --sleepers_;
  }

  // To be called after a change that may make a waiting thread's ready() true.
  void announce() {
    // Either this sees the sleeper, or the sleeper's last look has seen the change: both sides write, then
    // read, in one order for all threads.
    if (sleepers_ > 0) {
      { const std::lock_guard lock(mutex_); }  // a sleeper between its last look and its sleep holds it
      changed_.notify_all();
    }
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::atomic<int> sleepers_ = 0;
};

}  // namespace ffnn
