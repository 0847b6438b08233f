// What a refused call must throw: an Error with the right code, whose message names what matters.
// Use: REQUIRE_THROWS_MATCHES(call(), Error, isError(ErrorCode::badData, "byte 4")).
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "ffnn/error.h"

namespace ffnn::test {

class IsError : public Catch::MatcherBase<Error> {
 public:
  IsError(ErrorCode code, std::vector<std::string> parts) : code_(code), parts_(std::move(parts)) {}

  bool match(const Error& error) const override {
    const std::string message = error.what();
    for (const std::string& part : parts_) {
      if (message.find(part) == std::string::npos) {
        return false;
      }
    }
    return error.code() == code_;
  }

  std::string describe() const override {
    std::string text = "is " + std::string(name(code_)) + " with";
    for (const std::string& part : parts_) {
      text += " \"" + part + "\"";
    }
    return text;
  }

 private:
  ErrorCode code_;
  std::vector<std::string> parts_;
};

// parts: texts that must all occur in the message.
template <typename... Parts>
IsError isError(ErrorCode code, Parts... parts) {
  return {code, {std::string(parts)...}};
}

}  // namespace ffnn::test

// How a failed comparison prints an error.
template <>
struct Catch::StringMaker<ffnn::Error> {
  static std::string convert(const ffnn::Error& error) {
    return std::string(ffnn::name(error.code())) + ": " + error.what();
  }
};
