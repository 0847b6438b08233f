#include "ffnn/parameter_order.h"

#include "ffnn/state_archive.h"

namespace ffnn {
namespace {

// Calls visit(place of a number in memory) in the order in which they are listed.
template <typename Visit>
void forEachListed(std::size_t size, Index inputs, const Visit& visit) {
  const auto step = static_cast<std::size_t>(inputs);
  for (std::size_t input = 0; input < step; ++input) {
    for (std::size_t place = input; place < size; place += step) {
      visit(place);
    }
  }
}

void list(std::span<const Scalar> values, Index inputs, std::vector<Scalar>& listed) {
  forEachListed(values.size(), inputs, [&](std::size_t place) { listed.push_back(values[place]); });
}

}  // namespace

std::vector<Scalar> inputByInput(std::span<const Scalar> unitByUnit, Index inputs) {
  std::vector<Scalar> listed;
  listed.reserve(unitByUnit.size());
  list(unitByUnit, inputs, listed);
  return listed;
}

void exchangeParameters(StateArchive& archive, std::string_view name, std::span<const UnitByUnit> tensors) {
  std::size_t size = 0;
  for (const UnitByUnit& tensor : tensors) {
    size += tensor.values.size();
  }
  std::vector<Scalar> listed;
  listed.reserve(size);
  for (const UnitByUnit& tensor : tensors) {
    list(tensor.values, tensor.inputs, listed);
  }
  archive.numbers(name, std::span(listed));
  auto next = listed.begin();
  for (const UnitByUnit& tensor : tensors) {
    forEachListed(tensor.values.size(), tensor.inputs,
                  [&](std::size_t place) { tensor.values[place] = *next++; });
  }
}

}  // namespace ffnn
