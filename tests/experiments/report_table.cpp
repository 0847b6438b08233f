// Trains one row of the course report's Table 3 (784-392-128-10, gradient descent) and prints its curve: with
// the report's own gradient, or with the exact one. Eigen's own products in all their width: fast, but not
// the bits of the page. How the rows came out: docs/report-reproduction.md.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cxxopts.hpp>
#include <iostream>
#include <string>
#include <vector>

#include "ffnn/error.h"
#include "ffnn/trainer.h"
#include "idx_files.h"

namespace {

struct TimedPoint {
  ffnn::CurvePoint point;
  double secondsPerEpoch = 0;  // training and measuring, from the end of the epoch before
};

cxxopts::Options commandLine() {
  cxxopts::Options options("report_table", "Trains one row of the report's Table 3 on Fashion-MNIST.");
  auto add = options.add_options();
  add("gradient", "report | exact", cxxopts::value<std::string>()->default_value("report"));
  add("batch", "images a step, 1 to 4,096", cxxopts::value<long>()->default_value("100"));
  add("epochs", "1 to 10,000", cxxopts::value<long>()->default_value("50"));
  add("activation", "relu | sigmoid", cxxopts::value<std::string>()->default_value("relu"));
  add("learning-rate", "above 0, at most 100", cxxopts::value<double>()->default_value("0.1"));
  add("seed", "0 to 4,294,967,295", cxxopts::value<std::uint32_t>()->default_value("1"));
  add("train-images", "the first so many; 0: all", cxxopts::value<long>()->default_value("0"));
  add("data", "folder of the four upstream files (default: FASHION_MNIST, or Debian's package)",
      cxxopts::value<std::string>());
  add("json", "an array with one object an epoch, instead of lines");
  add("help", "this text");
  return options;
}

std::string dataFolder(const cxxopts::ParseResult& arguments) {
  if (arguments.count("data") > 0) {
    return arguments["data"].as<std::string>();
  }
  const char* folder = std::getenv("FASHION_MNIST");
  return folder != nullptr && *folder != '\0' ? folder : "/usr/share/datasets/fashion-mnist";
}

ffnn::TrainingConfig configFrom(const cxxopts::ParseResult& arguments, ffnn::Index available) {
  ffnn::TrainingConfig config;
  const long images = arguments["train-images"].as<long>();
  config.trainImages = images == 0 ? available : images;
  config.network.activation = ffnn::activationFromName(arguments["activation"].as<std::string>());
  config.network.initialization = ffnn::Initialization::heNormal;  // the report names none: one for all rows
  config.gradient = ffnn::gradientRuleFromName(arguments["gradient"].as<std::string>());
  config.batchSize = arguments["batch"].as<long>();
  config.epochs = arguments["epochs"].as<long>();
  config.learningRate = arguments["learning-rate"].as<double>();
  config.seed = arguments["seed"].as<std::uint32_t>();
  return config;
}

void printLine(const TimedPoint& timed) {
  const ffnn::CurvePoint& point = timed.point;
  std::printf("epoch %5.0f   train loss %.4f accuracy %.4f   test loss %.4f accuracy %.4f   %.2f s\n",
              point.epoch, point.train.loss, point.train.accuracy, point.test.loss, point.test.accuracy,
              timed.secondsPerEpoch);
  std::fflush(stdout);
}

void printJson(const std::vector<TimedPoint>& points) {
  std::puts("[");
  for (const TimedPoint& timed : points) {
    const ffnn::CurvePoint& point = timed.point;
    std::printf(
        "  {\"epoch\": %.0f, \"trainLoss\": %.6f, \"trainAccuracy\": %.6f, \"testLoss\": %.6f, "
        "\"testAccuracy\": %.6f, \"secondsPerEpoch\": %.4f}%s\n",
        point.epoch, point.train.loss, point.train.accuracy, point.test.loss, point.test.accuracy,
        timed.secondsPerEpoch, &timed == &points.back() ? "" : ",");
  }
  std::puts("]");
}

int run(const cxxopts::ParseResult& arguments) {
  using Clock = std::chrono::steady_clock;
  constexpr double kFlopsPerCall = 1e9;
  const bool json = arguments.count("json") > 0;
  const std::string folder = dataFolder(arguments);
  const ffnn::Dataset train = ffnn::experiments::loadFashionMnist(folder, "train");
  const ffnn::Dataset test = ffnn::experiments::loadFashionMnist(folder, "t10k");
  ffnn::Trainer trainer(configFrom(arguments, train.size()), train, test);

  std::vector<TimedPoint> points;
  std::size_t seen = 0;
  auto epochBegan = Clock::now();
  while (trainer.state() == ffnn::RunState::training) {
    trainer.advance(kFlopsPerCall);
    for (; seen < trainer.curve().size(); ++seen) {
      const ffnn::CurvePoint& point = trainer.curve()[seen];
      if (point.epoch < static_cast<double>(points.size() + 1)) {
        continue;  // the untrained network, and points inside the first epoch
      }
      const auto now = Clock::now();
      points.push_back({point, std::chrono::duration<double>(now - epochBegan).count()});
      epochBegan = now;
      if (!json) {
        printLine(points.back());
      }
    }
  }
  if (json) {
    printJson(points);
  }
  if (trainer.state() == ffnn::RunState::diverged) {
    std::cerr << "diverged at step " << trainer.step() << "\n";
    return 1;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    cxxopts::Options options = commandLine();
    const cxxopts::ParseResult arguments = options.parse(argc, argv);
    if (arguments.count("help") > 0) {
      std::cout << options.help();
      return 0;
    }
    if (!arguments.unmatched().empty()) {
      throw ffnn::Error(ffnn::ErrorCode::invalidSetting,
                        "no such argument: " + arguments.unmatched().front());
    }
    return run(arguments);
  } catch (const std::exception& error) {
    std::cerr << "report_table: " << error.what() << "\n";
    return 2;
  }
}
