// IDX files cut into shards of 5,000 images: the parts of make-shards.js that touch no disk.

import { createHash } from 'node:crypto';

export const SHARD_IMAGES = 5000;

/** @typedef {{ file: string, bytes: number, sha256: string }} ShardFile  bytes and hash of the inflated IDX file */
/** @typedef {{ count: number, images: ShardFile, labels: ShardFile }} Shard */
/** @typedef {{ name: string, train: Shard[], test: Shard[] }} Manifest */

/** @type {Record<'train' | 'test', string>} the name that upstream gives each set's files */
export const UPSTREAM = { train: 'train', test: 't10k' };

/**
 * Items first … first + count − 1 of an IDX file, as an IDX file of their own.
 * @param {Uint8Array} idx a whole IDX file, not compressed
 * @param {number} first
 * @param {number} count
 * @returns {Uint8Array}
 */
export function sliceIdx(idx, first, count) {
  const view = new DataView(idx.buffer, idx.byteOffset, idx.byteLength);
  const dimensions = view.getUint8(3);
  const headerBytes = 4 + 4 * dimensions;
  const total = view.getUint32(4);
  if (first + count > total) {
    throw new Error(`items ${first} to ${first + count - 1} asked for, but the file holds ${total}`);
  }
  const itemBytes = (idx.byteLength - headerBytes) / total;
  const out = new Uint8Array(headerBytes + count * itemBytes);
  out.set(idx.subarray(0, headerBytes));
  new DataView(out.buffer).setUint32(4, count);
  out.set(idx.subarray(headerBytes + first * itemBytes, headerBytes + (first + count) * itemBytes), headerBytes);
  return out;
}

/**
 * How many items an IDX file says it holds.
 * @param {Uint8Array} idx
 */
export function countIdx(idx) {
  return new DataView(idx.buffer, idx.byteOffset, idx.byteLength).getUint32(4);
}

/**
 * @param {Uint8Array} bytes
 * @returns {string} lower-case hexadecimal
 */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * All shards of one set, with what the manifest says of them.
 * @param {'train' | 'test'} set
 * @param {Uint8Array} images
 * @param {Uint8Array} labels
 * @returns {{ shard: Shard, images: Uint8Array, labels: Uint8Array }[]}
 */
export function cutSet(set, images, labels) {
  const total = countIdx(images);
  if (countIdx(labels) !== total) {
    throw new Error(`${set}: ${total} images but ${countIdx(labels)} labels`);
  }
  const shards = [];
  for (let first = 0; first < total; first += SHARD_IMAGES) {
    const count = Math.min(SHARD_IMAGES, total - first);
    const number = String(first / SHARD_IMAGES).padStart(2, '0');
    /** @type {(idx: Uint8Array, kind: string) => [Uint8Array, ShardFile]} */
    const part = (idx, kind) => {
      const bytes = sliceIdx(idx, first, count);
      return [bytes, { file: `${set}-${number}-${kind}.gz`, bytes: bytes.length, sha256: sha256(bytes) }];
    };
    const [imageBytes, imageFile] = part(images, 'images-idx3-ubyte');
    const [labelBytes, labelFile] = part(labels, 'labels-idx1-ubyte');
    shards.push({ shard: { count, images: imageFile, labels: labelFile }, images: imageBytes, labels: labelBytes });
  }
  return shards;
}
