#include "ffnn/parameter_snapshot.h"

#include <algorithm>

#include "ffnn/error.h"
#include "ffnn/parameter_order.h"

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

void ParameterSnapshot::exchangeState(StateArchive& archive, std::string_view name,
                                      std::span<const ParameterView> parameters) {
  std::size_t size = 0;
  for (const ParameterView& parameter : parameters) {
    size += parameter.value.size();
  }
  values_.resize(size);
  std::span<Scalar> rest = values_;
  std::vector<UnitByUnit> tensors;
  for (const ParameterView& parameter : parameters) {
    tensors.push_back({rest.first(parameter.value.size()), parameter.inputs});
    rest = rest.subspan(parameter.value.size());
  }
  exchangeParameters(archive, name, tensors);
}

}  // namespace ffnn
