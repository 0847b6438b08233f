#include "ffnn/parameter_snapshot.h"

#include <algorithm>

#include "ffnn/error.h"
#include "ffnn/state_archive.h"

namespace ffnn {

void ParameterSnapshot::take(std::span<const ParameterView> parameters) {
  values_.clear();
  for (const ParameterView& parameter : parameters) {
    values_.insert(values_.end(), parameter.value.begin(), parameter.value.end());
  }
}

void ParameterSnapshot::restore(std::span<const ParameterView> parameters) const {
  FFNN_ASSERT(!empty());
  auto next = values_.begin();
  for (const ParameterView& parameter : parameters) {
    const auto end = next + static_cast<std::ptrdiff_t>(parameter.value.size());
    std::copy(next, end, parameter.value.begin());
    next = end;
  }
}

void ParameterSnapshot::swap(std::span<const ParameterView> parameters) {
  FFNN_ASSERT(!empty());
  auto next = values_.begin();
  for (const ParameterView& parameter : parameters) {
    next = std::swap_ranges(parameter.value.begin(), parameter.value.end(), next);
  }
}

void ParameterSnapshot::exchangeState(StateArchive& archive, const std::string& name, Index size) {
  values_.resize(static_cast<std::size_t>(size));
  archive.numbers(name, std::span(values_));
}

}  // namespace ffnn
