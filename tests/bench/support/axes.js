// How the speed depends on batch, width, depth and training set. All points of an axis are measured in turn, with one thread and
// with all, so that a machine whose speed changes changes it for all of them.

import { startOurs } from './our-module.js';
import { measureInRounds, reasonOf, tell } from './rounds.js';
import { median, medianRatio } from './statistics.js';

/** @typedef {import('./browser.js').Bench} Bench */
/** @typedef {import('./rounds.js').Contestant} Contestant */
/**
 * Images per second of whole training steps; the seconds that a point of the curves takes; the memory of the module with one
 * thread (with threads it is fixed). Ratios are of the same rounds: of all threads to one, and to the axis's reference if it has
 * one.
 * @typedef {{ value: number, oneThread: number, allThreads: number, examinationSeconds: number, heapMegabytes: number,
 *   threadsRatio: number, toReference?: { oneThread: number, allThreads: number } }} Point
 */
/** @typedef {{ values: number[], reference?: number, settings: (value: number) => object }} Axis */

const WARM_UP_SECONDS = 0.5;
const MEGABYTE = 2 ** 20;

/** What is varied, and how it is set; all else is the page's default. @type {Record<string, Axis>} */
export const AXES = {
  batchSize: {
    values: [1, 3, 10, 32, 100, 320, 1000],
    reference: 100,
    settings: (batchSize) => ({ batchSize, learningRate: batchSize < 10 ? 0.01 : 0.1 }),
  },
  width: { values: [32, 128, 512, 2048], settings: (width) => ({ hidden: [width] }) },
  depth: { values: [0, 1, 2, 4, 6], settings: (depth) => ({ hidden: Array(depth).fill(128), learningRate: 0.03 }) },
  trainImages: { values: [1000, 10_000, 60_000], settings: (trainImages) => ({ trainImages }) },
};

const oneThreadAt = (/** @type {number} */ value) => `${value}, one thread`;
const allThreadsAt = (/** @type {number} */ value) => `${value}, all threads`;

/**
 * @param {Bench} bench
 * @param {number} value of the axis
 * @param {object} settings
 * @param {number} seconds
 * @returns {Promise<Contestant[]>} with one thread and with all; their figures are named after the value
 */
async function contestantsAt(bench, value, settings, seconds) {
  const options = { settings, warmUpSeconds: WARM_UP_SECONDS };
  const one = await startOurs(bench.plain, oneThreadAt(value), { module: 'wasm', threads: 1, ...options });
  const all = await startOurs(bench.isolated, allThreadsAt(value), {
    module: 'wasm-mt',
    threads: bench.isolated.threads,
    ...options,
  });
  return [
    {
      name: oneThreadAt(value),
      async measure() {
        const { imagesPerSecond, examinationSeconds = NaN, heapBytes } = await one.measure({ seconds, examine: true });
        return {
          [`oneThread ${value}`]: imagesPerSecond,
          [`examinationSeconds ${value}`]: examinationSeconds,
          [`heapMegabytes ${value}`]: heapBytes / MEGABYTE,
        };
      },
    },
    {
      name: allThreadsAt(value),
      measure: async () => ({ [`allThreads ${value}`]: (await all.measure({ seconds })).imagesPerSecond }),
    },
  ];
}

/**
 * What the rounds come to; what was left out of them is NaN.
 * @param {Record<string, number[]>} figures by name and value
 * @param {number} value
 * @param {number | undefined} reference
 * @returns {Point}
 */
function pointOf(figures, value, reference) {
  const at = (/** @type {string} */ name, of = value) => figures[`${name} ${of}`] ?? [NaN];
  const toReference = (/** @type {string} */ name) => medianRatio(at(name), at(name, reference));
  return {
    value,
    oneThread: median(at('oneThread')),
    allThreads: median(at('allThreads')),
    examinationSeconds: median(at('examinationSeconds')),
    heapMegabytes: median(at('heapMegabytes')),
    threadsRatio: medianRatio(at('allThreads'), at('oneThread')),
    ...(reference !== undefined && {
      toReference: { oneThread: toReference('oneThread'), allThreads: toReference('allThreads') },
    }),
  };
}

/**
 * @param {Bench} bench
 * @param {string} axis of AXES
 * @param {{ seconds: number, rounds: number, mostImages: number }} options mostImages: training images that the site has
 * @returns {Promise<Point[]>}
 */
export async function measureAxis(bench, axis, { seconds, rounds, mostImages }) {
  const { values, reference, settings } = /** @type {Axis} */ (AXES[axis]);
  /** @type {Contestant[]} */
  const contestants = [];
  /** @type {number[]} */
  const measured = [];
  tell(axis);
  for (const value of values.filter((count) => axis !== 'trainImages' || count <= mostImages)) {
    try {
      contestants.push(...(await contestantsAt(bench, value, settings(value), seconds)));
      measured.push(value);
    } catch (error) {
      tell(`${axis} ${value} is left out: ${reasonOf(error)}`);
    }
  }
  try {
    const figures = await measureInRounds(contestants, rounds);
    return measured.map((value) => pointOf(figures, value, reference));
  } finally {
    for (const value of measured) {
      await bench.plain.end(oneThreadAt(value));
      await bench.isolated.end(allThreadsAt(value));
    }
  }
}
