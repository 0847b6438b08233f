// How the values of an enumeration are spelled outside C++: one table an enumeration, read in both
// directions.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "ffnn/error.h"

namespace ffnn {

template <typename Enum>
struct Named {
  Enum value;
  std::string_view text;
};

template <typename Enum>
Named(Enum, std::string_view) -> Named<Enum>;  // clang 14 does not find it by itself

// The spelling of value; every value has one.
template <typename Enum, std::size_t count>
constexpr std::string_view nameIn(const std::array<Named<Enum>, count>& names, Enum value) {
  for (const Named<Enum>& named : names) {
    if (named.value == value) {
      return named.text;
    }
  }
  return "unknown";
}

// The inverse. Throws Error{invalidSetting} that names the field and every text allowed.
template <typename Enum, std::size_t count>
Enum valueIn(const std::array<Named<Enum>, count>& names, std::string_view field, std::string_view text) {
  std::string allowed;
  for (std::size_t i = 0; i < count; ++i) {
    if (names[i].text == text) {
      return names[i].value;
    }
    allowed += i == 0 ? "" : (i + 1 == count ? " or " : ", ");
    allowed += names[i].text;
  }
  throw Error(ErrorCode::invalidSetting,
              std::string(field) + " must be " + allowed + ", not \"" + std::string(text) + "\"");
}

}  // namespace ffnn
