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

enum class Distribution { normal, uniform };

void draw(Distribution distribution, float variance, Rng& rng, MatrixRef weights) {
  const float deviation = std::sqrt(variance);
  const float bound = std::sqrt(3.0F * variance);  // uniform over ±bound has the variance bound² / 3
  for (Index i = 0; i < weights.rows(); ++i) {
    for (Index j = 0; j < weights.cols(); ++j) {
      const float value = distribution == Distribution::normal ? rng.normal() * deviation
                                                               : (2.0F * rng.uniform() - 1.0F) * bound;
      weights(i, j) = static_cast<Scalar>(value);
    }
  }
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

void drawWeights(Initialization initialization, double deviation, Rng& rng, MatrixRef weights) {
  const auto in = static_cast<float>(weights.rows());
  const auto out = static_cast<float>(weights.cols());
  switch (initialization) {
    case Initialization::heNormal:
      return draw(Distribution::normal, 2.0F / in, rng, weights);
    case Initialization::heUniform:
      return draw(Distribution::uniform, 2.0F / in, rng, weights);
    case Initialization::glorotNormal:
      return draw(Distribution::normal, 2.0F / (in + out), rng, weights);
    case Initialization::glorotUniform:
      return draw(Distribution::uniform, 2.0F / (in + out), rng, weights);
    case Initialization::lecunNormal:
      return draw(Distribution::normal, 1.0F / in, rng, weights);
    case Initialization::lecunUniform:
      return draw(Distribution::uniform, 1.0F / in, rng, weights);
    case Initialization::normal:
      return draw(Distribution::normal, static_cast<float>(deviation * deviation), rng, weights);
    case Initialization::automatic:
      break;
  }
  FFNN_ASSERT(false && "automatic must be resolved first");
}

}  // namespace ffnn
