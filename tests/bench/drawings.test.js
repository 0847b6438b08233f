// People's drawings, understood by a network that was trained with the page's preset: measured here as the page would.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { siteImages } from '../support/site.js';

const DOODLES = path.join(import.meta.dirname, '../../../shared/doodles');

test('drawings by people are understood: three seeds of the preset, on drawings that nothing was trained on', async (t) => {
  if (!fs.existsSync(DOODLES)) {
    t.skip('no drawings to measure with: the folder ../shared/doodles is not there');
    return;
  }
  if (siteImages() < 60_000) {
    t.skip('only the subset is here: install dataset-fashion-mnist for all 60,000 images');
    return;
  }
  const { stdout } = await promisify(execFile)(process.execPath, [
    path.join(import.meta.dirname, 'drawings.js'),
    '--json',
    '--doodles',
    DOODLES,
  ]);
  const report = JSON.parse(stdout);
  t.diagnostic(stdout);
  assert.ok(report.plausibleTop1 >= 0.87, `plausible top 1: ${report.plausibleTop1}`);
  assert.ok(report.plausibleTop3 >= 0.96, `plausible top 3: ${report.plausibleTop3}`);
  assert.ok(report.cleanTestAccuracy >= 0.88, `clean test accuracy: ${report.cleanTestAccuracy}`);
  assert.ok(report.flaggedUnlike >= 0.6, `flagged of those unlike any class: ${report.flaggedUnlike}`);
  assert.ok(report.flaggedRealTestImages <= 0.1, `flagged of real test images: ${report.flaggedRealTestImages}`);
});
