// The weights of units as 28 × 28 tiles in rows on one canvas: negative and positive in two colours over the ground.

/** @typedef {[number, number, number]} Colour red, green, blue, 0 … 255 */
/** @typedef {{ negative: Colour, zero: Colour, positive: Colour }} TileColours */

const SIDE = 28; // weights
const GAP = 2; // of the canvas's pixels between tiles
const SCALE = 2; // of the page's pixels a weight: whole, so that all weights are equally large
const COLUMNS = [16, 12, 8, 6, 4, 3, 2, 1];

export const WEIGHTS_PER_TILE = SIDE * SIDE;

/** @param {string} hex of the style sheet, such as #0072b2 @returns {Colour} */
export function parseColour(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** The largest absolute weight; 0 if none is finite. @param {Float32Array} weights */
export const largestWeight = (weights) =>
  weights.reduce((most, weight) => (Number.isFinite(weight) ? Math.max(most, Math.abs(weight)) : most), 0);

/**
 * How many tiles stand in a row.
 * @param {number} width of the place for them, in the page's pixels
 * @param {number} tiles
 */
export function columnsFor(width, tiles) {
  const fit = COLUMNS.find((columns) => (columns * (SIDE + GAP) - GAP) * SCALE <= width) ?? 1;
  return Math.max(1, Math.min(fit, tiles));
}

/**
 * @param {Float32Array} weights 784 of each unit
 * @param {number} columns tiles in a row
 * @param {TileColours} colours
 * @returns {{ width: number, height: number, pixels: Uint8ClampedArray<ArrayBuffer> }} red, green, blue, opacity a pixel;
 *   between the tiles nothing
 */
export function tilesPicture(weights, columns, { negative, zero, positive }) {
  const tiles = weights.length / WEIGHTS_PER_TILE;
  const width = columns * (SIDE + GAP) - GAP;
  const height = Math.ceil(tiles / columns) * (SIDE + GAP) - GAP;
  const pixels = new Uint8ClampedArray(width * height * 4);
  const scale = 1 / (largestWeight(weights) || 1);
  weights.forEach((weight, i) => {
    const tile = Math.floor(i / WEIGHTS_PER_TILE);
    const x = (tile % columns) * (SIDE + GAP) + (i % SIDE);
    const y = Math.floor(tile / columns) * (SIDE + GAP) + Math.floor((i % WEIGHTS_PER_TILE) / SIDE);
    const share = Number.isFinite(weight) ? weight * scale : 0;
    const end = share < 0 ? negative : positive;
    const at = (y * width + x) * 4;
    for (let c = 0; c < 3; ++c) {
      const ground = /** @type {number} */ (zero[c]);
      pixels[at + c] = ground + Math.abs(share) * /** @type {number} */ (end[c] - ground);
    }
    pixels[at + 3] = 255;
  });
  return { width, height, pixels };
}

/**
 * @param {HTMLCanvasElement} canvas gets the picture's size
 * @param {ReturnType<typeof tilesPicture>} picture
 */
export function paintTiles(canvas, { width, height, pixels }) {
  canvas.width = width;
  canvas.height = height;
  canvas.style.width = `${width * SCALE}px`;
  canvas.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
}
