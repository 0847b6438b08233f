#include "ffnn/activation.h"

#include <string>

#include "ffnn/error.h"
#include "ffnn/exponential.h"

namespace ffnn {

std::string_view name(Activation activation) {
  switch (activation) {
    case Activation::relu:
      return "relu";
    case Activation::sigmoid:
      return "sigmoid";
  }
  return "unknown";
}

Activation activationFromName(std::string_view text) {
  for (const Activation candidate : {Activation::relu, Activation::sigmoid}) {
    if (name(candidate) == text) {
      return candidate;
    }
  }
  throw Error(ErrorCode::invalidSetting,
              "activation must be relu or sigmoid, not \"" + std::string(text) + "\"");
}

void activate(Activation activation, MatrixRef z) {
  switch (activation) {
    case Activation::relu:
      // Not max(z, 0): that would turn NaN into 0 and hide a run that has diverged.
      z = (z.array() < Scalar(0)).select(Scalar(0), z);
      break;
    case Activation::sigmoid:
      z = z.unaryExpr([](Scalar value) { return Scalar(1) / (Scalar(1) + exponential(-value)); });
      break;
  }
}

void activateBackward(Activation activation, const ConstMatrixRef& a, MatrixRef da) {
  switch (activation) {
    case Activation::relu:
      da = (a.array() <= Scalar(0)).select(Scalar(0), da);
      break;
    case Activation::sigmoid:
      da.array() *= a.array() * (Scalar(1) - a.array());
      break;
  }
}

}  // namespace ffnn
