// What every action has in common: it asks the worker, and what goes wrong becomes a sentence on the page.

import { CommandError } from './worker-client.js';

/** @typedef {import('./store.js').Action} Action */

/**
 * Makes a function that runs a piece of work. A dead worker reports itself; any other error is a fault of the page.
 * @param {(action: Action) => void} dispatch
 * @returns {(work: () => Promise<void>) => Promise<void>}
 */
export function createAttempt(dispatch) {
  return async (work) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof CommandError) {
        dispatch({ type: 'notice', message: `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.` });
      }
    }
  };
}
