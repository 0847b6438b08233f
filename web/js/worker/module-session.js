// The module's Session as the rest of the worker uses it: with errors thrown.

/** @typedef {import('../../wasm/ffnn.js').Session} Session */

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
