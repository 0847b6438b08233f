// How often a trained session says of pure noise that it is unlike any of the ten, by the same call as the page.

import { mean } from './mean.js';
import { valueOf } from './site.js';

/** Shares of 1 that are flagged. @typedef {{ uniform: number, gaussian: number }} NoiseMeasures */

const PIXELS = 784;
const PICTURES = 500;

/** Uniform over [0, 1), the same numbers for the same seed (mulberry32). @param {number} seed */
function uniformFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param {any} session @returns {NoiseMeasures} */
export function measureNoise(session) {
  const uniform = uniformFrom(1);
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const flagged = (/** @type {() => number} */ grey) =>
    mean(
      Array.from({ length: PICTURES }, () => {
        const pixels = Uint8Array.from({ length: PIXELS }, () => Math.min(255, Math.max(0, Math.round(grey()))));
        return Number(valueOf(session.classifyPixels(pixels, true)).unlike);
      }),
    );
  return { uniform: flagged(() => 255 * uniform()), gaussian: flagged(() => 128 + 64 * gaussian()) };
}
