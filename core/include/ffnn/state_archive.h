// StateArchive: the state of a run as named arrays. One description of a class's state serves both
// directions: each class has one exchangeState(archive) that names its fields, which saves them or puts them
// back.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ffnn/types.h"

namespace ffnn {

struct NamedArray {
  std::string name;
  std::variant<std::vector<float>, std::vector<double>, std::vector<std::uint32_t>> values;
};

class StateArchive {
 public:
  // An archive that saves.
  StateArchive() = default;
  // An archive that puts back what another has saved; every name must then be asked for, in the same order.
  explicit StateArchive(std::vector<NamedArray> arrays) : arrays_(std::move(arrays)), loading_(true) {}

  bool loading() const { return loading_; }

  // Saves values, or fills them. Throws Error{badData} that names the array when it is missing, when its type
  // or length is not the one expected, or when a number in it is not finite.
  void numbers(std::string_view name, std::span<float> values) { exchange(name, values); }
  void numbers(std::string_view name, std::span<double> values) { exchange(name, values); }
  void numbers(std::string_view name, std::span<std::uint32_t> values) { exchange(name, values); }

  // A list whose length is part of the state: so many times `stride` numbers, at most `most` times.
  void list(std::string_view name, std::vector<double>& values, std::size_t stride, std::size_t most);

  // One number or one truth value.
  void number(std::string_view name, double& value) { numbers(name, std::span(&value, 1)); }
  // A whole number from low to high; any other is refused when it is put back.
  void count(std::string_view name, Index& value, Index low, Index high);
  void flag(std::string_view name, bool& value);

  // Throws Error{badData} unless everything was asked for.
  void expectEnd() const;

  // What was saved; the archive is empty afterwards.
  std::vector<NamedArray> take() { return std::move(arrays_); }

 private:
  template <typename T>
  void exchange(std::string_view name, std::span<T> values);
  template <typename T>
  const std::vector<T>& next(std::string_view name);

  std::vector<NamedArray> arrays_;
  std::size_t cursor_ = 0;
  bool loading_ = false;
};

}  // namespace ffnn
