#include "support/failing_allocations.h"

#include <cstdlib>
#include <new>

namespace {

constexpr int kNeverFail = -1;
int allocationsLeft = kNeverFail;

}  // namespace

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  if (allocationsLeft == 0) {
    return nullptr;
  }
  if (allocationsLeft > 0) {
    --allocationsLeft;
  }
  return std::malloc(size == 0 ? 1 : size);
}

void* operator new(std::size_t size) {
  if (void* memory = operator new(size, std::nothrow)) {
    return memory;
  }
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace ffnn::test {

FailingAllocations::FailingAllocations(int allowed) { allocationsLeft = allowed; }
FailingAllocations::~FailingAllocations() { allocationsLeft = kNeverFail; }

}  // namespace ffnn::test
