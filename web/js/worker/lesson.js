// Teaches the network somebody's own pictures, in slices, so that commands are heard meanwhile.

import { unwrap } from './module-session.js';

/** @typedef {import('./module-session.js').Session} Session */

const SLICE_FLOPS = 2e8; // some 8 ms

/**
 * @param {Session} session
 * @param {() => Promise<void>} pause resolves when the messages that wait have been answered
 */
export function createLessons(session, pause) {
  let newest = 0;
  return {
    /**
     * Resolves when the lesson has ended, with whether it has: a newer one, or forget(), ends it before.
     * @param {Uint8Array} pixels 784 each
     * @param {Uint8Array} labels
     */
    teach: async (pixels, labels) => {
      newest += 1;
      const own = newest;
      let { step, steps } = unwrap(session.beginLesson(pixels, labels));
      while (step < steps) {
        await pause();
        if (own !== newest) {
          return false;
        }
        ({ step, steps } = unwrap(session.advanceLesson(SLICE_FLOPS)));
      }
      return true;
    },
    forget: () => {
      newest += 1;
      return unwrap(session.forgetLesson());
    },
  };
}
