// Curves of several runs as columns over one axis of epochs. Pure.

import { gapUnlessFinite } from './curve-data.js';

/** A curve: its values at these epochs, which rise. @typedef {{ epochs: number[], values: number[] }} Curve */

/**
 * Exponential smoothing: each value is `share` of the one before it (itself smoothed) and the rest its own. A value that is
 * not finite stays, and smoothing begins again after it.
 * @param {number[]} values
 * @param {number} share 0 (none) to below 1
 */
export function smooth(values, share) {
  let before = NaN;
  return values.map((value) => {
    before = Number.isFinite(value) && Number.isFinite(before) ? share * before + (1 - share) * value : value;
    return before;
  });
}

/**
 * All epochs of all curves in one column, and each curve's values beside them: undefined, which is no gap, where it has no
 * point; null, a gap, where its value is not finite, or on a logarithmic axis not above 0.
 * @param {Curve[]} curves
 * @param {boolean} logarithmic
 * @returns {[number[], ...(number | null | undefined)[][]]}
 */
export function overlay(curves, logarithmic) {
  const epochs = [...new Set(curves.flatMap((curve) => curve.epochs))].sort((a, b) => a - b);
  const rows = new Map(epochs.map((epoch, row) => [epoch, row]));
  const columns = curves.map((curve) => {
    /** @type {(number | null | undefined)[]} */
    const column = new Array(epochs.length).fill(undefined);
    curve.epochs.forEach((epoch, i) => {
      const value = gapUnlessFinite(/** @type {number} */ (curve.values[i]));
      column[/** @type {number} */ (rows.get(epoch))] = logarithmic && value !== null && value <= 0 ? null : value;
    });
    return column;
  });
  return [epochs, ...columns];
}
