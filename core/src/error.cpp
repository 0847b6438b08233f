#include "ffnn/error.h"

namespace ffnn {

std::string_view name(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalidSetting:
      return "invalid-setting";
    case ErrorCode::badData:
      return "bad-data";
    case ErrorCode::wrongState:
      return "wrong-state";
    case ErrorCode::outOfMemory:
      return "out-of-memory";
  }
  return "unknown";
}

}  // namespace ffnn
