// The assembled site, as tests use it: the modules of its scripts, WebAssembly under Node, and its data.

import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { DEFAULT_SETTINGS } from '../../web/js/settings.js';

export const SITE = path.join(import.meta.dirname, '../../build/site');

/** The modules that its scripts were put together from. */
export const MODULES = path.join(SITE, '../modules');

/** One of these, e.g. importModule('js/worker/inflate.js'). @param {string} file */
export const importModule = (file) => import(path.join(MODULES, file));

/** @param {string} file */
const importSite = (file) => import(path.join(SITE, file));

/** The shipped WebAssembly module, started. */
export async function loadModule() {
  const { default: createModule } = await importSite('wasm/ffnn.js');
  return createModule({ wasmBinary: fs.readFileSync(path.join(SITE, 'wasm/ffnn.wasm')) });
}

/** The shipped module that draws, started. */
export async function loadStudio() {
  const { default: createModule } = await importSite('wasm/studio.js');
  const module = await createModule({ wasmBinary: fs.readFileSync(path.join(SITE, 'wasm/studio.wasm')) });
  return new module.Studio();
}

/** @template T @param {{ ok: boolean, value: T, code: string, message: string }} outcome @returns {T} */
export function valueOf(outcome) {
  if (!outcome.ok) {
    throw new Error(`${outcome.code}: ${outcome.message}`);
  }
  return outcome.value;
}

/** @returns {{ train: any[], test: any[] }} */
export const readManifest = () => JSON.parse(fs.readFileSync(path.join(SITE, 'data/manifest.json'), 'utf8'));

/** How many training images the site has. */
export const siteImages = () => readManifest().train.reduce((sum, { count }) => sum + count, 0);

/** @param {string} file of the data folder */
export const readInflated = (file) => new Uint8Array(zlib.gunzipSync(fs.readFileSync(path.join(SITE, 'data', file))));

/**
 * A session with the first trainImages training images (rounded up to whole shards) and all test images.
 * @param {any} module
 * @param {number} trainImages
 */
export function openSession(module, trainImages) {
  const session = new module.Session();
  const { train, test } = readManifest();
  const add = (/** @type {string} */ set, /** @type {any} */ { images, labels }) =>
    valueOf(session.addImages(set, readInflated(images.file), readInflated(labels.file)));
  valueOf(session.reserveImages('train', trainImages));
  valueOf(session.reserveImages('test', 10_000));
  let images = 0;
  for (const shard of train) {
    if (images < trainImages) {
      add('train', shard);
      images += shard.count;
    }
  }
  test.forEach((shard) => add('test', shard));
  return session;
}

/** What the page trains when nothing is changed. */
export { DEFAULT_SETTINGS };
