// What Session says of images and drawings, and why.
#include <algorithm>

#include "ffnn/byte_scores.h"
#include "ffnn/error.h"
#include "ffnn/gradient_check.h"
#include "ffnn/loss.h"
#include "ffnn/metrics.h"
#include "ffnn/neighbours.h"
#include "ffnn/saliency.h"
#include "ffnn/training_config.h"
#include "ffnn/unlike.h"
#include "pictures.h"
#include "session.h"

namespace ffnn {

namespace {

void expectImage(const std::vector<std::uint8_t>& pixels) {
  if (static_cast<Index>(pixels.size()) != kPixels) {
    throw Error(ErrorCode::badData,
                "an image has " + std::to_string(pixels.size()) + " pixels, expected 784");
  }
}

std::vector<std::uint8_t> mirrored(std::span<const std::uint8_t> pixels) {
  std::vector<std::uint8_t> result(pixels.begin(), pixels.end());
  for (auto line = result.begin(); line != result.end(); line += kImageSize) {
    std::reverse(line, line + kImageSize);
  }
  return result;
}

}  // namespace

Answer Session::classifyPixels(const std::vector<std::uint8_t>& pixels, bool isOwn) const {
  constexpr Index kMostViews = 8;
  const auto count = static_cast<Index>(pixels.size());
  if (count > kPixels && count % kPixels == 0 && count <= kMostViews * kPixels) {
    return answerTo(pixels, isOwn);
  }
  expectImage(pixels);
  return answerTo(pixels, isOwn);
}

std::vector<std::uint32_t> Session::nearestTrainingImages(const std::vector<std::uint8_t>& pixels) const {
  constexpr Index kNearest = 5;
  expectImage(pixels);
  return nearestImages(train_, run_ ? run_->config().trainImages : train_.size(), pixels, kNearest);
}

std::vector<float> Session::classifyTestImage(Index index) const {
  return classify(run().network(), testPixels(index));
}

LessonProgress Session::beginLesson(const std::vector<std::uint8_t>& pixels,
                                    const std::vector<std::uint8_t>& labels) {
  forgetLesson();
  own_ = Dataset();
  appendPictures(own_, "pictures", pixels, labels, kClasses - 1);
  lesson_ = std::make_unique<Lesson>(run(), train_, drawings_, own_, *threads_);
  lessonStep_ = run().step();
  return advanceLesson(0);
}

LessonProgress Session::advanceLesson(double flops) {
  if (!lesson_) {
    throw Error(ErrorCode::wrongState, "there is no lesson under way");
  }
  lesson_->advance(flops);
  return {static_cast<double>(lesson_->step()), static_cast<double>(Lesson::kSteps)};
}

void Session::forgetLesson() { lesson_.reset(); }

const Network& Session::networkForOwn() const {
  const bool isTaught = lesson_ && lesson_->done() && lessonStep_ == run().step();
  return isTaught ? lesson_->network() : run().network();
}

DrawingData Session::classifyDrawing(const std::vector<float>& strokes, Index baseImage) const {
  const std::vector<Stroke> decoded = decodeStrokes(strokes);
  RenderedDrawing drawing =
      baseImage < 0 ? renderDrawing(decoded) : renderDrawing(decoded, testPixels(baseImage));
  DrawingData result{.content = std::string(name(drawing.content)),
                     .picture = std::move(drawing.picture.pixels),
                     .box = {},
                     .seen = std::move(drawing.seen.pixels),
                     .answer = {}};
  if (drawing.box) {
    for (const Index side : {drawing.box->left, drawing.box->top, drawing.box->width, drawing.box->height}) {
      result.box.push_back(static_cast<std::uint32_t>(side));
    }
  }
  if (run_ && drawing.content == DrawingContent::drawn) {
    result.answer = answerTo(result.seen, baseImage < 0);
  }
  return result;
}

std::vector<std::uint8_t> Session::testScores(Index first) const {
  testPixels(first);
  const Network& network = run().network();
  const Index count = std::min(rowsPerBlock(forwardFlops(network.config())), test_.size() - first);
  Matrix x(count, kPixels);
  for (Index i = 0; i < count; ++i) {
    run().pixelScale().apply(test_.image(first + i), x.row(i).data());
  }
  Workspace workspace(network.config(), count);
  const ConstMatrixRef logits = network.forward(x, workspace);
  std::vector<std::uint8_t> scores;
  for (Index i = 0; i < count; ++i) {
    const auto bytes = byteScores(logits.row(i));
    scores.insert(scores.end(), bytes.begin(), bytes.end());
  }
  return scores;
}

std::vector<std::uint8_t> Session::lastTestScores() const {
  const auto scores = run().testScores();
  return {scores.begin(), scores.end()};
}

std::vector<float> Session::saliency(Index testImage) const {
  const Network& network = run().network();
  const PixelScale& scale = run().pixelScale();
  Matrix x(1, kPixels);
  scale.apply(testPixels(testImage), x.data());
  Workspace workspace(network.config(), 1);
  const Label answer = argmax(network.forward(x, workspace));
  const RowVector gradient = inputGradient(network, x, answer) * (scale.scale * Scalar(255));
  return {gradient.data(), gradient.data() + gradient.size()};
}

std::vector<float> Session::unitWeights(Index first, Index count) const {
  const WeightMatrix& weights = run().network().layers().front().weights();
  if (first < 0 || count < 1 || first > weights.cols() - count) {
    throw Error(ErrorCode::wrongState,
                "units " + std::to_string(first) + " to " + std::to_string(first + count - 1) +
                    " are not there; the first layer has " + std::to_string(weights.cols()));
  }
  const auto units = weights.middleCols(first, count);
  return {units.data(), units.data() + units.size()};
}

GradientCheck Session::checkGradient(const std::string& activation, const std::string& gradient,
                                     Index hiddenLayers) const {
  if (hiddenLayers < 0 || hiddenLayers > kCheckedLayers) {
    throw Error(ErrorCode::invalidSetting, "hidden layers must be from 0 to " +
                                               std::to_string(kCheckedLayers) + ", not " +
                                               std::to_string(hiddenLayers));
  }
  return ffnn::checkGradient(activationFromName(activation), gradientRuleFromName(gradient), hiddenLayers);
}

Answer Session::answerTo(std::span<const std::uint8_t> pixels, bool isOwn) const {
  const Network& network = isOwn ? networkForOwn() : run().network();
  std::vector<std::vector<float>> votes;
  for (std::size_t first = 0; first < pixels.size(); first += static_cast<std::size_t>(kPixels)) {
    const auto picture = pixels.subspan(first, static_cast<std::size_t>(kPixels));
    votes.push_back(classify(network, picture));
    if (isOwn && run().config().mirror) {
      votes.push_back(classify(network, mirrored(picture)));
    }
  }
  Answer answer{.scores = votes.front(), .unlike = false};
  for (std::size_t c = 0; votes.size() > 1 && c < answer.scores.size(); ++c) {
    float sum = 0;
    for (const std::vector<float>& vote : votes) {
      sum += vote[c];
    }
    answer.scores[c] = sum / static_cast<float>(votes.size());
  }
  answer.unlike = isUnlikeAny(answer.scores);
  return answer;
}

std::vector<float> Session::classify(const Network& network, std::span<const std::uint8_t> pixels) const {
  Matrix x(1, kPixels);
  run().pixelScale().apply(pixels, x.data());
  Workspace workspace(network.config(), 1);
  Matrix scores = network.forward(x, workspace);
  softmax(scores);
  return {scores.data(), scores.data() + scores.size()};
}

}  // namespace ffnn
