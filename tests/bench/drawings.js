#!/usr/bin/env node
// How well networks that were trained to recognise drawings understand those of people:
//   node tests/bench/drawings.js --doodles DIR [--json] [--preset drawings] [--seeds 1,2,3]
// Trains the page's preset with the page's own module, once a seed, as many at a time as there are cores; every drawing goes through
// the same code as on the page. DIR: see tests/support/doodles.js. It wants a built page with all 60,000 images (tools/build.sh). A
// minute or two a seed; the result goes to the standard output, progress to the standard error.

import { once } from 'node:events';
import os from 'node:os';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { measureDoodles } from '../support/doodle-measures.js';
import { readDoodles } from '../support/doodles.js';
import { loadModule, loadStudio } from '../support/site.js';
import { trainPreset } from '../support/train-preset.js';
import { orSayWhyNot } from './support/run-benchmark.js';

/** @typedef {import('../support/doodle-measures.js').DoodleMeasures & { cleanTestAccuracy: number }} SeedReport */

const SHARES = /** @type {const} */ ([
  'strictTop1',
  'plausibleTop1',
  'plausibleTop3',
  'flaggedUnlike',
  'flaggedGarments',
  'flaggedRealTestImages',
  'cleanTestAccuracy',
]);

/** @param {{ folder: string, preset: string, seed: string }} task @returns {Promise<SeedReport>} */
async function measureSeed({ folder, preset, seed }) {
  const { session, testAccuracy } = trainPreset(await loadModule(), await loadStudio(), preset, seed);
  return { ...measureDoodles(session, readDoodles(folder)), cleanTestAccuracy: testAccuracy };
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {Record<string, SeedReport>} bySeed */
function summary(bySeed) {
  const reports = Object.values(bySeed);
  const [first] = reports;
  const perCategory = Object.keys(first?.perCategory ?? {}).map((category) => {
    const its = reports.map((report) => report.perCategory[category]);
    const measure = (/** @type {'drawings' | 'top1' | 'top3'} */ name) => mean(its.map((it) => it?.[name] ?? NaN));
    return [category, { drawings: measure('drawings'), top1: measure('top1'), top3: measure('top3') }];
  });
  return {
    ...Object.fromEntries(SHARES.map((name) => [name, mean(reports.map((report) => report[name]))])),
    perCategory: Object.fromEntries(perCategory),
    bySeed,
  };
}

/** @param {ReturnType<typeof summary> & Record<string, any>} report */
function text(report) {
  const lines = SHARES.map(
    (name) =>
      `${name.padEnd(22)} ${report[name].toFixed(4)}   ${Object.values(report.bySeed)
        .map((seed) => seed[name].toFixed(4))
        .join('  ')}`,
  );
  const categories = Object.entries(report.perCategory).map(
    ([category, { drawings, top1, top3 }]) =>
      `${category.padEnd(22)} ${top1.toFixed(2)} top 1, ${top3.toFixed(2)} top 3, of ${drawings}`,
  );
  return [`mean of ${Object.keys(report.bySeed).length} seeds, then each`, ...lines, '', ...categories].join('\n');
}

async function main() {
  const { values } = parseArgs({
    options: {
      doodles: { type: 'string' },
      json: { type: 'boolean', default: false },
      preset: { type: 'string', default: 'drawings' },
      seeds: { type: 'string', default: '1,2,3' },
    },
  });
  if (!values.doodles) {
    throw new Error('--doodles DIR is missing: the folder with the drawings');
  }
  const waiting = values.seeds.split(',');
  const seeds = [...waiting];
  /** @type {Record<string, SeedReport>} */
  const found = {};
  const workUntilDone = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
      const worker = new Worker(new URL(import.meta.url), {
        workerData: { folder: values.doodles, preset: values.preset, seed },
        argv: [],
      });
      const [report] = await once(worker, 'message');
      found[seed] = report;
      process.stderr.write(`seed ${seed}: plausible top 1 ${report.plausibleTop1.toFixed(3)}\n`);
    }
  };
  await Promise.all(Array.from({ length: Math.min(os.availableParallelism(), seeds.length) }, workUntilDone));
  const report = summary(
    Object.fromEntries(seeds.map((seed) => [`seed ${seed}`, /** @type {SeedReport} */ (found[seed])])),
  );
  console.log(values.json ? JSON.stringify(report, undefined, 2) : text(report));
}

if (isMainThread) {
  await orSayWhyNot(main);
} else {
  parentPort?.postMessage(await measureSeed(workerData));
}
