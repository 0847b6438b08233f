// Our modules as contestants in the browser.

import fs from 'node:fs';
import path from 'node:path';
import { DEFAULT_SETTINGS } from '../../support/site.js';
import { BATCH_OF_ONE, forwardFlops } from './network.js';
import { SITE } from './paths.js';

/** @typedef {import('./browser.js').Bench} Bench */
/** @typedef {import('./browser.js').BenchPage} BenchPage */
/** @typedef {import('./rounds.js').Contestant} Contestant */
/** @typedef {{ module: 'wasm' | 'wasm-mt', threads: number, settings?: object, warmUpSeconds?: number }} OurOptions */
/** @typedef {{ imagesPerSecond: number, examinationSeconds?: number, heapBytes: number }} OurFigures */

const WARM_UP_SECONDS = 1;
const MOST_EPOCHS = 10_000;
const EXAMINED_IMAGES = 20_000; // 10,000 of the training images, 10,000 of the test images

export const isBuilt = () => fs.existsSync(path.join(SITE, 'index.html'));

/**
 * A worker with one of our modules, in the midst of a run; settings differ from the page's own where given.
 * @param {BenchPage} page
 * @param {string} name of the worker
 * @param {OurOptions} options
 */
export async function startOurs(page, name, { module, threads, settings, warmUpSeconds = WARM_UP_SECONDS }) {
  const ask = (/** @type {string} */ method, /** @type {unknown} */ argument) =>
    page.ask(name, 'ours.js', method, argument);
  await ask('prepare', {
    module,
    threads,
    settings: { ...DEFAULT_SETTINGS, epochs: MOST_EPOCHS, ...settings },
    warmUpSeconds,
  });
  return {
    /** @param {{ seconds: number, examine?: boolean }} options @returns {Promise<OurFigures>} */
    measure: (options) => ask('measure', options),
    /** GFLOP/s of the matrix product by itself. @returns {Promise<number>} */
    measurePeak: () => ask('measurePeak', { warmUpSeconds: WARM_UP_SECONDS }),
  };
}

/**
 * @param {Bench} bench
 * @param {number} seconds
 * @returns {Promise<Contestant[]>}
 */
export async function ourContestants(bench, seconds) {
  const one = await startOurs(bench.plain, 'one thread', { module: 'wasm', threads: 1 });
  const all = await startOurs(bench.isolated, 'all threads', {
    module: 'wasm-mt',
    threads: bench.isolated.threads,
  });
  const several = [one]; // as many runs as there are threads, which share nothing
  while (several.length < bench.isolated.threads) {
    several.push(await startOurs(bench.plain, `run ${several.length + 1}`, { module: 'wasm', threads: 1 }));
  }
  const single = await startOurs(bench.plain, 'batch of one', { module: 'wasm', threads: 1, settings: BATCH_OF_ONE });
  return [
    { name: 'matrix product', measure: async () => ({ kernelPeakGflops: await one.measurePeak() }) },
    {
      name: 'one thread',
      async measure() {
        const { imagesPerSecond, examinationSeconds = NaN } = await one.measure({ seconds, examine: true });
        const evaluationGflops = (forwardFlops() * EXAMINED_IMAGES) / examinationSeconds / 1e9;
        return { oneThread: imagesPerSecond, evaluationGflops };
      },
    },
    {
      name: 'all threads',
      measure: async () => ({ allThreads: (await all.measure({ seconds })).imagesPerSecond }),
    },
    {
      name: 'several runs at once',
      async measure() {
        const speeds = await Promise.all(several.map((run) => run.measure({ seconds })));
        return { runsAtOnce: speeds.reduce((sum, { imagesPerSecond }) => sum + imagesPerSecond, 0) };
      },
    },
    {
      name: 'batch of one',
      measure: async () => ({ batch1: (await single.measure({ seconds })).imagesPerSecond }),
    },
  ];
}
