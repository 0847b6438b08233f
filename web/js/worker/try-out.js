// How fast this machine trains with some settings, from half a second of trying.

import { unwrap } from './module-session.js';

/** @typedef {import('./module-session.js').Session} Session */
/** @typedef {import('../protocol.js').Settings} Settings */

const ENOUGH_MS = 300;
const FIRST_FLOPS = 2e8;

/**
 * Training images per second. The session's run is not touched.
 * @param {Session} session
 * @param {Settings} settings
 * @param {() => number} now milliseconds
 */
export function trainingSpeed(session, settings, now) {
  const time = (/** @type {number} */ flops) => {
    const began = now();
    const { imagesSeen } = unwrap(session.tryOut(settings, flops));
    return { images: imagesSeen, milliseconds: now() - began };
  };
  const start = time(0); // what it costs to begin is no part of the speed
  for (let flops = FIRST_FLOPS; ; flops *= 2) {
    const tried = time(flops);
    const milliseconds = tried.milliseconds - start.milliseconds;
    if (tried.images > start.images && milliseconds >= ENOUGH_MS) {
      return (1000 * (tried.images - start.images)) / milliseconds;
    }
    if (flops > 1e13) {
      throw new Error('the settings cannot be tried out'); // they diverge at once
    }
  }
}
