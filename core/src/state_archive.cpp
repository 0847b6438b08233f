#include "ffnn/state_archive.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "ffnn/error.h"

namespace ffnn {
namespace {

[[noreturn]] void refuse(std::string_view name, const std::string& problem) {
  throw Error(ErrorCode::badData, "checkpoint: " + std::string(name) + " " + problem);
}

template <typename T>
void expectFinite(std::string_view name, const std::vector<T>& values) {
  if constexpr (std::is_floating_point_v<T>) {
    if (!std::all_of(values.begin(), values.end(), [](T value) { return std::isfinite(value); })) {
      refuse(name, "holds a number that is not finite");
    }
  }
}

}  // namespace

template <typename T>
const std::vector<T>& StateArchive::next(std::string_view name) {
  if (cursor_ >= arrays_.size() || arrays_[cursor_].name != name) {
    refuse(name, "is missing");
  }
  const auto* values = std::get_if<std::vector<T>>(&arrays_[cursor_].values);
  if (values == nullptr) {
    refuse(name, "has numbers of another type");
  }
  ++cursor_;
  return *values;
}

template <typename T>
void StateArchive::exchange(std::string_view name, std::span<T> values) {
  if (!loading_) {
    arrays_.push_back({std::string(name), std::vector<T>(values.begin(), values.end())});
    return;
  }
  const std::vector<T>& found = next<T>(name);
  if (found.size() != values.size()) {
    refuse(name,
           "has " + std::to_string(found.size()) + " numbers, expected " + std::to_string(values.size()));
  }
  expectFinite(name, found);
  std::copy(found.begin(), found.end(), values.begin());
  arrays_[cursor_ - 1].values = std::vector<T>();  // its memory is needed for the next ones
}

template void StateArchive::exchange(std::string_view, std::span<float>);
template void StateArchive::exchange(std::string_view, std::span<double>);
template void StateArchive::exchange(std::string_view, std::span<std::uint32_t>);

void StateArchive::list(std::string_view name, std::vector<double>& values, std::size_t stride,
                        std::size_t most) {
  if (!loading_) {
    arrays_.push_back({std::string(name), values});
    return;
  }
  const std::vector<double>& found = next<double>(name);
  if (found.size() % stride != 0 || found.size() / stride > most) {
    refuse(name, "has " + std::to_string(found.size()) + " numbers, expected at most " +
                     std::to_string(most) + " times " + std::to_string(stride));
  }
  expectFinite(name, found);
  values = found;
}

void StateArchive::count(std::string_view name, Index& value, Index low, Index high) {
  auto number = static_cast<double>(value);
  this->number(name, number);
  if (!loading_) {
    return;
  }
  const bool good = number >= static_cast<double>(low) && number <= static_cast<double>(high) &&
                    std::trunc(number) == number;
  if (!good) {
    refuse(name, "must be a whole number from " + std::to_string(low) + " to " + std::to_string(high));
  }
  value = static_cast<Index>(number);
}

void StateArchive::flag(std::string_view name, bool& value) {
  Index number = value ? 1 : 0;
  count(name, number, 0, 1);
  value = number == 1;
}

void StateArchive::expectEnd() const {
  if (cursor_ != arrays_.size()) {
    refuse(arrays_[cursor_].name, "is not part of such a run");
  }
}

}  // namespace ffnn
