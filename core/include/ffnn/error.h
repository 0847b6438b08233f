// One vocabulary for errors, from Eigen to the page. Thrown from cold paths only; a diverging run is data,
// not an error. A message names the field or the offset, the value found and the range allowed.
#pragma once

#include <cassert>
#include <exception>
#include <string>
#include <string_view>
#include <utility>

namespace ffnn {

enum class ErrorCode {
  invalidSetting,  // a hyperparameter outside its range
  badData,         // bytes that are not what they claim to be
  wrongState,      // a call that needs something else to have happened first
  outOfMemory,     // an allocation was refused
};

// The code's spelling outside C++, e.g. "invalid-setting".
std::string_view name(ErrorCode code);

class Error : public std::exception {
 public:
  Error(ErrorCode code, std::string message) : code_(code), message_(std::move(message)) {}
  ErrorCode code() const { return code_; }
  const char* what() const noexcept override { return message_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
};

}  // namespace ffnn

// Checks what only a mistake in our own code can break. On in every build.
#define FFNN_ASSERT(condition) assert(condition)
