// Embind registrations of Studio, and nothing else. Types for JavaScript: studio.d.ts.
#include <emscripten/bind.h>

#include "guard.h"
#include "studio.h"

using ffnn::Guarded;
using ffnn::Studio;

EMSCRIPTEN_BINDINGS(studio) {
  emscripten::class_<Studio>("Studio")
      .constructor<>()
      .function("drawnExamples", &Guarded<&Studio::drawnExamples>::call)
      .function("drawExamples", &Guarded<&Studio::drawExamples>::call)
      .function("sketchStrokes", &Guarded<&Studio::sketchStrokes>::call)
      .function("seePhoto", &Guarded<&Studio::seePhoto>::call);
}
