// The worker that measures one module of ours: build/site/wasm, or build/site/wasm-mt with its threads.

import { answer } from './answer.js';
import { fetchShards } from './images.js';
import { makeProduct, measurePeak } from './kernel-peak.js';
import { StopwatchRun, valueOf } from './stopwatch-run.js';

/** @typedef {import('../../../wasm/ffnn.js').FfnnModule} FfnnModule */
/** @typedef {import('../../../wasm/ffnn.js').TrainingConfig} TrainingConfig */
/** @typedef {{ module: 'wasm' | 'wasm-mt', threads: number, settings: TrainingConfig, warmUpSeconds: number }} Preparation */

/** @type {FfnnModule} */
let module;
/** @type {StopwatchRun} */
let run;
/** @type {(() => void) | undefined} */
let product;

/** @param {FfnnModule} from @param {number} threads */
async function openSession(from, threads) {
  const session = /** @type {any} */ (new from.Session()); // any: setThreads is in wasm-mt only
  if (threads > 1) {
    valueOf(session.setThreads(threads));
  }
  for (const [set, file] of /** @type {const} */ ([
    ['train', 'train'],
    ['test', 't10k'],
  ])) {
    const { count, shards } = await fetchShards(file);
    valueOf(session.reserveImages(set, count));
    for (const { images, labels } of shards) {
      valueOf(session.addImages(set, images, labels));
    }
  }
  return session;
}

/** Loads the module and the images, and starts a run. @param {Preparation} preparation */
async function prepare({ module: name, threads, settings, warmUpSeconds }) {
  const { default: createModule } = await import(`/site/${name}/ffnn.js`);
  module = await createModule();
  const session = await openSession(module, threads);
  valueOf(session.createRun(settings));
  run = new StopwatchRun(session);
  run.measure(warmUpSeconds, false);
  product = makeProduct(module);
  return { hasProduct: product !== undefined };
}

answer({
  prepare,
  /** @param {{ seconds: number, examine?: boolean }} options */
  measure: ({ seconds, examine = false }) => ({
    ...run.measure(seconds, examine),
    heapBytes: module.HEAPU8.length,
  }),
  /** @param {{ warmUpSeconds: number }} options */
  measurePeak: ({ warmUpSeconds }) => measurePeak(/** @type {() => void} */ (product), warmUpSeconds),
});
