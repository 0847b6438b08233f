// Makes `operator new` fail on demand, to see what an exhausted memory leaves behind. Eigen's matrices do not
// use it and are out of reach here.
#pragma once

namespace ffnn::test {

// While one lives, allocation number `allowed` (counted from 0) and all after it throw std::bad_alloc.
class FailingAllocations {
 public:
  explicit FailingAllocations(int allowed);
  ~FailingAllocations();
  FailingAllocations(const FailingAllocations&) = delete;
  FailingAllocations& operator=(const FailingAllocations&) = delete;
};

}  // namespace ffnn::test
