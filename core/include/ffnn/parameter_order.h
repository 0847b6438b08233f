// In which order saved runs and hashes list parameters. In memory the weights of a unit lie side by side, as
// the product and threads want them; what is kept lists them input by input, as it always has: those of all
// units for the first input, then for the second.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ffnn/types.h"

namespace ffnn {

class StateArchive;

// Numbers that lie unit by unit, `inputs` of each unit. Biases are units of one.
struct UnitByUnit {
  std::span<Scalar> values;  // a multiple of inputs
  Index inputs = 1;
};

// The same numbers, input by input.
std::vector<Scalar> inputByInput(std::span<const Scalar> unitByUnit, Index inputs);

// Saves tensors one behind the other as one array, input by input, or fills them from it. Throws as
// StateArchive::numbers() does.
void exchangeParameters(StateArchive& archive, std::string_view name, std::span<const UnitByUnit> tensors);

}  // namespace ffnn
