// A session with synthetic data in it, and a small run for it.
#pragma once

#include <string>

#include "session.h"
#include "support/small_run.h"
#include "support/synthetic.h"

namespace ffnn::test {

inline constexpr Index kTrainImages = 50;
inline constexpr Index kTestImages = 30;

inline void addImages(Session& session, const std::string& set, Index count, std::uint32_t seed) {
  const RawImages images = makeImages(count, seed);
  session.addImages(set, idxImages(images.pixels), idxLabels(images.labels));
}

inline Session loadedSession() {
  Session session;
  addImages(session, "train", kTrainImages, 1);
  addImages(session, "test", kTestImages, 2);
  return session;
}

inline TrainingConfig sessionConfig() { return smallConfig(kTrainImages); }

}  // namespace ffnn::test
