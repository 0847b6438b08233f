// Numbers as the page writes them.

import { formatCount } from '../setting-readers.js';

/**
 * A share as a percentage. Ten thousand images tell accuracies apart by about half a per cent, so one decimal.
 * @param {number} share 0 … 1
 */
export function percent(share) {
  return `${(share * 100).toFixed(1)}\u00a0%`; // the number and its sign stay on one line
}

/** A difference of two shares, in percentage points. @param {number} share */
export function points(share) {
  return `${(share * 100).toFixed(1)}\u00a0points`;
}

/** A number of epochs; two decimals inside one. @param {number} epoch */
export function epochText(epoch) {
  return Number.isInteger(epoch) ? count(epoch) : epoch.toFixed(2);
}

/** Two significant digits, for what spans many sizes: 0.0012, 3.4 × 10⁻⁷; a dash for what is no number. @param {number} value */
export function significant(value) {
  if (!Number.isFinite(value)) {
    return '–';
  }
  if (value === 0 || (Math.abs(value) >= 0.0001 && Math.abs(value) < 10_000)) {
    return String(Number(value.toPrecision(2)));
  }
  const [digits, power] = digitsAndPower(value);
  return `${digits.toFixed(1)} × ${power}`;
}

/** Two significant digits, 1 … 9.9, and the power of ten that they are to be multiplied by. @param {number} value @returns {[number, string]} */
export function digitsAndPower(value) {
  const [digits, exponent] = value.toExponential(1).split('e');
  const superscript = [...String(Number(exponent))].map((c) => (c === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)])).join('');
  return [Number(digits), `10${superscript}`];
}

/** @param {number} loss */
export function lossText(loss) {
  return loss.toFixed(3);
}

/**
 * A duration in words: 8 s, 2 min 05 s, 1 h 12 min.
 * @param {number} seconds
 */
export function duration(seconds) {
  const whole = Math.round(seconds);
  if (whole < 60) {
    return `${whole} s`;
  }
  if (whole < 3600) {
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  }
  return `${Math.floor(whole / 3600)} h ${String(Math.floor((whole % 3600) / 60)).padStart(2, '0')} min`;
}

/** A time that is only estimated: whole minutes from two minutes on. @param {number} seconds */
export function roughDuration(seconds) {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 120) {
    return `${whole} s`;
  }
  const minutes = Math.round(whole / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
}

/** A whole number with its thousands set apart. @param {number} value */
export const count = (value) => formatCount(Math.round(value));

/** Three significant digits, for a speed. @param {number} value */
export function roughly(value) {
  return formatCount(Number(value.toPrecision(3)));
}
