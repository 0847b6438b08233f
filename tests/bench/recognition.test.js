// People's drawings and photos, understood by networks that were trained with the page's preset: measured here as on the page, and as
// drawings.js and photos.js measure them, but with one training for both.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mean } from '../support/mean.js';
import { siteImages } from '../support/site.js';
import { trainSeeds } from './support/train-seeds.js';

const BOXES = path.join(import.meta.dirname, 'photo-boxes.json');
const SHARED = path.join(import.meta.dirname, '../../../shared');

test('drawings and photos of people are understood by three seeds of the preset, which was trained on none of them', async (t) => {
  const [doodles, photos] = ['doodles', 'photos'].map((name) => path.join(SHARED, name));
  if (!doodles || !photos || !fs.existsSync(doodles) || !fs.existsSync(photos)) {
    t.skip('nothing to measure with: the folders ../shared/doodles and ../shared/photos are not there');
    return;
  }
  if (siteImages() < 60_000) {
    t.skip('only the subset is here: install dataset-fashion-mnist for all 60,000 images');
    return;
  }
  const task = { preset: 'drawings', doodles, photos, boxes: BOXES, noise: true };
  const reports = await trainSeeds(task, ['1', '2', '3'], (seed, report) =>
    t.diagnostic(`seed ${seed}: ${JSON.stringify(report)}`),
  );
  const meanOf = (/** @type {(report: import('./support/train-seeds.js').SeedReport) => number | undefined} */ pick) =>
    mean(reports.map((report) => pick(report) ?? NaN));
  const found = {
    plausibleTop1: meanOf(({ doodles: its }) => its?.plausibleTop1),
    plausibleTop3: meanOf(({ doodles: its }) => its?.plausibleTop3),
    flaggedUnlike: meanOf(({ doodles: its }) => its?.flaggedUnlike),
    flaggedRealTestImages: meanOf(({ doodles: its }) => its?.flaggedRealTestImages),
    photosTop1: meanOf(({ photos: its }) => its?.top1),
    photosTop3: meanOf(({ photos: its }) => its?.top3),
    boxedTop1: meanOf(({ boxedPhotos: its }) => its?.top1),
    boxedTop3: meanOf(({ boxedPhotos: its }) => its?.top3),
    uniformNoise: meanOf(({ noise: its }) => its?.uniform),
    gaussianNoise: meanOf(({ noise: its }) => its?.gaussian),
    cleanTestAccuracy: meanOf(({ cleanTestAccuracy }) => cleanTestAccuracy),
  };
  t.diagnostic(JSON.stringify(found));
  // What the project wants of it. Equal seeds give equal bits on every machine, so nothing is left for chance.
  assert.ok(found.plausibleTop1 >= 0.87, `plausible top 1 of drawings: ${found.plausibleTop1}`);
  assert.ok(found.plausibleTop3 >= 0.96, `plausible top 3 of drawings: ${found.plausibleTop3}`);
  assert.ok(found.flaggedUnlike >= 0.6, `flagged of those unlike any class: ${found.flaggedUnlike}`);
  assert.ok(found.flaggedRealTestImages <= 0.1, `flagged of real test images: ${found.flaggedRealTestImages}`);
  assert.ok(found.uniformNoise >= 0.95, `flagged of uniform noise: ${found.uniformNoise}`);
  assert.ok(found.gaussianNoise >= 0.95, `flagged of Gaussian noise: ${found.gaussianNoise}`);
  assert.ok(found.photosTop1 >= 0.55, `top 1 of photos: ${found.photosTop1}`);
  assert.ok(found.photosTop3 >= 0.85, `top 3 of photos: ${found.photosTop3}`);
  assert.ok(found.boxedTop1 >= found.photosTop1, `top 1 of photos with a box around each garment: ${found.boxedTop1}`);
  assert.ok(found.boxedTop3 >= found.photosTop3, `top 3 of photos with a box around each garment: ${found.boxedTop3}`);
  assert.ok(found.cleanTestAccuracy >= 0.88, `clean test accuracy: ${found.cleanTestAccuracy}`);
});
