// The whole state of runs that have ended, kept in this browser, so that a run can be opened again and go on. The oldest go first
// when they become too many.

import { createStore, del, entries, get, set } from '../../vendor/idb-keyval/dist/index.js';

import { DEFAULT_SETTINGS } from '../settings.js';

/** @typedef {import('../../wasm/ffnn.js').Checkpoint} Checkpoint */
/** @typedef {{ bytes: number, savedAt: number }} Size */

const MOST_BYTES = 200e6;

/** @param {Checkpoint} checkpoint */
const bytesOf = ({ arrays }) => arrays.reduce((sum, { values }) => sum + values.byteLength, 0);

/**
 * The runs whose state has to go before one of `bytes` more fits, oldest first. Pure.
 * @param {Map<string, Size>} sizes
 * @param {number} bytes
 * @param {number} [most]
 * @returns {string[]}
 */
export function idsToDrop(sizes, bytes, most = MOST_BYTES) {
  const oldestFirst = [...sizes].sort(([, a], [, b]) => a.savedAt - b.savedAt);
  let total = bytes + oldestFirst.reduce((sum, [, size]) => sum + size.bytes, 0);
  const dropped = [];
  for (const [id, size] of oldestFirst) {
    if (total <= most) {
      break;
    }
    total -= size.bytes;
    dropped.push(id);
  }
  return dropped;
}

/** Every function rejects where storage is denied. */
export function createWeightStore() {
  // Two databases: the sizes are read at every visit, the weights only one by one.
  /** @type {{ sizes: import('../../vendor/idb-keyval/dist/index.js').UseStore, weights: import('../../vendor/idb-keyval/dist/index.js').UseStore } | undefined} */
  let opened;
  const databases = () =>
    (opened ??= { sizes: createStore('notebook-sizes', 'sizes'), weights: createStore('notebook-weights', 'weights') });

  /** @returns {Promise<Map<string, Size>>} */
  const sizes = async () => new Map(await entries(databases().sizes));

  /** @param {string} id */
  const remove = async (id) => {
    await del(id, databases().sizes);
    await del(id, databases().weights);
  };

  return {
    sizes,
    remove,
    /** @param {string} id @param {Checkpoint} checkpoint */
    save: async (id, checkpoint) => {
      const others = await sizes();
      others.delete(id);
      const bytes = bytesOf(checkpoint);
      for (const old of idsToDrop(others, bytes)) {
        await remove(old);
      }
      await set(id, checkpoint, databases().weights);
      await set(id, { bytes, savedAt: Date.now() }, databases().sizes);
    },
    /** @param {string} id @returns {Promise<Checkpoint | undefined>} */
    load: async (id) => {
      /** @type {Checkpoint | undefined} */
      const kept = await get(id, databases().weights);
      return kept && { ...kept, config: { ...DEFAULT_SETTINGS, ...kept.config } }; // settings that came later
    },
  };
}
