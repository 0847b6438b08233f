// The images as support/images.js wrote them.

const IMAGE_HEADER = 16;
const LABEL_HEADER = 8;

/** @param {string} file @returns {Promise<Uint8Array<ArrayBuffer>>} */
async function fetchBytes(file) {
  const response = await fetch(`/images/${file}`);
  if (!response.ok) {
    throw new Error(`${file} could not be fetched`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

/** Bytes without headers. @param {'train' | 't10k'} set */
export async function fetchPixels(set) {
  const [images, labels] = await Promise.all([
    fetchBytes(`${set}-images-idx3-ubyte`),
    fetchBytes(`${set}-labels-idx1-ubyte`),
  ]);
  return { pixels: images.subarray(IMAGE_HEADER), labels: labels.subarray(LABEL_HEADER) };
}
