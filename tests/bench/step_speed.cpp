// How many images a second our trainer gets through natively: step_speed IMAGES SECONDS. IMAGES: a folder
// with upstream's files, inflated. Prints one number. The settings are the page's own; examinations are not
// timed.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "ffnn/error.h"
#include "ffnn/trainer.h"

namespace {

constexpr double kWarmUpSeconds = 0.5;
constexpr double kPiece = 1;  // flops: as little as a call does

std::vector<std::uint8_t> readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw ffnn::Error(ffnn::ErrorCode::badData, path + " cannot be opened");
  }
  return {std::istreambuf_iterator<char>(file), {}};
}

ffnn::Dataset readSet(const std::string& folder, const std::string& set) {
  const auto images = readFile(folder + "/" + set + "-images-idx3-ubyte");
  const auto labels = readFile(folder + "/" + set + "-labels-idx1-ubyte");
  ffnn::Dataset dataset;
  dataset.append(ffnn::parseIdxImages(images), ffnn::parseIdxLabels(labels));
  return dataset;
}

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

// Images per second of whole steps, over about so many seconds.
double trainFor(double seconds, ffnn::Trainer& trainer) {
  double trained = 0;
  ffnn::Index images = 0;
  while (trained < seconds) {
    while (trainer.evaluating()) {
      trainer.advance(kPiece);
    }
    const ffnn::Index before = trainer.imagesSeen();
    const auto began = Clock::now();
    do {
      const ffnn::Index step = trainer.step();
      while (trainer.step() == step) {
        trainer.advance(kPiece);
      }
    } while (!trainer.evaluating() && trained + secondsSince(began) < seconds);
    trained += secondsSince(began);
    images += trainer.imagesSeen() - before;
  }
  return static_cast<double>(images) / trained;
}

void run(const std::string& folder, double seconds) {
  const ffnn::Dataset train = readSet(folder, "train");
  const ffnn::Dataset test = readSet(folder, "t10k");
  ffnn::TrainingConfig config;
  config.trainImages = train.size();
  config.epochs = ffnn::limits::kEpochs;
  ffnn::Trainer trainer(config, train, test);
  trainFor(kWarmUpSeconds, trainer);
  std::printf("%.1f\n", trainFor(seconds, trainer));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "step_speed IMAGES SECONDS\n";
    return 2;
  }
  try {
    run(argv[1], std::atof(argv[2]));
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "step_speed: " << error.what() << "\n";
    return 1;
  }
}
