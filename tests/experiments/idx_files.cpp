#include "idx_files.h"

#include <zlib.h>

#include <array>
#include <cstdint>
#include <vector>

#include "ffnn/error.h"
#include "ffnn/idx.h"

namespace ffnn::experiments {
namespace {

std::vector<std::uint8_t> inflateFile(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) {
    throw Error(ErrorCode::badData, path + " cannot be opened");
  }
  std::vector<std::uint8_t> bytes;
  std::array<std::uint8_t, 1 << 16> block{};
  int count = 0;
  while ((count = gzread(file, block.data(), static_cast<unsigned>(block.size()))) > 0) {
    bytes.insert(bytes.end(), block.begin(), block.begin() + count);
  }
  const bool whole = gzclose(file) == Z_OK && count == 0;
  if (!whole) {
    throw Error(ErrorCode::badData, path + " is damaged");
  }
  return bytes;
}

}  // namespace

Dataset loadFashionMnist(const std::string& folder, const std::string& set) {
  const std::vector<std::uint8_t> images = inflateFile(folder + "/" + set + "-images-idx3-ubyte.gz");
  const std::vector<std::uint8_t> labels = inflateFile(folder + "/" + set + "-labels-idx1-ubyte.gz");
  Dataset dataset;
  dataset.append(parseIdxImages(images), parseIdxLabels(labels));
  return dataset;
}

}  // namespace ffnn::experiments
