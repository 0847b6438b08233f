#include "ffnn/initialization.h"

#include <array>
#include <cmath>

#include "ffnn/names.h"

namespace ffnn {
namespace {

constexpr std::array kNames{
    Named{Initialization::automatic, "automatic"},
    Named{Initialization::heNormal, "he-normal"},
    Named{Initialization::heUniform, "he-uniform"},
    Named{Initialization::glorotNormal, "glorot-normal"},
    Named{Initialization::glorotUniform, "glorot-uniform"},
    Named{Initialization::lecunNormal, "lecun-normal"},
    Named{Initialization::lecunUniform, "lecun-uniform"},
    Named{Initialization::normal, "normal"},
};

float deviationOf(Initialization initialization, double given, float in, float out) {
  switch (initialization) {
    case Initialization::heNormal:
    case Initialization::heUniform:
      return std::sqrt(2.0F / in);
    case Initialization::glorotNormal:
    case Initialization::glorotUniform:
      return std::sqrt(2.0F / (in + out));
    case Initialization::lecunNormal:
    case Initialization::lecunUniform:
      return std::sqrt(1.0F / in);
    case Initialization::normal:
      return static_cast<float>(given);
    case Initialization::automatic:
      break;
  }
  FFNN_ASSERT(false && "automatic must be resolved first");
  return 0;
}

bool isUniform(Initialization initialization) {
  return initialization == Initialization::heUniform || initialization == Initialization::glorotUniform ||
         initialization == Initialization::lecunUniform;
}

}  // namespace

std::string_view name(Initialization initialization) { return nameIn(kNames, initialization); }

Initialization initializationFromName(std::string_view text) {
  return valueIn(kNames, "initialization", text);
}

Initialization resolved(Initialization initialization, Activation activation) {
  if (initialization != Initialization::automatic) {
    return initialization;
  }
  const bool saturates = activation == Activation::sigmoid || activation == Activation::tanh;
  return saturates ? Initialization::glorotNormal : Initialization::heNormal;
}

void drawWeights(Initialization initialization, double deviation, Rng& rng, WeightRef weights) {
  const float size = deviationOf(initialization, deviation, static_cast<float>(weights.rows()),
                                 static_cast<float>(weights.cols()));
  const float bound = std::sqrt(3.0F) * size;  // uniform over ±bound has the variance bound² / 3
  const bool uniform = isUniform(initialization);
  for (Index i = 0; i < weights.rows(); ++i) {
    for (Index j = 0; j < weights.cols(); ++j) {
      const float value = uniform ? (2.0F * rng.uniform() - 1.0F) * bound : rng.normal() * size;
      weights(i, j) = static_cast<Scalar>(value);
    }
  }
}

}  // namespace ffnn
