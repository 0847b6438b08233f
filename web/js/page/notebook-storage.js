// The notebook's runs in this browser's own database: one record a run, so that two windows never overwrite each other's.

import { createStore, del, set, values } from '../../vendor/idb-keyval/dist/index.js';

/** @typedef {import('./notebook.js').Entry} Entry */

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
