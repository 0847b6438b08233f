#include "pictures.h"

#include <algorithm>
#include <string>

#include "ffnn/error.h"

namespace ffnn {

void appendPictures(Dataset& data, const char* what, const std::vector<std::uint8_t>& pixels,
                    const std::vector<std::uint8_t>& labels, Label last) {
  if (pixels.size() != labels.size() * static_cast<std::size_t>(kPixels)) {
    throw Error(ErrorCode::badData, std::string(what) + ": " + std::to_string(pixels.size()) +
                                        " pixels for " + std::to_string(labels.size()) +
                                        " labels, expected 784 each");
  }
  const auto notOne =
      std::find_if(labels.begin(), labels.end(), [last](Label label) { return label > last; });
  if (notOne != labels.end()) {
    throw Error(ErrorCode::badData, std::string(what) + ": label " + std::to_string(*notOne) +
                                        " at position " + std::to_string(notOne - labels.begin()) +
                                        ", but must be from 0 to " + std::to_string(last));
  }
  data.append({.count = static_cast<Index>(labels.size()), .pixels = pixels}, {.labels = labels});
}

}  // namespace ffnn
