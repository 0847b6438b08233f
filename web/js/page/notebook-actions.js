// What a person can do with the notebook, and what keeps the stored one in step with the shown one.

import { createNotebookStorage } from './notebook-storage.js';
import { reopened } from './notebook.js';
import { runStatus } from './run.js';
import { holdVisit, livingVisits, visitEnded } from './visits.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./notebook.js').Entry} Entry */

// A run under way is saved so often, a long one more seldom, because its points are copied each time; all else at once.
const SAVE_MS = 1000;
const SAVE_MS_A_POINT = 3;

/** @param {string} id of a run */
const visitOf = (id) => id.slice(0, id.lastIndexOf('-'));

/** Why storage does not keep, in words. @param {unknown} error */
const reasonOf = (error) =>
  error instanceof DOMException && error.name === 'QuotaExceededError'
    ? 'the storage of this browser is full'
    : 'this browser keeps nothing for the page';

/** @param {{ getState: () => State, dispatch: (action: Action) => void, subscribe: (listener: () => void) => void }} store */
export function createNotebookActions({ getState, dispatch, subscribe }) {
  const storage = createNotebookStorage();
  /** What is stored, or on its way. @type {Map<string, Entry>} */
  const stored = new Map();
  let lastRunningSave = 0;

  /** @param {Promise<void>} work */
  const attempt = (work) =>
    work.catch((error) => {
      if (getState().notebook.storage !== 'not-kept') {
        dispatch({ type: 'notebook-not-kept', reason: reasonOf(error) });
      }
    });

  /** @param {boolean} all also of a run under way */
  const save = (all) => {
    const { entries } = getState().notebook;
    for (const entry of entries) {
      const before = stored.get(entry.id);
      if (before === entry) {
        continue;
      }
      const underWay = runStatus(entry.run) === 'running' && before !== undefined;
      const pause = SAVE_MS + SAVE_MS_A_POINT * entry.run.points.length;
      if (underWay && !all && performance.now() - lastRunningSave < pause) {
        continue;
      }
      lastRunningSave = underWay ? performance.now() : lastRunningSave;
      stored.set(entry.id, entry);
      void attempt(storage.save(entry));
    }
    const present = new Set(entries.map(({ id }) => id));
    for (const id of stored.keys()) {
      if (!present.has(id)) {
        stored.delete(id);
        void attempt(storage.remove(id));
      }
    }
  };

  /** The runs of a visit as it left them. @param {string} visit */
  const bringIn = async (visit) => {
    const entries = (await storage.load()).filter(({ id }) => visitOf(id) === visit).map((it) => reopened(it, false));
    entries.forEach((entry) => stored.set(entry.id, entry));
    dispatch({ type: 'visit-ended', entries });
  };

  /** Brings in the runs of earlier visits, and keeps the store from then on. */
  const open = async () => {
    holdVisit(getState().visit);
    await attempt(
      (async () => {
        const [entries, living] = await Promise.all([storage.load(), livingVisits()]);
        for (const entry of entries) {
          const shown = reopened(entry, living.includes(visitOf(entry.id)));
          stored.set(entry.id, shown);
        }
        dispatch({ type: 'notebook-opened', entries: [...stored.values()] });
        const others = living.filter((visit) => visit !== getState().visit);
        for (const visit of others.filter((it) => entries.some(({ id }) => visitOf(id) === it))) {
          void visitEnded(visit).then(() => attempt(bringIn(visit)));
        }
      })(),
    );
    subscribe(() => save(false));
    document.addEventListener('visibilitychange', () => save(document.hidden)); // the last news of a page that is left
    save(true);
  };

  return { open };
}
