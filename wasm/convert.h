// Values across the boundary. Typed arrays are copied both ways, so that neither side ever holds a view into
// memory that the other may move. fromVal checks types; ranges are the core's business.
#pragma once

#include <emscripten/val.h>

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "ffnn/error.h"
#include "session.h"
#include "studio.h"

namespace ffnn {

using emscripten::val;

// What a JavaScript value must be, and how it is read: one specialisation a type.
template <typename T>
T fromVal(const val& value);

[[noreturn]] inline void refuseValue(std::string_view field, std::string_view expected, const val& found) {
  const auto text = val::global("String")(found).as<std::string>();
  throw Error(ErrorCode::invalidSetting,
              std::string(field) + " must be " + std::string(expected) + ", not \"" + text + "\"");
}

// Asking anything else for a property would throw in JavaScript.
inline void expectObject(std::string_view field, const val& value) {
  if (value.isNull() || value.typeOf().as<std::string>() != "object") {
    refuseValue(field, "an object", val(value.typeOf()));
  }
}

inline double numberFrom(std::string_view field, const val& value) {
  if (!value.isNumber()) {
    refuseValue(field, "a number", value);
  }
  return value.as<double>();
}

// A whole number within low … high: as far as its C++ type reaches, not as far as the setting allows.
inline double wholeNumberFrom(std::string_view field, const val& value, double low, double high,
                              const char* expected) {
  const double number = numberFrom(field, value);
  if (!(number >= low && number <= high) || std::trunc(number) != number) {
    refuseValue(field, expected, value);
  }
  return number;
}

inline Index indexFrom(std::string_view field, const val& value) {
  constexpr double kFar = 2e9;  // Index has 32 bits here
  return static_cast<Index>(wholeNumberFrom(field, value, -kFar, kFar, "a whole number below 2,000,000,000"));
}

inline bool truthFrom(std::string_view field, const val& value) {
  if (!value.isTrue() && !value.isFalse()) {
    refuseValue(field, "true or false", value);
  }
  return value.isTrue();
}

inline std::string textFrom(std::string_view field, const val& value) {
  if (!value.isString()) {
    refuseValue(field, "a text", value);
  }
  return value.as<std::string>();
}

template <>
inline double fromVal<double>(const val& value) {
  return numberFrom("argument", value);
}

template <>
inline Index fromVal<Index>(const val& value) {
  return indexFrom("argument", value);
}

template <>
inline bool fromVal<bool>(const val& value) {
  return truthFrom("argument", value);
}

template <>
inline std::string fromVal<std::string>(const val& value) {
  return textFrom("argument", value);
}

template <typename T>
std::vector<T> arrayFrom(const char* type, const val& value) {
  if (!value.instanceof (val::global(type))) {
    refuseValue("argument", std::string("a ") + type, val(value.typeOf()));
  }
  return emscripten::convertJSArrayToNumberVector<T>(value);
}

template <>
inline std::vector<std::uint8_t> fromVal<std::vector<std::uint8_t>>(const val& value) {
  return arrayFrom<std::uint8_t>("Uint8Array", value);
}

template <>
inline std::vector<float> fromVal<std::vector<float>>(const val& value) {
  return arrayFrom<float>("Float32Array", value);
}

inline val toVal(const std::string& text) { return val(text); }
inline val toVal(double number) { return val(number); }

// new Type(view) copies the view's elements into an array of JavaScript's own.
template <typename T>
val arrayToVal(const char* type, const std::vector<T>& items) {
  return val::global(type).new_(val(emscripten::typed_memory_view(items.size(), items.data())));
}

inline val toVal(const std::vector<std::uint8_t>& items) { return arrayToVal("Uint8Array", items); }
inline val toVal(const std::vector<float>& items) { return arrayToVal("Float32Array", items); }
inline val toVal(const std::vector<double>& items) { return arrayToVal("Float64Array", items); }
inline val toVal(const std::vector<std::uint32_t>& items) { return arrayToVal("Uint32Array", items); }

inline val toVal(const Progress& progress) {
  val object = val::object();
  object.set("state", progress.state);
  object.set("evaluating", progress.evaluating);
  object.set("step", progress.step);
  object.set("epochsDone", progress.epochsDone);
  object.set("imagesSeen", progress.imagesSeen);
  object.set("imagesPerEpoch", progress.imagesPerEpoch);
  object.set("epochs", progress.epochs);
  object.set("batchSize", progress.batchSize);
  object.set("keptEpoch", progress.keptEpoch);
  object.set("bestEpoch", progress.bestEpoch);
  object.set("bestIsBack", progress.bestIsBack);
  object.set("atRest", progress.atRest);
  object.set("curvePoints", progress.curvePoints);
  return object;
}

inline val toVal(const ThreadCounts& counts) {
  val object = val::object();
  object.set("inUse", counts.inUse);
  object.set("most", counts.most);
  return object;
}

inline val toVal(const DataCounts& counts) {
  val object = val::object();
  object.set("train", counts.train);
  object.set("test", counts.test);
  object.set("drawings", counts.drawings);
  return object;
}

inline val toVal(const ImageData& image) {
  val object = val::object();
  object.set("pixels", toVal(image.pixels));
  object.set("label", image.label);
  return object;
}

template <>
inline PhotoCrop fromVal<PhotoCrop>(const val& value) {
  expectObject("crop", value);
  const auto pixels = [&](const char* key) { return static_cast<double>(indexFrom("crop box", value[key])); };
  return {pixels("left"), pixels("top"), pixels("width"), pixels("height")};
}

inline val toVal(const PhotoSteps& steps) {
  val object = val::object();
  object.set("content", steps.content);
  object.set("width", steps.width);
  object.set("height", steps.height);
  object.set("mask", toVal(steps.mask));
  object.set("item", toVal(steps.item));
  object.set("views", toVal(steps.views));
  return object;
}

inline val toVal(const DrawnExamples& examples) {
  val object = val::object();
  object.set("pixels", toVal(examples.pixels));
  object.set("labels", toVal(examples.labels));
  return object;
}

inline val toVal(const Verdict& verdict) {
  val object = val::object();
  object.set("code", std::string(name(verdict.code)));
  object.set("onValidation", verdict.onValidation);
  object.set("stillFalling", verdict.stillFalling);
  object.set("epoch", static_cast<double>(verdict.epoch));
  object.set("bestEpoch", static_cast<double>(verdict.bestEpoch));
  object.set("sinceEpoch", static_cast<double>(verdict.sinceEpoch));
  object.set("lossChange", verdict.lossChange);
  object.set("margin", verdict.margin);
  object.set("accuracyGap", verdict.accuracyGap);
  object.set("gapMargin", verdict.gapMargin);
  return object;
}

inline val toVal(const GradientCheck& check) {
  val object = val::object();
  object.set("largestError", check.largestError);
  object.set("parameters", static_cast<double>(check.parameters));
  object.set("tolerance", check.tolerance);
  return object;
}

inline val toVal(const LessonProgress& progress) {
  val object = val::object();
  object.set("step", progress.step);
  object.set("steps", progress.steps);
  return object;
}

inline val toVal(const Answer& answer) {
  val object = val::object();
  object.set("scores", toVal(answer.scores));
  object.set("unlike", answer.unlike);
  return object;
}

inline val toVal(const DrawingData& drawing) {
  val object = val::object();
  object.set("content", drawing.content);
  object.set("picture", toVal(drawing.picture));
  object.set("box", toVal(drawing.box));
  object.set("seen", toVal(drawing.seen));
  object.set("answer", toVal(drawing.answer));
  return object;
}

}  // namespace ffnn
