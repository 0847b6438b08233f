// Embind registrations of Session, and nothing else. Types for JavaScript: ffnn.d.ts.
#include <emscripten/bind.h>

#include "guard.h"
#include "session.h"

using ffnn::Guarded;
using ffnn::Session;

EMSCRIPTEN_BINDINGS(ffnn) {
  emscripten::class_<Session>("Session")
      .constructor<>()
      .function("reserveImages", &Guarded<&Session::reserveImages>::call)
      .function("addImages", &Guarded<&Session::addImages>::call)
      .function("addDrawings", &Guarded<&Session::addDrawings>::call)
      .function("setThreads", &Guarded<&Session::setThreads>::call)
      .function("threadCounts", &Guarded<&Session::threadCounts>::call)
      .function("dataCounts", &Guarded<&Session::dataCounts>::call)
      .function("image", &Guarded<&Session::image>::call)
      .function("createRun", &Guarded<&Session::createRun>::call)
      .function("resetRun", &Guarded<&Session::resetRun>::call)
      .function("bringBack", &Guarded<&Session::bringBack>::call)
      .function("advance", &Guarded<&Session::advance>::call)
      .function("tryOut", &Guarded<&Session::tryOut>::call)
      .function("setEpochs", &Guarded<&Session::setEpochs>::call)
      .function("progress", &Guarded<&Session::progress>::call)
      .function("curve", &Guarded<&Session::curve>::call)
      .function("insides", &Guarded<&Session::insides>::call)
      .function("verdict", &Guarded<&Session::verdict>::call)
      .function("testConfusion", &Guarded<&Session::testConfusion>::call)
      .function("parameterHash", &Guarded<&Session::parameterHash>::call)
      .function("checkpoint", &Guarded<&Session::checkpoint>::call)
      .function("restoreRun", &Guarded<&Session::restoreRun>::call)
      .function("classifyPixels", &Guarded<&Session::classifyPixels>::call)
      .function("classifyTestImage", &Guarded<&Session::classifyTestImage>::call)
      .function("beginLesson", &Guarded<&Session::beginLesson>::call)
      .function("advanceLesson", &Guarded<&Session::advanceLesson>::call)
      .function("forgetLesson", &Guarded<&Session::forgetLesson>::call)
      .function("nearestTrainingImages", &Guarded<&Session::nearestTrainingImages>::call)
      .function("testScores", &Guarded<&Session::testScores>::call)
      .function("lastTestScores", &Guarded<&Session::lastTestScores>::call)
      .function("saliency", &Guarded<&Session::saliency>::call)
      .function("unitWeights", &Guarded<&Session::unitWeights>::call)
      .function("checkGradient", &Guarded<&Session::checkGradient>::call)
      .function("classifyDrawing", &Guarded<&Session::classifyDrawing>::call);
}
