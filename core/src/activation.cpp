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

// da = f(from, da), number by number. A loop over rows, because compilers make vectors of it; of Eigen's
// select() they do not.
template <typename F>
void combine(const ConstMatrixRef& from, MatrixRef& da, const F& f) {
  for (Index i = 0; i < da.rows(); ++i) {
    const Scalar* source = from.row(i).data();
    Scalar* target = da.row(i).data();
    for (Index j = 0; j < da.cols(); ++j) {
      target[j] = f(source[j], target[j]);
    }
  }
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
      return combine(from, da, [](Scalar a, Scalar d) { return a <= Scalar(0) ? Scalar(0) : d; });
    case Activation::leakyRelu:
      return combine(from, da, [](Scalar a, Scalar d) { return a <= Scalar(0) ? kLeak * d : d; });
    case Activation::sigmoid:
      return combine(from, da, [](Scalar a, Scalar d) { return d * (a * (Scalar(1) - a)); });
    case Activation::tanh:
      return combine(from, da, [](Scalar a, Scalar d) { return d * (Scalar(1) - a * a); });
    case Activation::gelu:
      return combine(from, da, [](Scalar z, Scalar d) { return d * geluSlope(z); });
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
