// Which units of the first layer are shown at a time. Pure.

import { count } from './format.js';

/** Weights of more units at once are too small to be told apart. */
const UNITS_PER_PAGE = 48;
const CLASSES = 10;

/** The units of the first layer: without a hidden one that is the output layer. @param {{ hidden: number[] }} settings */
export const firstLayerWidth = ({ hidden }) => hidden[0] ?? CLASSES;

/**
 * @param {number} width units of the layer
 * @param {number} wanted which page, from 0; the last one there is at the most
 */
export function unitPage(width, wanted) {
  const last = Math.ceil(width / UNITS_PER_PAGE) - 1;
  const page = Math.max(0, Math.min(wanted, last));
  const first = page * UNITS_PER_PAGE;
  const size = Math.min(UNITS_PER_PAGE, width - first);
  const range = size === 1 ? `Unit ${count(first + 1)}` : `Units ${count(first + 1)}–${count(first + size)}`;
  return {
    page,
    first,
    count: size,
    text: `${range} of ${count(width)}`,
    hasEarlier: page > 0,
    hasLater: page < last,
  };
}
