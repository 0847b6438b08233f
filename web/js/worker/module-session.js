// Loads the WebAssembly module and gives its Session to the rest of the worker, with errors thrown.

import createModule from '../../wasm/ffnn.js';

/** @typedef {import('../../wasm/ffnn.js').Session} Session */
/** @typedef {import('../../wasm/ffnn.js').FfnnModule} FfnnModule */

/** An error with the core's code, such as "invalid-setting". */
export class SessionError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/**
 * The value of an outcome; throws SessionError for a failure.
 * @template T
 * @param {import('../../wasm/ffnn.js').Outcome<T>} outcome
 * @returns {T}
 */
export function unwrap(outcome) {
  if (!outcome.ok) {
    throw new SessionError(outcome.code, outcome.message);
  }
  return outcome.value;
}

/** @returns {Promise<Session>} */
export async function openSession() {
  const module = await createModule();
  return new module.Session();
}
