// The experiment grid in the real page: its runs are the same as made one by one, and cancelling ends every worker of it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import {
  openNotebookDatabase,
  painted,
  RELOAD_ABORTS,
  serveSite,
  useBrowser,
  useSite,
  waitForStatus,
  waitForWorkers,
} from './support.js';

/** @typedef {Awaited<ReturnType<ReturnType<typeof useSite>['open']>>} Opened */

const SCREENSHOTS = path.join(import.meta.dirname, '../../build/screenshots');
const GRID_TIMEOUT_MS = 120_000;

const site = useSite();
const browser = useBrowser();

/** @param {Opened} opened @param {string} epochs */
async function openGrid({ page, field }, epochs) {
  await field('Training images').selectOption('1000');
  await field('Hidden layers').fill('32');
  await field('Epochs').fill(epochs);
  await page.getByRole('tab', { name: 'Grid', exact: true }).click();
  await page.getByLabel('Rows', { exact: true }).selectOption('activation');
  for (const other of ['Leaky ReLU', 'Tanh', 'GELU']) {
    await page.getByRole('checkbox', { name: other, exact: true }).uncheck();
  }
  await page.getByLabel('Columns', { exact: true }).selectOption('batchSize');
  await page.getByLabel('Columns: values').fill('20; 50; 100');
}

/** The curves of every run in the notebook's database, by name. @param {Opened} opened */
async function storedCurves({ page }) {
  await page.waitForTimeout(300); // the last ones are on their way to it
  return page.evaluate(
    async (database) => {
      const request = database.transaction('runs').objectStore('runs').getAll();
      await new Promise((resolve) => (request.onsuccess = resolve));
      return request.result.map((/** @type {any} */ { name, run: { settings, points } }) => ({
        name,
        key: [settings.activation, settings.batchSize, settings.seed].join(' '),
        points: [...points].map(String).join(),
      }));
    },
    await openNotebookDatabase(page),
  );
}

test('a grid of 2 × 3 cells with 2 seeds on 2 workers ends with the same numbers as its runs one by one', async () => {
  const opened = await site.open({ expected: RELOAD_ABORTS });
  const { page, field, button } = opened;
  await waitForStatus(opened, 'Ready: press Train.');
  await openGrid(opened, '2');
  await page.getByLabel('Seeds each').selectOption('2');
  await page.getByLabel('Runs at once').selectOption('2');
  const workers = page.workers().length;
  await button('Start 12 runs').click();
  await page.getByText(/Grid 1: all 12 runs made in/).waitFor({ timeout: GRID_TIMEOUT_MS });
  await waitForWorkers(page, workers);
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, 'grid.png'), fullPage: true });

  // A cell opens its two runs.
  await page.getByRole('button', { name: /ReLU, Batch size 50: show its runs/ }).click();
  await page.getByRole('heading', { name: 'Curves of 2 runs' }).waitFor();
  const ticked = await page.locator('#overlay li').allInnerTexts();
  assert.deepEqual(
    ticked.slice(0, 2).map((text) => text.trim()),
    ['Grid 1: activation ReLU, batch size 50, seed 1', 'Grid 1: activation ReLU, batch size 50, seed 2'],
  );

  await button('Show all 12 runs').click();
  await page.locator('#more-settings > summary').click();
  for (const activation of ['relu', 'sigmoid']) {
    for (const batch of ['20', '50', '100']) {
      for (const seed of ['1', '2']) {
        await field('Activation').selectOption(activation);
        await field('Batch size').fill(batch);
        await field('Seed').fill(seed);
        const created = page.locator('#runs button.entry');
        const before = await created.count();
        await button('Train').click();
        await page.waitForFunction((count) => document.querySelectorAll('#runs button.entry').length > count, before);
        await waitForStatus(opened, 'Finished 2 epochs');
      }
    }
  }
  const curves = await storedCurves(opened);
  assert.equal(curves.length, 24);
  const byKey = (/** @type {boolean} */ ofGrid) =>
    new Map(
      curves
        .filter((/** @type {any} */ { name }) => name.startsWith('Grid') === ofGrid)
        .map((/** @type {any} */ { key, points }) => [key, points]),
    );
  assert.equal(byKey(true).size, 12);
  assert.deepEqual(byKey(true), byKey(false));
  await opened.close();
});

