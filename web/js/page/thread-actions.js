// How many threads train: as many as there are, or as chosen here, which is remembered. It changes no result.

import { createAttempt } from './attempt.js';
import { remember, remembered } from './remembered.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./worker-client.js').WorkerClient} WorkerClient */

const KEY = 'threads';
export const ALL = 'all';

/** The number that a choice comes to. @param {string} choice @param {number} most */
export function threadsOf(choice, most) {
  const count = Number(choice);
  return Number.isInteger(count) && count >= 1 ? Math.min(count, most) : most;
}

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void }} store
 * @param {WorkerClient} client
 */
export function createThreadActions({ getState, dispatch }, client) {
  const attempt = createAttempt(dispatch);
  const apply = (/** @type {string} */ choice) =>
    attempt(async () => {
      const { engine } = getState();
      if (engine) {
        const threads = await client.request({ type: 'set-threads', threads: threadsOf(choice, engine.mostThreads) });
        dispatch({ type: 'threads-set', choice, threads });
      }
    });
  return {
    /** A new worker starts with one. */
    applyRemembered: () => apply(remembered(KEY, ALL)),
    /** @param {string} choice ALL or a number */
    choose: (choice) => {
      remember(KEY, choice);
      return apply(choice);
    },
  };
}
