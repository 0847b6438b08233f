#!/usr/bin/env node
// How well networks that were trained to recognise drawings understand those of people:
//   node tests/bench/drawings.js --doodles DIR [--json] [--preset drawings] [--seeds 1,2,3]
// Trains the page's preset with the page's own module, once a seed; every drawing goes through the same code as on the page. DIR: see
// tests/support/doodles.js. It wants a built page with all 60,000 images (tools/build.sh). A minute or two a seed; the result
// goes to the standard output, progress to the standard error.

import { parseArgs } from 'node:util';
import { mean } from '../support/mean.js';
import { orSayWhyNot } from './support/run-benchmark.js';
import { trainSeeds } from './support/train-seeds.js';

/** @typedef {import('../support/doodle-measures.js').DoodleMeasures & { cleanTestAccuracy: number }} DrawingsReport */

const SHARES = /** @type {const} */ ([
  'strictTop1',
  'plausibleTop1',
  'plausibleTop3',
  'flaggedUnlike',
  'flaggedGarments',
  'flaggedRealTestImages',
  'cleanTestAccuracy',
]);

/** @param {DrawingsReport[]} reports */
function summary(reports) {
  const perCategory = Object.keys(reports[0]?.perCategory ?? {}).map((category) => {
    const measure = (/** @type {'drawings' | 'top1' | 'top3'} */ name) =>
      mean(reports.map((report) => report.perCategory[category]?.[name] ?? NaN));
    return [category, { drawings: measure('drawings'), top1: measure('top1'), top3: measure('top3') }];
  });
  return {
    ...Object.fromEntries(SHARES.map((name) => [name, mean(reports.map((report) => report[name]))])),
    perCategory: Object.fromEntries(perCategory),
  };
}

/** @param {Record<string, any>} report @param {DrawingsReport[]} reports */
function text(report, reports) {
  const lines = SHARES.map((name) => {
    const each = reports.map((its) => its[name].toFixed(4)).join('  ');
    return `${name.padEnd(22)} ${report[name].toFixed(4)}   ${each}`;
  });
  const categories = Object.entries(report['perCategory']).map(
    ([category, { drawings, top1, top3 }]) =>
      `${category.padEnd(22)} ${top1.toFixed(2)} top 1, ${top3.toFixed(2)} top 3, of ${drawings}`,
  );
  return [`mean of ${reports.length} seeds, then each`, ...lines, '', ...categories].join('\n');
}

await orSayWhyNot(async () => {
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
  const task = { preset: values.preset, doodles: values.doodles };
  const found = await trainSeeds(task, values.seeds.split(','), (seed, { doodles }) =>
    process.stderr.write(`seed ${seed}: plausible top 1 ${doodles?.plausibleTop1.toFixed(3)}\n`),
  );
  const reports = found.map(
    ({ doodles, cleanTestAccuracy }) => /** @type {DrawingsReport} */ ({ ...doodles, cleanTestAccuracy }),
  );
  const report = summary(reports);
  console.log(values.json ? JSON.stringify({ ...report, seeds: reports }, undefined, 2) : text(report, reports));
});