test('a grid pauses and goes on; cancelling leaves no worker of it alive and keeps what was made', async () => {
  const opened = await site.open({ expected: RELOAD_ABORTS });
  const { page, button } = opened;
  await waitForStatus(opened, 'Ready: press Train.');
  await openGrid(opened, '40');
  const workers = page.workers().length;
  await page.getByLabel('Seeds each').selectOption('1');
  await button('Start 6 runs').click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('#grid progress'))?.value > 0);
  for (let pause = 0; pause < 3; ++pause) {
    await page.waitForTimeout(150); // in the midst of runs, with points that no report has had yet
    await button('Pause the grid').click();
    await button('Resume the grid').click();
  }
  await page.getByText(/Grid 1: [1-5] of 6 runs made/).waitFor({ timeout: GRID_TIMEOUT_MS });
  await button('Pause the grid').click();
  await page.getByText('Grid 1: paused').waitFor();
  await page.waitForTimeout(500); // what was under way has come to rest
  const share = () =>
    page
      .getByRole('progressbar', { name: 'Grid progress' })
      .evaluate((bar) => /** @type {HTMLProgressElement} */ (bar).value);
  const paused = await share();
  await page.waitForTimeout(1000);
  assert.equal(await share(), paused);
  await button('Resume the grid').click();
  await page.waitForFunction(
    (before) => /** @type {any} */ (document.querySelector('#grid progress'))?.value > before,
    paused,
  );
  await button('Cancel the grid').click();
  const said = await page.getByText(/Grid 1: cancelled, [1-5] of 6 runs made/).innerText();
  await page.waitForFunction(() => document.querySelectorAll('#grid progress').length === 0);
  await waitForWorkers(page, workers);
  const made = Number(/cancelled, (\d)/.exec(said)?.[1]);
  const curves = await storedCurves(opened);
  assert.equal(curves.length, made);
  for (const { points } of curves) {
    const epochs = points.split(',').filter((/** @type {string} */ _, /** @type {number} */ i) => i % 7 === 0);
    assert.deepEqual(
      epochs.map(Number),
      Array.from({ length: 41 }, (_, epoch) => epoch), // no pause has lost a point
    );
  }
  await opened.close();
});

test('a worker whose images do not come is ended when the others have taken all runs', async (t) => {
  let asked = 0;
  const slow = await serveSite({
    // The page's own worker asks first, then the grid's first; its second one gets no answer.
    fault: ({ url }) => url?.endsWith('/train-00-images-idx3-ubyte.gz') === true && ++asked > 2,
  });
  t.after(slow.close);
  const opened = await browser.open(slow.url, { context: { serviceWorkers: 'block' }, expected: RELOAD_ABORTS });
  const { page, button } = opened;
  await waitForStatus(opened, 'Ready: press Train.');
  await openGrid(opened, '2');
  await page.getByLabel('Seeds each').selectOption('1');
  await page.getByLabel('Runs at once').selectOption('2');
  const workers = page.workers().length;
  await button('Start 6 runs').click();
  await page.getByText(/Grid 1: all 6 runs made in/).waitFor({ timeout: GRID_TIMEOUT_MS });
  assert.equal(asked, 3);
  await waitForWorkers(page, workers);
  await opened.close();
});

test('what cannot be made is refused in a sentence, and a diverging run ends early', async () => {
  const opened = await site.open();
  const { page, button } = opened;
  await waitForStatus(opened, 'Ready: press Train.');
  await openGrid(opened, '3');
  await opened.field('Hidden layers').fill('392, 128');
  await page.getByLabel('Rows', { exact: true }).selectOption('learningRate');
  await page.getByLabel('Rows: values').fill('0.1; quick');
  await page.getByLabel('Columns', { exact: true }).selectOption('');
  await page.getByLabel('Seeds each').selectOption('1');
  await button('Start 2 runs').click();
  await page.getByText(/Not started: Learning rate must be/).waitFor();
  await page.getByLabel('Rows: values').fill('0.1; 100');
  await button('Start 2 runs').click();
  await page.getByText(/Grid 1: all 2 runs made/).waitFor({ timeout: GRID_TIMEOUT_MS });
  await painted(page);
  const table = await opened.region('Table of the grid').innerText();
  assert.match(table, /1 of 1 diverged/);
  await opened.close();
});
