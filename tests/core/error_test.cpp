// The names of error codes are part of the protocol with the page.
#include "ffnn/error.h"

#include <catch2/catch.hpp>

namespace ffnn {

TEST_CASE("error codes keep the names that the page knows", "[error]") {
  CHECK(name(ErrorCode::invalidSetting) == "invalid-setting");
  CHECK(name(ErrorCode::badData) == "bad-data");
  CHECK(name(ErrorCode::wrongState) == "wrong-state");
  CHECK(name(ErrorCode::outOfMemory) == "out-of-memory");
}

TEST_CASE("an error carries its code and its message", "[error]") {
  const Error error(ErrorCode::badData, "what happened");
  CHECK(error.code() == ErrorCode::badData);
  CHECK(std::string(error.what()) == "what happened");
}

}  // namespace ffnn
