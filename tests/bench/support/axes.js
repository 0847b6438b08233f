// How the speed depends on batch, width, depth and training set: one thread and all threads in turn at each point.

import { startOurs } from './our-module.js';
import { measureInRounds, reasonOf, tell } from './rounds.js';
import { median } from './statistics.js';

/** @typedef {import('./browser.js').Bench} Bench */
/**
 * Images per second of whole training steps; the seconds that a point of the curves takes; the memory of the module with one
 * thread (with threads it is fixed).
 * @typedef {{ value: number, oneThread: number, allThreads: number, examinationSeconds: number, heapMegabytes: number }} Point
 */

const WARM_UP_SECONDS = 0.5;
const MEGABYTE = 2 ** 20;

/** What is varied, and how it is set; all else is the page's default. @type {Record<string, { values: number[], settings: (value: number) => object }>} */
export const AXES = {
  batchSize: {
    values: [1, 3, 10, 32, 100, 320, 1000],
    settings: (batchSize) => ({ batchSize, learningRate: batchSize < 10 ? 0.01 : 0.1 }),
  },
  width: { values: [32, 128, 512, 2048], settings: (width) => ({ hidden: [width] }) },
  depth: { values: [0, 1, 2, 4, 6], settings: (depth) => ({ hidden: Array(depth).fill(128), learningRate: 0.03 }) },
  trainImages: { values: [1000, 10_000, 60_000], settings: (trainImages) => ({ trainImages }) },
};

/**
 * @param {Bench} bench
 * @param {object} settings
 * @param {{ seconds: number, rounds: number }} options
 * @returns {Promise<Omit<Point, 'value'>>}
 */
async function measurePoint(bench, settings, { seconds, rounds }) {
  const options = { settings, warmUpSeconds: WARM_UP_SECONDS };
  const one = await startOurs(bench.plain, 'one', { module: 'wasm', threads: 1, ...options });
  const all = await startOurs(bench.isolated, 'all', {
    module: 'wasm-mt',
    threads: bench.isolated.threads,
    ...options,
  });
  try {
    const values = await measureInRounds(
      [
        {
          name: 'one thread',
          async measure() {
            const {
              imagesPerSecond,
              examinationSeconds = NaN,
              heapBytes,
            } = await one.measure({ seconds, examine: true });
            return { oneThread: imagesPerSecond, examinationSeconds, heapMegabytes: heapBytes / MEGABYTE };
          },
        },
        {
          name: 'all threads',
          measure: async () => ({ allThreads: (await all.measure({ seconds })).imagesPerSecond }),
        },
      ],
      rounds,
    );
    const middle = (/** @type {string} */ name) => (values[name] ? median(values[name]) : NaN);
    return {
      oneThread: middle('oneThread'),
      allThreads: middle('allThreads'),
      examinationSeconds: middle('examinationSeconds'),
      heapMegabytes: middle('heapMegabytes'),
    };
  } finally {
    await bench.plain.end('one');
    await bench.isolated.end('all');
  }
}

/**
 * @param {Bench} bench
 * @param {string} axis of AXES
 * @param {{ seconds: number, rounds: number, mostImages: number }} options mostImages: training images that the site has
 * @returns {Promise<Point[]>}
 */
export async function measureAxis(bench, axis, { mostImages, ...options }) {
  const { values, settings } = /** @type {typeof AXES[string]} */ (AXES[axis]);
  /** @type {Point[]} */
  const points = [];
  for (const value of values.filter((count) => axis !== 'trainImages' || count <= mostImages)) {
    tell(`${axis} ${value}`);
    try {
      points.push({ value, ...(await measurePoint(bench, settings(value), options)) });
    } catch (error) {
      tell(`${axis} ${value} is left out: ${reasonOf(error)}`);
    }
  }
  return points;
}
