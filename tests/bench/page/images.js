// The images as support/images.js wrote them.

const IMAGE_HEADER = 16;
const LABEL_HEADER = 8;
const SHARD_IMAGES = 5000;

/** @param {string} file @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function fetchBytes(file) {
  const response = await fetch(`/images/${file}`);
  if (!response.ok) {
    throw new Error(`${file} could not be fetched`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** @param {'train' | 't10k'} set */
function fetchFiles(set) {
  return Promise.all([fetchBytes(`${set}-images-idx3-ubyte`), fetchBytes(`${set}-labels-idx1-ubyte`)]);
}

/** Items of an IDX file, as one of their own. @param {Uint8Array} idx @param {number} first @param {number} count */
function sliceIdx(idx, first, count) {
  const headerBytes = 4 + 4 * /** @type {number} */ (idx[3]);
  const total = new DataView(idx.buffer).getUint32(4);
  const itemBytes = (idx.length - headerBytes) / total;
  const slice = new Uint8Array(headerBytes + count * itemBytes);
  slice.set(idx.subarray(0, headerBytes));
  new DataView(slice.buffer).setUint32(4, count);
  slice.set(idx.subarray(headerBytes + first * itemBytes, headerBytes + (first + count) * itemBytes), headerBytes);
  return slice;
}

/** IDX files in parts as small as the page's, so that memory is taken as there. @param {'train' | 't10k'} set */
export async function fetchShards(set) {
  const [images, labels] = await fetchFiles(set);
  const count = labels.length - LABEL_HEADER;
  const shards = [];
  for (let first = 0; first < count; first += SHARD_IMAGES) {
    const size = Math.min(SHARD_IMAGES, count - first);
    shards.push({ images: sliceIdx(images, first, size), labels: sliceIdx(labels, first, size) });
  }
  return { count, shards };
}

/** Bytes without headers. @param {'train' | 't10k'} set */
export async function fetchPixels(set) {
  const [images, labels] = await fetchFiles(set);
  return { pixels: images.subarray(IMAGE_HEADER), labels: labels.subarray(LABEL_HEADER) };
}
