#include "ffnn/norm.h"

#include <array>
#include <cmath>

namespace ffnn {

double sumOfSquares(std::span<const Scalar> values) {
  constexpr std::size_t kSums = 8;
  std::array<double, kSums> sums{};
  const std::size_t whole = values.size() / kSums * kSums;
  for (std::size_t i = 0; i < whole; i += kSums) {
    for (std::size_t j = 0; j < kSums; ++j) {
      const auto value = static_cast<double>(values[i + j]);
      sums[j] += value * value;
    }
  }
  double total = 0;
  for (const double sum : sums) {
    total += sum;
  }
  for (std::size_t i = whole; i < values.size(); ++i) {
    total += static_cast<double>(values[i]) * static_cast<double>(values[i]);
  }
  return total;
}

double gradientNorm(std::span<const ParameterView> parameters) {
  double squares = 0;
  for (const ParameterView& parameter : parameters) {
    squares += sumOfSquares(parameter.gradient);
  }
  return std::sqrt(squares);
}

Scalar clipGradients(std::span<const ParameterView> parameters, double maxNorm) {
  const double norm = gradientNorm(parameters);
  if (!std::isfinite(norm) || norm <= maxNorm) {
    return 1;
  }
  const auto scale = static_cast<Scalar>(maxNorm / norm);
  for (const ParameterView& parameter : parameters) {
    for (Scalar& value : parameter.gradient) {
      value *= scale;
    }
  }
  return scale;
}

}  // namespace ffnn
