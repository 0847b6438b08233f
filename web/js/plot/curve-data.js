// Points of a curve as the columns that the plotting library takes. Pure.

/**
 * At most `most` items, evenly chosen, the first and the last among them.
 * @template T
 * @param {T[]} items
 * @param {number} most at least 2
 * @returns {T[]}
 */
export function thin(items, most) {
  if (items.length <= most) {
    return items;
  }
  const step = (items.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => /** @type {T} */ (items[Math.round(i * step)]));
}

/**
 * A number the plot can show: one that is not finite becomes a gap.
 * @param {number} value
 */
export function gapUnlessFinite(value) {
  return Number.isFinite(value) ? value : null;
}
