// The notebook's runs in this browser's own database: one record a run, so that two windows never overwrite each other's.

import { createStore, del, set, values } from '../../vendor/idb-keyval/dist/index.js';

/** @typedef {import('./notebook.js').Entry} Entry */

const LOCK = 'visit-';

/** Opens at the first use; every function rejects where storage is denied. */
export function createNotebookStorage() {
  /** @type {import('../../vendor/idb-keyval/dist/index.js').UseStore | undefined} */
  let opened;
  const store = () => (opened ??= createStore('notebook', 'runs'));
  return {
    /** @returns {Promise<Entry[]>} oldest first */
    load: async () => {
      /** @type {Entry[]} */
      const entries = await values(store());
      return entries.sort((a, b) => a.createdAt - b.createdAt || a.number - b.number);
    },
    /** @param {Entry} entry */
    save: async (entry) => set(entry.id, entry, store()),
    /** @param {string} id */
    remove: async (id) => del(id, store()),
  };
}

/**
 * Lets other windows know, as long as this one lives, that its runs are its own.
 * @param {string} visit
 */
export function holdVisit(visit) {
  // Browsers give locks on secure pages only; elsewhere a run in another window seems interrupted.
  void navigator.locks?.request(`${LOCK}${visit}`, () => new Promise(() => {}));
}

/** @returns {Promise<string[]>} the visits that live in this browser now */
export async function livingVisits() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  return held
    .map(({ name = '' }) => name)
    .filter((name) => name.startsWith(LOCK))
    .map((name) => name.slice(LOCK.length));
}

/**
 * Resolves when that visit is over. One that a reload has ended may live on for a moment.
 * @param {string} visit
 */
export const visitEnded = async (visit) => navigator.locks.request(`${LOCK}${visit}`, { mode: 'shared' }, () => {});
