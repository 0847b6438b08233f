// What a handful of noisy figures comes to.

/** @param {number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = /** @type {number} */ (sorted[sorted.length >> 1]);
  const lower = /** @type {number} */ (sorted[(sorted.length - 1) >> 1]);
  return (lower + upper) / 2;
}

/** @param {number[]} values at least one */
export const best = (values) => Math.max(...values);

/**
 * The median of the rounds' own ratios: what slows the machine down in one round slows both sides of it.
 * @param {number[]} above
 * @param {number[]} below from the same rounds
 */
export const medianRatio = (above, below) => median(above.map((value, round) => value / (below[round] ?? NaN)));
