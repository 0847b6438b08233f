// The notebook's runs in this browser's own database: one record a run, so that two windows never overwrite each other's.

import { createStore, del, keys, set, values } from '../../vendor/idb-keyval/dist/index.js';
import { DEFAULT_SETTINGS } from '../settings.js';
import { readInsides, readPoints, writeInsides, writePoints } from './packed-points.js';

/** @typedef {import('./notebook.js').Entry} Entry */

/** An entry as it is stored: to copy 300 points of objects takes ten times as long. @param {Entry} entry */
const packed = (entry) => ({
  ...entry,
  run: { ...entry.run, points: writePoints(entry.run.points), insides: writeInsides(entry.run.insides) },
});

/** @param {unknown} numbers @returns {numbers is Float64Array} */
const isPacked = (numbers) => ArrayBuffer.isView(numbers);

/** @param {ReturnType<typeof packed>} record @returns {Entry} */
const unpacked = ({ run, ...record }) => ({
  ...record,
  // What older records have not: a hash of the images, settings that came later; their curves are lists of objects.
  dataHash: record.dataHash ?? 'unknown',
  run: {
    ...run,
    settings: { ...DEFAULT_SETTINGS, ...run.settings },
    points: isPacked(run.points) ? readPoints(run.points) : run.points,
    insides: isPacked(run.insides) ? readInsides(run.insides, run.settings.hidden.length + 1) : run.insides,
  },
});

/** @type {import('../../vendor/idb-keyval/dist/index.js').UseStore | undefined} */
let opened;
const database = () => (opened ??= createStore('notebook', 'runs'));

/**
 * Which of these ids belong to a run that was deleted: it is in no window's notebook, and cannot be brought back in this one.
 * None where the notebook is not kept.
 * @param {string[]} ids
 * @param {() => { notebook: import('./notebook.js').Notebook }} getState
 */
export async function idsWithoutRun(ids, getState) {
  const stored = /** @type {string[]} */ (await keys(database()));
  const { entries, removed, storage } = getState().notebook; // only now: a run may have ended meanwhile
  const present = new Set([...stored, ...[...entries, ...(removed ? [removed] : [])].map(({ id }) => id)]);
  return storage === 'kept' ? ids.filter((id) => !present.has(id)) : [];
}

/** Opens at the first use; every function rejects where storage is denied. */
export function createNotebookStorage() {
  return {
    /** @returns {Promise<Entry[]>} oldest first */
    load: async () => {
      /** @type {ReturnType<typeof packed>[]} */
      const records = await values(database());
      return records.map(unpacked).sort((a, b) => a.createdAt - b.createdAt || a.number - b.number);
    },
    /** @param {Entry} entry */
    save: async (entry) => set(entry.id, packed(entry), database()),
    /** @param {string} id */
    remove: async (id) => del(id, database()),
  };
}
