// The worker that measures one build of our module, with the images as the page loads them.

import { DataFeed } from '../../../web/js/worker/data-feed.js';
import { unwrap } from '../../../web/js/worker/module-session.js';
import { answer } from './answer.js';
import { makeProduct, measurePeak } from './kernel-peak.js';
import { StopwatchRun } from './stopwatch-run.js';

/** @typedef {import('../../../wasm/ffnn.js').FfnnModule} FfnnModule */
/** @typedef {import('../../../wasm/ffnn.js').Session} Session */
/** @typedef {import('../../../wasm/ffnn.js').TrainingConfig} TrainingConfig */
/** @typedef {{ module: 'wasm' | 'wasm-mt', threads: number, settings: TrainingConfig, warmUpSeconds: number }} Preparation */

/** @type {FfnnModule} */
let module;
/** @type {StopwatchRun} */
let run;
/** @type {() => void} */
let product;

/** @param {string} file */
async function fetchFile(file) {
  const response = await fetch(`/web/data/${file}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** What the run needs, and nothing after it. @param {Session} session @param {number} trainImages @returns {Promise<void>} */
function loadImages(session, trainImages) {
  return new Promise((resolve, reject) => {
    const feed = new DataFeed(
      session,
      fetchFile,
      () => {},
      () => {
        resolve();
        return new Promise(() => {}); // there is never time for the rest
      },
    );
    feed.load(trainImages).then(resolve, reject);
  });
}

/** Loads the module and the images, and starts a run. @param {Preparation} preparation */
async function prepare({ module: build, threads, settings, warmUpSeconds }) {
  const { default: createModule } = await import(`/web/${build}/ffnn.js`);
  module = await createModule();
  const session = new module.Session();
  unwrap(session.setThreads(threads));
  await loadImages(session, settings.trainImages);
  unwrap(session.createRun(settings));
  run = new StopwatchRun(session);
  run.measure(warmUpSeconds, false);
  product = makeProduct(module);
}

answer({
  prepare,
  /** @param {{ seconds: number, examine?: boolean }} options */
  measure: ({ seconds, examine = false }) => ({
    ...run.measure(seconds, examine),
    heapBytes: module.HEAPU8.length,
  }),
  /** @param {{ warmUpSeconds: number }} options */
  measurePeak: ({ warmUpSeconds }) => measurePeak(product, warmUpSeconds),
});
