#!/usr/bin/env node
// Puts the page together in build/site: our files (minified, the page's scripts put together), the WebAssembly module, what
// the run-time packages have beside scripts, and the data. The folder is all that a demo server, a test or a deployment needs.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { transformSync } from 'esbuild';
import { copy, filesBelow } from './files.js';
import { bundleScripts, stageModules, withPreloads } from './scripts.js';
import { VENDOR_PACKAGES } from './vendor.js';

const ROOT = path.join(import.meta.dirname, '..');
const SITE = path.join(ROOT, 'build/site');
const SHARDS = path.join(ROOT, 'build/shards'); // the whole data set, made once
const SUBSET = path.join(ROOT, 'data/fashion-mnist');
const DEBIAN_DATA = '/usr/share/datasets/fashion-mnist';

/** @type {Record<string, import('esbuild').Loader>} */
const MINIFIED = { '.js': 'js', '.css': 'css' };

/** Of each build of the module. @type {Record<string, string[]>} */
const MODULE_FILES = {
  wasm: ['ffnn.js', 'ffnn.wasm', 'studio.js', 'studio.wasm'],
  'wasm-mt': ['ffnn.js', 'ffnn.wasm', 'ffnn.worker.js'],
};

/**
 * @param {string} from
 * @param {string} to
 */
function copyMinified(from, to) {
  const loader = MINIFIED[path.extname(from)];
  if (!loader) {
    copy(from, to);
    return;
  }
  const { code } = transformSync(fs.readFileSync(from, 'utf8'), { loader, minify: true, legalComments: 'none' });
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, code);
}

function copyCode() {
  stageModules();
  const imported = bundleScripts(SITE);
  for (const file of filesBelow(path.join(ROOT, 'web')).filter((it) => !it.startsWith('js/'))) {
    copyMinified(path.join(ROOT, 'web', file), path.join(SITE, file));
  }
  const page = path.join(SITE, 'index.html');
  fs.writeFileSync(page, withPreloads(fs.readFileSync(page, 'utf8'), imported));
  for (const [build, files] of Object.entries(MODULE_FILES)) {
    for (const file of files) {
      copyMinified(path.join(ROOT, 'build', build, 'wasm', file), path.join(SITE, build, file));
    }
  }
  for (const file of ['LICENSE', 'THIRD_PARTY']) {
    copy(path.join(ROOT, file), path.join(SITE, `${file}.txt`));
  }
}

/** Licences and styles; the scripts are in those of the page. */
function copyVendor() {
  for (const { package: name, files } of VENDOR_PACKAGES) {
    for (const file of files.filter((it) => !it.endsWith('.js'))) {
      copyMinified(path.join(ROOT, 'node_modules', name, file), path.join(SITE, 'vendor', name, file));
    }
  }
}

/** Makes the shards of the whole data set when its files are at hand; returns the folder, or nothing. */
function makeShards() {
  const source = process.env['FASHION_MNIST'] ?? DEBIAN_DATA;
  if (!process.env['FASHION_MNIST'] && !fs.existsSync(source)) {
    console.log('Only the subset of 10,000 training images: Debian package dataset-fashion-mnist is not installed.');
    return undefined;
  }
  execFileSync(process.execPath, [path.join(ROOT, 'data/make-shards.js'), '--source', source, '--out', SHARDS], {
    stdio: 'inherit',
  });
  return SHARDS;
}

/** Copies what there is, and a manifest that lists just that, which is returned. */
function copyData() {
  /** @type {import('../data/shards.js').Manifest} */
  const manifest = JSON.parse(fs.readFileSync(path.join(SUBSET, 'manifest.json'), 'utf8'));
  const folders = [SUBSET, makeShards()].filter((folder) => folder !== undefined);
  const copyShardFile = (/** @type {string} */ file) => {
    const folder = folders.find((candidate) => fs.existsSync(path.join(candidate, file)));
    if (folder) {
      copy(path.join(folder, file), path.join(SITE, 'data', file));
    }
    return folder !== undefined;
  };
  for (const set of /** @type {const} */ (['train', 'test'])) {
    manifest[set] = manifest[set].filter(
      ({ images, labels }) => copyShardFile(images.file) && copyShardFile(labels.file),
    );
  }
  fs.writeFileSync(path.join(SITE, 'data/manifest.json'), JSON.stringify(manifest));
  copy(path.join(SUBSET, 'LICENSE'), path.join(SITE, 'data/LICENSE.txt'));
  return manifest;
}

/**
 * Names the build and its images by their content: equal files, equal names. Twelve hexadecimal digits each.
 * @param {import('../data/shards.js').Manifest} manifest holds the hash of every file of images, which the page checks
 */
function writeBuildName(manifest) {
  const hash = createHash('sha256');
  for (const file of filesBelow(SITE).filter((name) => !name.startsWith('data'))) {
    hash.update(file).update(fs.readFileSync(path.join(SITE, file)));
  }
  const data = createHash('sha256');
  for (const { images, labels } of [...manifest.train, ...manifest.test]) {
    data.update(images.sha256).update(labels.sha256);
  }
  const [build, dataHash] = [hash, data].map((it) => it.digest('hex').slice(0, 12));
  fs.writeFileSync(path.join(SITE, 'build.json'), JSON.stringify({ build, dataHash }));
}

fs.rmSync(SITE, { recursive: true, force: true });
copyCode();
copyVendor();
writeBuildName(copyData());
const bytes = filesBelow(SITE).reduce((sum, file) => sum + fs.statSync(path.join(SITE, file)).size, 0);
console.log(`build/site is complete: ${(bytes / 1e6).toFixed(1)} MB.`);
