#!/usr/bin/env node
// Cuts the four upstream files of Fashion-MNIST into the shards that the page loads.
//
//   node data/make-shards.js --source DIR --out DIR   all shards into DIR, each checked against its hash
//   node data/make-shards.js --source DIR --subset    remakes fashion-mnist/: the subset and the manifest
//
// --source: a folder with train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and
// t10k-labels-idx1-ubyte, as .gz or inflated. Debian's package dataset-fashion-mnist has them.

import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import zlib from 'node:zlib';
import { cutSet, UPSTREAM } from './shards.js';

/** @typedef {import('./shards.js').Manifest} Manifest */
/** @typedef {import('./shards.js').Shard} Shard */

const SUBSET = path.join(import.meta.dirname, 'fashion-mnist');
const MANIFEST = path.join(SUBSET, 'manifest.json');
const SUBSET_TRAIN_SHARDS = 2;
const SETS = /** @type {const} */ (['train', 'test']);

/**
 * @param {string} folder
 * @param {string} name
 */
function readUpstream(folder, name) {
  for (const file of [path.join(folder, `${name}.gz`), path.join(folder, name)]) {
    if (fs.existsSync(file)) {
      const bytes = fs.readFileSync(file);
      return new Uint8Array(bytes[0] === 0x1f && bytes[1] === 0x8b ? zlib.gunzipSync(bytes) : bytes);
    }
  }
  throw new Error(`${folder} has no ${name}.gz (nor ${name}); it must hold the four files of Fashion-MNIST`);
}

/**
 * @param {string} folder
 * @param {'train' | 'test'} set
 */
function cutUpstream(folder, set) {
  const images = readUpstream(folder, `${UPSTREAM[set]}-images-idx3-ubyte`);
  const labels = readUpstream(folder, `${UPSTREAM[set]}-labels-idx1-ubyte`);
  return cutSet(set, images, labels);
}

/**
 * @param {string} folder
 * @param {{ shard: Shard, images: Uint8Array, labels: Uint8Array }} cut
 */
function writeShard(folder, { shard, images, labels }) {
  for (const [file, bytes] of /** @type {const} */ ([
    [shard.images.file, images],
    [shard.labels.file, labels],
  ])) {
    fs.writeFileSync(path.join(folder, file), zlib.gzipSync(bytes));
  }
}

/** @param {string} source */
function makeSubset(source) {
  /** @type {Manifest} */
  const manifest = { name: 'Fashion-MNIST', train: [], test: [] };
  for (const set of SETS) {
    cutUpstream(source, set).forEach((cut, i) => {
      manifest[set].push(cut.shard);
      if (set === 'test' || i < SUBSET_TRAIN_SHARDS) {
        writeShard(SUBSET, cut);
      }
    });
  }
  fs.writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

/**
 * @param {string} source
 * @param {string} out
 */
function makeAll(source, out) {
  /** @type {Manifest} */
  const manifest = JSON.parse(fs.readFileSync(MANIFEST, 'utf8'));
  fs.mkdirSync(out, { recursive: true });
  for (const set of SETS) {
    cutUpstream(source, set).forEach((cut, i) => {
      // Digit MNIST has the same file names and sizes; only the hashes tell the two apart.
      if (JSON.stringify(cut.shard) !== JSON.stringify(manifest[set][i])) {
        throw new Error(`${source}: ${set} shard ${i} is not that of Fashion-MNIST (is this digit MNIST, or damaged?)`);
      }
      const present = [cut.shard.images, cut.shard.labels].every(({ file }) => fs.existsSync(path.join(out, file)));
      if (!present) {
        writeShard(out, cut);
      }
    });
  }
}

try {
  const { values } = parseArgs({
    options: { source: { type: 'string' }, out: { type: 'string' }, subset: { type: 'boolean' } },
  });
  if (!values.source || Boolean(values.out) === Boolean(values.subset)) {
    throw new Error('usage: make-shards.js --source DIR (--out DIR | --subset)');
  }
  if (values.subset) {
    makeSubset(values.source);
  } else {
    makeAll(values.source, /** @type {string} */ (values.out));
  }
} catch (error) {
  console.error(`make-shards: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
