#include "ffnn/optimizer.h"

namespace ffnn {

void Sgd::update(std::span<const ParameterView> parameters) const {
  for (const ParameterView& parameter : parameters) {
    for (std::size_t i = 0; i < parameter.value.size(); ++i) {
      parameter.value[i] -= learningRate_ * parameter.gradient[i];
    }
  }
}

}  // namespace ffnn
