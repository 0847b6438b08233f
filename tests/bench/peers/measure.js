// What the peers have in common: the images in batches, and how their steps are timed.

import { answer } from '../page/answer.js';
import { fetchPixels } from '../page/images.js';

export const WIDTHS = [784, 392, 128, 10];
const GUESSING_LOSS = Math.log(10);

/** @typedef {{ pixels: Float32Array, labels: Uint8Array }} Batch  pixels from 0 to 1 */
/** @typedef {{ batchSize: number, learningRate: number, backend?: string, warmUpSeconds: number }} Options */
/** @typedef {(steps: number) => number | Promise<number>} Train  makes so many steps; their loss, when all are computed */

/** @param {number} batchSize @returns {Promise<Batch[]>} */
async function fetchBatches(batchSize) {
  const { pixels, labels } = await fetchPixels('train');
  const inputs = /** @type {number} */ (WIDTHS[0]);
  return Array.from({ length: Math.floor(labels.length / batchSize) }, (_, batch) => {
    const first = batch * batchSize;
    return {
      pixels: Float32Array.from(pixels.subarray(first * inputs, (first + batchSize) * inputs), (byte) => byte / 255),
      labels: labels.slice(first, first + batchSize),
    };
  });
}

/** First weights, He normal. @param {number} inputs @param {number} outputs */
export function firstWeights(inputs, outputs) {
  const deviation = Math.sqrt(2 / inputs);
  const normal = () => Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
  return Float32Array.from({ length: inputs * outputs }, () => deviation * normal());
}

/** The items in turn, over and over. @template T @param {T[]} items @returns {() => T} */
export function cycle(items) {
  let next = 0;
  return () => /** @type {T} */ (items[next++ % items.length]);
}

/**
 * Makes this worker a contestant.
 * @param {(batches: Batch[], options: Options) => Train | Promise<Train>} makeTrain
 */
export function compete(makeTrain) {
  /** @type {Train} */
  let train;
  let batchSize = 0;
  let stepsPerSecond = 0;
  let loss = NaN;

  /** Images per second, over about so many seconds. @param {number} seconds */
  async function measure(seconds) {
    const steps = Math.max(1, Math.round(stepsPerSecond * seconds));
    const began = performance.now();
    loss = await train(steps);
    stepsPerSecond = steps / ((performance.now() - began) / 1000);
    return stepsPerSecond * batchSize;
  }

  answer({
    /** @param {Options} options */
    async prepare(options) {
      batchSize = options.batchSize;
      train = await makeTrain(await fetchBatches(batchSize), options);
      await measure(0); // compiles
      for (let share = 0.25; share <= 1; share += 0.25) {
        await measure(share * options.warmUpSeconds);
      }
      if (!(loss < GUESSING_LOSS)) {
        throw new Error(`it does not learn: its loss is ${loss}`);
      }
    },
    /** @param {{ seconds: number }} options */
    measure: async ({ seconds }) => ({ imagesPerSecond: await measure(seconds) }),
  });
}
