// Which labels of the data set are alike in how they are laid down for a photo.
#pragma once

#include "ffnn/types.h"

namespace ffnn {

namespace labels {
inline constexpr Label kTShirt = 0;
inline constexpr Label kTrouser = 1;
inline constexpr Label kPullover = 2;
inline constexpr Label kDress = 3;
inline constexpr Label kCoat = 4;
inline constexpr Label kSandal = 5;
inline constexpr Label kShirt = 6;
inline constexpr Label kSneaker = 7;
inline constexpr Label kBag = 8;
inline constexpr Label kBoot = 9;
}  // namespace labels

constexpr bool hasSleeves(Label label) {
  return label == labels::kTShirt || label == labels::kPullover || label == labels::kDress ||
         label == labels::kCoat || label == labels::kShirt;
}

constexpr bool isShoe(Label label) {
  return label == labels::kSandal || label == labels::kSneaker || label == labels::kBoot;
}

}  // namespace ffnn
