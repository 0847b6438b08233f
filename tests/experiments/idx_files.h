// Fashion-MNIST from its four gzip files, as the programs here read it.
#pragma once

#include <string>

#include "ffnn/dataset.h"

namespace ffnn::experiments {

// set: "train" or "t10k", as upstream names its files. Throws Error{badData} that names the file.
Dataset loadFashionMnist(const std::string& folder, const std::string& set);

}  // namespace ffnn::experiments
