// Numbers as the page writes them.

/**
 * A share as a percentage. Ten thousand images tell accuracies apart by about half a per cent, so one decimal.
 * @param {number} share 0 … 1
 */
export function percent(share) {
  return `${(share * 100).toFixed(1)}\u00a0%`; // the number and its sign stay on one line
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

/** @param {number} count */
export function count(count) {
  return Math.round(count).toLocaleString('en-US');
}

/** Three significant digits, for a speed. @param {number} value */
export function roughly(value) {
  return Number(value.toPrecision(3)).toLocaleString('en-US');
}
