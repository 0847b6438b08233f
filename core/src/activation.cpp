#include "ffnn/activation.h"

#include <array>
#include <string>

#include "ffnn/error.h"
#include "ffnn/exponential.h"
#include "ffnn/names.h"
#include "ffnn/tanh.h"

namespace ffnn {
namespace {

constexpr std::array kNames{
    Named{Activation::relu, "relu"},       Named{Activation::leakyRelu, "leaky-relu"},
    Named{Activation::sigmoid, "sigmoid"}, Named{Activation::tanh, "tanh"},
    Named{Activation::gelu, "gelu"},
};

constexpr auto kLeak = Scalar(0.01);
constexpr auto kGeluScale = Scalar(0.7978845608028654);  // √(2/π)
constexpr auto kGeluCube = Scalar(0.044715);

Scalar sigmoid(Scalar z) { return Scalar(1) / (Scalar(1) + exponential(-z)); }

Scalar gelu(Scalar z) {
  const Scalar t = hyperbolicTangent(kGeluScale * (z + kGeluCube * (z * z * z)));
  return Scalar(0.5) * z * (Scalar(1) + t);
}

Scalar geluSlope(Scalar z) {
  const Scalar t = hyperbolicTangent(kGeluScale * (z + kGeluCube * (z * z * z)));
  const Scalar rest = Scalar(1) - t * t;
  if (rest == Scalar(0)) {  // far out, where the other factors may overflow
    return Scalar(0.5) * (Scalar(1) + t);
  }
  const Scalar inner = kGeluScale * (Scalar(1) + Scalar(3) * kGeluCube * (z * z));
  return Scalar(0.5) * (Scalar(1) + t) + Scalar(0.5) * z * rest * inner;
}

}  // namespace

std::string_view name(Activation activation) { return nameIn(kNames, activation); }

Activation activationFromName(std::string_view text) { return valueIn(kNames, "activation", text); }

void activate(Activation activation, MatrixRef z) {
  switch (activation) {
    case Activation::relu:
      // Not max(z, 0): that would turn NaN into 0 and hide a run that has diverged.
      z = (z.array() < Scalar(0)).select(Scalar(0), z);
      break;
    case Activation::leakyRelu:
      z = (z.array() < Scalar(0)).select(kLeak * z, z);
      break;
    case Activation::sigmoid:
      z = z.unaryExpr([](Scalar value) { return sigmoid(value); });
      break;
    case Activation::tanh:
      z = z.unaryExpr([](Scalar value) { return hyperbolicTangent(value); });
      break;
    case Activation::gelu:
      z = z.unaryExpr([](Scalar value) { return gelu(value); });
      break;
  }
}

void activateBackward(Activation activation, const ConstMatrixRef& from, MatrixRef da) {
  switch (activation) {
    case Activation::relu:
      da = (from.array() <= Scalar(0)).select(Scalar(0), da);
      break;
    case Activation::leakyRelu:
      da = (from.array() <= Scalar(0)).select(kLeak * da, da);
      break;
    case Activation::sigmoid:
      da.array() *= from.array() * (Scalar(1) - from.array());
      break;
    case Activation::tanh:
      da.array() *= Scalar(1) - from.array().square();
      break;
    case Activation::gelu:
      da.array() *= from.unaryExpr([](Scalar value) { return geluSlope(value); }).array();
      break;
  }
}

bool isFlat(Activation activation, Scalar a) {
  switch (activation) {
    case Activation::relu:
    case Activation::leakyRelu:
    case Activation::gelu:
      return a <= Scalar(0);
    case Activation::sigmoid:
      return a < Scalar(0.05) || a > Scalar(0.95);
    case Activation::tanh:
      return a < Scalar(-0.9) || a > Scalar(0.9);
  }
  return false;
}

}  // namespace ffnn
