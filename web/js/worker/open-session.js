// Starts one of the two builds of the WebAssembly module. The one with threads needs memory that threads share, which a
// browser gives to isolated pages only; whatever is in its way, the one without them runs instead, with equal results.

import { allowThreadScripts } from './thread-scripts.js';

/** @typedef {import('../../wasm/ffnn.js').Session} Session */
/** @typedef {import('../../wasm/ffnn.js').FfnnModule} FfnnModule */
/** @typedef {import('../protocol.js').Build} Build */
/** @typedef {() => Promise<FfnnModule>} Start */

const THREADED_WAIT_MS = 10_000; // a thread whose script does not arrive is never reported

/** @returns {Promise<FfnnModule>} */
async function startSingle() {
  const { default: createModule } = await import('../../wasm/ffnn.js');
  return createModule();
}

/** @returns {Promise<FfnnModule>} */
async function startThreaded() {
  allowThreadScripts();
  /** @type {typeof import('../../wasm/ffnn.js')} */
  const { default: createModule } = await import(new URL('../../wasm-mt/ffnn.js', import.meta.url).href);
  return createModule();
}

/** @param {number} milliseconds @returns {Promise<never>} */
const timeout = (milliseconds) =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('the threads did not start')), milliseconds));

/**
 * @param {{ threadsAllowed: boolean, threaded?: Start, single?: Start, waitMs?: number }} options
 * @returns {Promise<{ session: Session, build: Build }>}
 */
export async function openSession({
  threadsAllowed,
  threaded = startThreaded,
  single = startSingle,
  waitMs = THREADED_WAIT_MS,
}) {
  if (threadsAllowed) {
    try {
      const module = await Promise.race([threaded(), timeout(waitMs)]);
      return { session: new module.Session(), build: 'threads' };
    } catch {
      // Refused, most often for want of memory.
    }
  }
  const module = await single();
  return { session: new module.Session(), build: 'single' };
}
