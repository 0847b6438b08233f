// The images that all contestants train on and evaluate, in the browser and outside: upstream's four files, inflated, with as
// many training images as asked for.

import fs from 'node:fs';
import path from 'node:path';
import { countIdx, sliceIdx, UPSTREAM } from '../../../data/shards.js';
import { readInflated, readManifest } from '../../support/site.js';
import { IMAGES } from './paths.js';

/**
 * The first items of IDX files that continue each other, as one file.
 * @param {Uint8Array[]} shards at least one
 * @param {number} count
 */
function joinIdx(shards, count) {
  const first = /** @type {Uint8Array} */ (shards[0]);
  const headerBytes = 4 + 4 * /** @type {number} */ (first[3]);
  const header = first.slice(0, headerBytes);
  new DataView(header.buffer).setUint32(
    4,
    shards.reduce((sum, shard) => sum + countIdx(shard), 0),
  );
  return sliceIdx(Buffer.concat([header, ...shards.map((shard) => shard.subarray(headerBytes))]), 0, count);
}

/** @param {number} trainImages at most as many as the site has */
export function writeImages(trainImages) {
  fs.mkdirSync(IMAGES, { recursive: true });
  const manifest = readManifest();
  for (const [set, count] of /** @type {const} */ ([
    ['train', trainImages],
    ['test', 10_000],
  ])) {
    let have = 0;
    const shards = manifest[set].filter((shard) => (have += shard.count) - shard.count < count);
    for (const [part, name] of [
      ['images', 'images-idx3-ubyte'],
      ['labels', 'labels-idx1-ubyte'],
    ]) {
      const inflated = shards.map((shard) => readInflated(shard[/** @type {string} */ (part)].file));
      fs.writeFileSync(path.join(IMAGES, `${UPSTREAM[set]}-${name}`), joinIdx(inflated, count));
    }
  }
}
