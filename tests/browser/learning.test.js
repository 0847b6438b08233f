// A person opens the page, trains with the defaults, and the network learns.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, loadModule, openSession, readManifest, valueOf } from '../support/site.js';
import { drawLine, readCurve, T_SHIRT, useSite, waitForStatus } from './support.js';

const SCREENSHOTS = path.join(import.meta.dirname, '../../build/screenshots');

const site = useSite();
fs.mkdirSync(SCREENSHOTS, { recursive: true });

test('10,000 images, all defaults: best test accuracy within 10 epochs at least 84 %, as in Node to the bit', async (t) => {
  const opened = await site.open();
  await opened.button('Train').click();
  await waitForStatus(opened, 'Finished 10 epochs', 120_000);
  const accuracy = await readCurve(opened.page, 'Accuracy curves');
  assert.deepEqual(
    accuracy.map(({ epoch }) => epoch),
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  );
  const best = Math.max(...accuracy.map(({ test: share }) => share));
  t.diagnostic(`best test accuracy: ${best} %`);
  assert.ok(best >= 84);

  const session = openSession(await loadModule(), 10_000);
  valueOf(session.createRun(DEFAULT_SETTINGS));
  while (valueOf(session.advance(4e8, Number.MAX_SAFE_INTEGER)).state === 'training');
  const curve = valueOf(session.curve(0));
  assert.deepEqual(
    accuracy.map(({ test: share }) => share),
    accuracy.map((_, i) => Number((curve[i * 7 + 4] * 100).toFixed(1))),
  );

  // A test image on the pad shows the scores that the same network gives it here.
  for (const index of [0, 17, 9999]) {
    await opened.field('Image number').fill(String(index));
    await opened.button('Load a test image').click();
    await opened
      .region('Try')
      .getByText(`Test image ${index.toLocaleString('en-US')}:`)
      .waitFor();
    const expected = Array.from(
      valueOf(session.classifyTestImage(index)),
      (score) => `${(score * 100).toFixed(1)}\u00a0%`,
    );
    const scores = opened.page.getByRole('list', { name: 'Class scores' }).locator('.score-value');
    await opened.page.waitForFunction(
      (texts) => JSON.stringify([...document.querySelectorAll('.score-value')].map((s) => s.textContent)) === texts,
      JSON.stringify(expected),
      { timeout: 3000 },
    );
    assert.deepEqual(await scores.allTextContents(), expected);
  }
  await opened.close();
});

test('60,000 images, 8 epochs: best test accuracy at least 86.5 %', async (t) => {
  if (readManifest().train.length < 12) {
    t.skip('only the subset is here: install dataset-fashion-mnist for all 60,000 images');
    return;
  }
  const opened = await site.open();
  await opened.page.waitForFunction(
    () => document.querySelector('#setting-trainImages option[value="60000"]') !== null,
  );
  await opened.field('Training images').selectOption('60000');
  await opened.field('Epochs').fill('8');
  await opened.button('Train').click();
  await waitForStatus(opened, 'Finished 8 epochs', 240_000);
  const accuracy = await readCurve(opened.page, 'Accuracy curves');
  const best = Math.max(...accuracy.map(({ test: share }) => share));
  t.diagnostic(`best test accuracy: ${best} %`);
  assert.ok(best >= 86.5);
  await opened.close();
});

test('nothing is wider than the window at 1280 and 390 pixels, light and dark (and a picture of each)', async () => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const width of [1280, 390]) {
      const opened = await site.open({
        context: { viewport: { width, height: 800 }, colorScheme, hasTouch: width === 390 },
      });
      await opened.field('Epochs').fill('100'); // it must still train when the drawing is done
      await opened.button('Train').click();
      await waitForStatus(opened, /([3-9]|\d\d) of 100 epochs done/);
      await drawLine(opened.page, T_SHIRT);
      await opened.button('Pause').click();
      await opened.page.evaluate(() => window.scrollTo(0, 0));
      await opened.page.waitForTimeout(300);
      await opened.page.screenshot({
        path: path.join(SCREENSHOTS, `${width}-${colorScheme}.png`),
        fullPage: width === 390,
      });
      const overflow = await opened.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${width} ${colorScheme}: ${overflow} pixels too wide`);
      await opened.close();
    }
  }
});
