#include "ffnn/gradient_pass.h"

#include <array>
#include <utility>

#include "ffnn/augment.h"
#include "ffnn/error.h"
#include "ffnn/loss.h"
#include "ffnn/state_archive.h"

namespace ffnn {

GradientPass::GradientPass(const TrainingConfig& config, const Dataset& data, ShuffledLabels labels,
                           const Dataset& drawings, const PixelScale& scale, Index mostRows)
    : data_(data),
      taught_(std::move(labels)),
      scale_(scale),
      mirrors_(config.mirror),
      rule_(config.gradient),
      smoothing_(static_cast<Scalar>(config.labelSmoothing)),
      flopsPerImage_(trainingFlops(config.network)),
      mirrorRng_(config.seed, streams::kMirror),
      dropout_(config.dropout, Rng(config.seed, streams::kDropout)),
      photoMix_(config.photoShare, mostRows, Rng(config.seed, streams::kPhotos)),
      drawnMix_(drawings, config.drawnShare, mostRows, Rng(config.seed, streams::kMix)),
      labels_(static_cast<std::size_t>(mostRows)),
      mirrored_(static_cast<std::size_t>(mostRows)) {}

Index GradientPass::partsFor(Index rows, const ThreadPool& threads) const {
  return threads.partsFor(flopsPerImage_ * static_cast<double>(rows));
}

double GradientPass::run(std::span<const std::uint32_t> images, Index batchSize, const Network& network,
                         Matrix& x, Workspace& workspace, ThreadPool& threads) {
  const auto rows = static_cast<Index>(images.size());
  const Masks masks = dropout_.active() ? Masks::applied : Masks::ignored;
  const auto input = x.topRows(rows);
  draw(rows, workspace);

  const Index parts = partsFor(rows, threads);
  std::array<double, ThreadPool::kMostThreads> losses{};
  threads.run(parts, [&](Index part) {
    const Range range = shareOf(rows, kRowUnit, part, parts);
    const auto first = static_cast<std::size_t>(range.first);
    const auto count = static_cast<std::size_t>(range.count);
    const auto labels = std::span(labels_).subspan(first, count);
    auto ownInput = x.middleRows(range.first, range.count);
    data_.gather(images.subspan(first, count), scale_, ownInput, labels);
    taught_.apply(images.subspan(first, count), labels);
    photoMix_.apply(range.first, data_, images.subspan(first, count), scale_, ownInput);
    drawnMix_.apply(range.first, scale_, ownInput, labels);
    if (mirrors_) {
      mirror(ownInput, std::span(mirrored_).subspan(first, count));
    }
    const ConstMatrixRef logits = network.forwardRows(input, range, workspace, masks);
    losses[static_cast<std::size_t>(part)] =
        crossEntropyWithGradient(logits, labels, smoothing_, Scalar(1) / static_cast<Scalar>(batchSize),
                                 workspace.gradients.back().middleRows(range.first, range.count));
    network.backwardRows(range, workspace, rule_, batchSize, masks);
  });

  double sum = 0;
  for (const double loss : losses) {
    sum += loss;
  }
  return sum;
}

void GradientPass::addGradients(Index rows, bool accumulate, const Matrix& x, const Workspace& workspace,
                                Network& network, ThreadPool& threads) const {
  const Index parts = partsFor(rows, threads);
  threads.run(parts,
              [&](Index part) { network.addGradients(x.topRows(rows), workspace, accumulate, part, parts); });
}

void GradientPass::descend(Index rows, double learningRate, const Matrix& x, const Workspace& workspace,
                           Network& network, ThreadPool& threads) const {
  const Index parts = partsFor(rows, threads);
  threads.run(parts, [&](Index part) {
    network.descend(x.topRows(rows), workspace, static_cast<Scalar>(learningRate), part, parts);
  });
}

void GradientPass::draw(Index rows, Workspace& workspace) {
  photoMix_.draw(rows);
  drawnMix_.draw(rows);
  if (mirrors_) {
    chooseHalf(std::span(mirrored_).first(static_cast<std::size_t>(rows)), mirrorRng_);
  }
  if (dropout_.active()) {
    for (Matrix& mask : workspace.masks) {
      dropout_.draw(mask.topRows(rows));
    }
  }
}

void GradientPass::exchangeState(StateArchive& archive) {
  mirrorRng_.exchangeState(archive, "mirror.rng");
  dropout_.exchangeState(archive);
  photoMix_.exchangeState(archive);
  drawnMix_.exchangeState(archive);
}

}  // namespace ffnn
