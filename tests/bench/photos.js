#!/usr/bin/env node
// How well networks that were trained to recognise drawings and photos understand the photos of people:
//   node tests/bench/photos.js --photos DIR [--boxes FILE] [--json] [--preset drawings] [--seeds 1,2,3]
// Trains the page's preset with the page's own module, once a seed; every photo goes through the same code as on the page, without a
// crop box, and then with the boxes of --boxes, as a person draws them: those for ../shared/photos are in photo-boxes.json. DIR: see
// tests/support/photos.js. It wants a built page with all 60,000 images (tools/build.sh). A minute or two a seed; the result goes
// to the standard output, progress to the standard error.

import { parseArgs } from 'node:util';
import { mean } from '../support/mean.js';
import { orSayWhyNot } from './support/run-benchmark.js';
import { trainSeeds } from './support/train-seeds.js';

/** @typedef {{ photos: number, top1: number, top3: number }} Measure */

/** @param {Measure[]} measures of the same photos */
const meanOf = (measures) => ({
  photos: measures[0]?.photos ?? 0,
  top1: mean(measures.map(({ top1 }) => top1)),
  top3: mean(measures.map(({ top3 }) => top3)),
});

await orSayWhyNot(async () => {
  const { values } = parseArgs({
    options: {
      photos: { type: 'string' },
      boxes: { type: 'string' },
      json: { type: 'boolean', default: false },
      preset: { type: 'string', default: 'drawings' },
      seeds: { type: 'string', default: '1,2,3' },
    },
  });
  if (!values.photos) {
    throw new Error('--photos DIR is missing: the folder with the photos');
  }
  const task = { preset: values.preset, photos: values.photos, boxes: values.boxes };
  const found = await trainSeeds(task, values.seeds.split(','), (seed, { photos }) =>
    process.stderr.write(`seed ${seed}: top 1 ${photos?.top1.toFixed(3)}, top 3 ${photos?.top3.toFixed(3)}\n`),
  );
  const seen = found.flatMap(({ photos }) => photos ?? []);
  const perClass = Object.fromEntries(
    Object.keys(seen[0]?.perClass ?? {}).map((name) => [name, meanOf(seen.flatMap((its) => its.perClass[name] ?? []))]),
  );
  const report = {
    ...meanOf(seen),
    ...(values.boxes ? { boxed: meanOf(found.flatMap(({ boxedPhotos }) => boxedPhotos ?? [])) } : {}),
    cleanTestAccuracy: mean(found.map(({ cleanTestAccuracy }) => cleanTestAccuracy)),
    perClass,
    seeds: seen.map(({ top1, top3 }) => ({ top1, top3 })),
  };
  if (values.json) {
    console.log(JSON.stringify(report, undefined, 2));
    return;
  }
  console.log(
    `top 1 ${report.top1.toFixed(3)}, top 3 ${report.top3.toFixed(3)} of ${report.photos} photos, mean of ${seen.length} seeds; clean test accuracy ${report.cleanTestAccuracy.toFixed(4)}`,
  );
  if (report.boxed) {
    console.log(`with a box around each: top 1 ${report.boxed.top1.toFixed(3)}, top 3 ${report.boxed.top3.toFixed(3)}`);
  }
  for (const [name, { photos, top1, top3 }] of Object.entries(perClass)) {
    console.log(`${name.padEnd(12)} ${top1.toFixed(2)} top 1, ${top3.toFixed(2)} top 3, of ${photos}`);
  }
});
