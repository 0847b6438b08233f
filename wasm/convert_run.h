// A run's settings and checkpoints across the boundary. fromVal checks types; ranges are the core's business.
#pragma once

#include <string>
#include <variant>

#include "convert.h"
#include "session.h"

namespace ffnn {

// Every setting of a run: its key in JavaScript, what messages call it, and where it lives.
template <typename Config, typename Visit>
void visitSettings(Config& config, Visit visit) {
  visit("trainImages", "training images", config.trainImages);
  visit("inputScaling", "input scaling", config.inputScaling);
  visit("validationShare", "validation part", config.validationShare);
  visit("mirror", "mirror images", config.mirror);
  visit("drawnShare", "share of drawings", config.drawnShare);
  visit("photoShare", "share of photos", config.photoShare);
  visit("shuffledLabels", "shuffled labels", config.shuffledLabels);
  visit("hidden", "hidden layers", config.network.hidden);
  visit("activation", "activation", config.network.activation);
  visit("initialization", "initialization", config.network.initialization);
  visit("initialDeviation", "deviation of the first weights", config.network.initialDeviation);
  visit("gradient", "gradient", config.gradient);
  visit("learningRate", "learning rate", config.learningRate);
  visit("schedule", "schedule", config.schedule.kind);
  visit("warmUpEpochs", "warm-up", config.schedule.warmUpEpochs);
  visit("stepEpochs", "epochs between steps", config.schedule.stepEpochs);
  visit("stepFactor", "step factor", config.schedule.stepFactor);
  visit("optimizer", "optimizer", config.optimizer.kind);
  visit("momentum", "momentum", config.optimizer.momentum);
  visit("beta1", "beta 1", config.optimizer.beta1);
  visit("beta2", "beta 2", config.optimizer.beta2);
  visit("weightDecay", "weight decay", config.optimizer.weightDecay);
  visit("batchSize", "batch size", config.batchSize);
  visit("epochs", "epochs", config.epochs);
  visit("dropout", "dropout", config.dropout);
  visit("labelSmoothing", "label smoothing", config.labelSmoothing);
  visit("clipNorm", "gradient clipping", config.clipNorm);
  visit("patience", "patience", config.patience);
  visit("restoreBest", "restore the best", config.restoreBest);
  visit("seed", "seed", config.seed);
}

// One setting from JavaScript: an overload a type.
struct SettingReader {
  const val& settings;

  void operator()(const char* key, const char* label, Index& field) const {
    field = indexFrom(label, settings[key]);
  }
  void operator()(const char* key, const char* label, double& field) const {
    field = numberFrom(label, settings[key]);
  }
  void operator()(const char* key, const char* label, bool& field) const {
    field = truthFrom(label, settings[key]);
  }
  void operator()(const char* key, const char* label, std::uint32_t& field) const {
    field = static_cast<std::uint32_t>(
        wholeNumberFrom(label, settings[key], 0, 4294967295.0, "a whole number from 0 to 4,294,967,295"));
  }
  void operator()(const char* key, const char* label, std::vector<Index>& widths) const {
    const val list = settings[key];
    if (!val::global("Array").call<bool>("isArray", list)) {
      refuseValue(label, "a list of widths", list);
    }
    widths.clear();
    const auto layers = list["length"].as<unsigned>();
    for (unsigned l = 0; l < layers && l <= limits::kHiddenLayers;
         ++l) {  // one too many is enough to be refused
      widths.push_back(indexFrom("width of hidden layer " + std::to_string(l + 1), list[l]));
    }
  }
  void operator()(const char* key, const char* label, Activation& field) const {
    field = activationFromName(textFrom(label, settings[key]));
  }
  void operator()(const char* key, const char* label, Initialization& field) const {
    field = initializationFromName(textFrom(label, settings[key]));
  }
  void operator()(const char* key, const char* label, GradientRule& field) const {
    field = gradientRuleFromName(textFrom(label, settings[key]));
  }
  void operator()(const char* key, const char* label, InputScaling& field) const {
    field = inputScalingFromName(textFrom(label, settings[key]));
  }
  void operator()(const char* key, const char* label, ScheduleKind& field) const {
    field = scheduleFromName(textFrom(label, settings[key]));
  }
  void operator()(const char* key, const char* label, OptimizerKind& field) const {
    field = optimizerFromName(textFrom(label, settings[key]));
  }
};

// One setting to JavaScript: numbers and truth values as they are, the rest by name.
struct SettingWriter {
  val& settings;

  template <typename Field>
  void operator()(const char* key, const char*, const Field& field) const {
    if constexpr (std::is_enum_v<Field>) {
      settings.set(key, std::string(name(field)));
    } else if constexpr (std::is_same_v<Field, std::vector<Index>>) {
      settings.set(key, val::array(field));
    } else if constexpr (std::is_same_v<Field, bool>) {
      settings.set(key, field);
    } else {
      settings.set(key, static_cast<double>(field));
    }
  }
};

template <>
inline TrainingConfig fromVal<TrainingConfig>(const val& value) {
  expectObject("settings", value);
  TrainingConfig config;
  visitSettings(config, SettingReader{value});
  return config;
}

inline val toVal(const TrainingConfig& config) {
  val settings = val::object();
  visitSettings(config, SettingWriter{settings});
  return settings;
}

// {config, arrays: [{name, values}]}, values a Float32Array, Float64Array or Uint32Array.
inline val toVal(const Checkpoint& checkpoint) {
  val arrays = val::array();
  for (const NamedArray& array : checkpoint.arrays) {
    val item = val::object();
    item.set("name", array.name);
    item.set("values", std::visit([](const auto& values) { return toVal(values); }, array.values));
    arrays.call<void>("push", item);
  }
  val object = val::object();
  object.set("config", toVal(checkpoint.config));
  object.set("arrays", arrays);
  return object;
}

inline NamedArray namedArrayFrom(const val& value) {
  expectObject("array of a checkpoint", value);
  NamedArray array{.name = textFrom("name of an array", value["name"]), .values = {}};
  const val values = value["values"];
  if (values.instanceof (val::global("Float32Array"))) {
    array.values = arrayFrom<float>("Float32Array", values);
  } else if (values.instanceof (val::global("Float64Array"))) {
    array.values = arrayFrom<double>("Float64Array", values);
  } else {
    array.values = arrayFrom<std::uint32_t>("Uint32Array", values);
  }
  return array;
}

template <>
inline Checkpoint fromVal<Checkpoint>(const val& value) {
  expectObject("checkpoint", value);
  constexpr unsigned kMostArrays = 1000;  // far more than any run has
  Checkpoint checkpoint{.config = fromVal<TrainingConfig>(value["config"]), .arrays = {}};
  const val arrays = value["arrays"];
  if (!val::global("Array").call<bool>("isArray", arrays)) {
    refuseValue("checkpoint", "a config and a list of arrays", val(value.typeOf()));
  }
  const auto count = arrays["length"].as<unsigned>();
  for (unsigned i = 0; i < count && i < kMostArrays; ++i) {
    checkpoint.arrays.push_back(namedArrayFrom(arrays[i]));
  }
  return checkpoint;
}

}  // namespace ffnn
