// Shares: how much of a job each thread gets. A processor may have fast and slow cores, and other programs
// take of one core more than of another: equal parts would all wait for the slowest.
#pragma once

#include <array>
#include <span>

#include "ffnn/part.h"
#include "ffnn/types.h"

namespace ffnn {

class Shares {
 public:
  static constexpr Index kMostParts = 16;

  // All threads are taken to be equally fast until something else is learnt.
  Shares() { speeds_.fill(1); }

  // Part `number` of `count`, in proportion to the speeds. 0 ≤ number < count ≤ kMostParts.
  Part part(Index number, Index count) const;

  // seconds: what each part of a job took that was cut in as many parts as these, by the speeds as they are.
  // Jobs too short to tell anything change nothing.
  void learn(std::span<const double> seconds);

 private:
  std::array<double, kMostParts> speeds_{};  // of the thread that has this number, compared with each other
};

}  // namespace ffnn
