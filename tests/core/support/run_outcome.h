// What a run has come to, for tests of which runs are equal.
#pragma once

#include <string>
#include <vector>

#include "ffnn/trainer.h"

namespace ffnn::test {

// Everything a run shows of itself, as numbers that must be equal.
struct RunOutcome {
  explicit RunOutcome(const Trainer& trainer) : hash(trainer.network().parameterHash()) {
    for (const CurvePoint& point : trainer.curve()) {
      numbers.insert(numbers.end(), {point.epoch, point.train.loss, point.train.accuracy, point.test.loss,
                                     point.test.accuracy});
      if (point.validation) {
        numbers.insert(numbers.end(), {point.validation->loss, point.validation->accuracy});
      }
    }
    for (const EpochInsides& insides : trainer.insides()) {
      for (const LayerInsides& layer : insides) {
        numbers.insert(numbers.end(), {layer.gradientNorm, layer.updateRatio, layer.flatShare});
      }
    }
    for (Label truth = 0; truth < kClasses; ++truth) {
      for (Label prediction = 0; prediction < kClasses; ++prediction) {
        numbers.push_back(trainer.testConfusion().count(truth, prediction));
      }
    }
  }
  bool operator==(const RunOutcome&) const = default;

  std::string hash;
  std::vector<double> numbers;
};

}  // namespace ffnn::test
