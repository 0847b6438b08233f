// A copy of all parameters of a network at one moment.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ffnn/network.h"

namespace ffnn {

class StateArchive;

class ParameterSnapshot {
 public:
  // Makes room, so that taking one later cannot run out of memory.
  void reserve(const NetworkConfig& network) {
    values_.reserve(static_cast<std::size_t>(network.parameterCount()));
  }

  bool empty() const { return values_.empty(); }

  void take(std::span<const ParameterView> parameters);

  // Puts the copy back; it must not be empty.
  void restore(std::span<const ParameterView> parameters) const;

  // The copy and the parameters change places; it must not be empty.
  void swap(std::span<const ParameterView> parameters);

  // Of a snapshot that has been taken. name: within the archive; parameters: of what it is a copy.
  void exchangeState(StateArchive& archive, std::string_view name, std::span<const ParameterView> parameters);

 private:
  std::vector<Scalar> values_;
};

}  // namespace ffnn
