// The tab "Inside": curves of the layers over epochs, and the first layer's weights as tiles.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { painted, setUpSmallRun, trainingWorker, useSite, waitForStatus } from './support.js';

/** @typedef {Awaited<ReturnType<ReturnType<typeof useSite>['open']>>} Opened */

const SCREENSHOTS = path.join(import.meta.dirname, '../../build/screenshots');
const TILES = /^Weights of the first layer, a tile a unit: /;

const site = useSite();

/** @param {Opened} opened @param {string} hidden @param {string} epochs */
async function train(opened, hidden, epochs) {
  await setUpSmallRun(opened, epochs);
  await opened.field('Hidden layers').fill(hidden);
  await opened.button('Train').click();
  await waitForStatus(opened, `Finished ${epochs} epochs`);
}

/** @param {Opened} opened */
const openTab = ({ page }) => page.getByRole('tab', { name: 'Inside', exact: true }).click();

/** The tiles' picture, and how many different colours it has. @param {Opened} opened */
const readTiles = ({ page }) =>
  page.getByRole('img', { name: TILES }).evaluate((element) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
    const pixels = new Set();
    for (let i = 0; i < data.length; i += 4) {
      pixels.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
    }
    return { picture: canvas.toDataURL(), colours: pixels.size };
  });

/** Every row of the table of layers as its cells' texts. @param {Opened} opened */
const layerRows = ({ page }) =>
  page
    .locator('#layers tbody tr')
    .evaluateAll((trs) => trs.map((tr) => [...tr.children].map((cell) => cell.textContent?.trim() ?? '')));

test('after training, three charts of the layers and tiles of weights, which change with more training', async () => {
  const opened = await site.open();
  const { page, button } = opened;
  await openTab(opened);
  await page.getByText('After the first epoch: how large the gradient').waitFor();
  await page.getByText('Once a network trains: the weights').waitFor();
  await train(opened, '64, 32', '4');
  for (const name of [
    'Gradient norm of each layer, over the epochs',
    'Update ÷ weights of each layer, over the epochs',
    'Dead units of each hidden layer, over the epochs',
  ]) {
    await page.getByRole('img', { name, exact: true }).waitFor();
  }
  assert.deepEqual(
    (await layerRows(opened)).map(([layer]) => layer),
    ['Hidden 1', 'Hidden 2', 'Output'],
  );
  await page.getByText('Units 1–48 of 64, after epoch 4').waitFor();
  await page.waitForTimeout(600); // the last of at most two renewals a second
  const before = await readTiles(opened);
  assert.ok(before.colours > 50, `${before.colours} colours`);

  await button('Later units').click();
  await page.getByRole('img', { name: /Units 49–64 of 64/ }).waitFor();
  assert.notEqual((await readTiles(opened)).picture, before.picture);
  assert.equal(await button('Later units').getAttribute('aria-disabled'), 'true');
  await button('Earlier units').click();
  await page.getByRole('img', { name: /Units 1–48 of 64/ }).waitFor();
  assert.equal((await readTiles(opened)).picture, before.picture);

  await opened.field('Epochs').fill('8');
  await button('Resume').click();
  await page.getByText('Units 1–48 of 64, after epoch 8').waitFor();
  await page.getByRole('img', { name: TILES }).scrollIntoViewIfNeeded(); // out of sight they are not asked for
  // At most two renewals a second, and the worker has other things to send when a run ends.
  let after = await readTiles(opened);
  for (let tries = 0; tries < 50 && after.picture === before.picture; ++tries) {
    await page.waitForTimeout(100);
    after = await readTiles(opened);
  }
  assert.notEqual(after.picture, before.picture);
  await page.waitForTimeout(600); // until nothing changes any more
  after = await readTiles(opened);

  const chart = page.locator('.layer-chart canvas').first();
  const light = await chart.evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL());
  await page.locator('#theme').selectOption('dark');
  await painted(page);
  assert.notEqual((await readTiles(opened)).picture, after.picture);
  assert.notEqual(await chart.evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).toDataURL()), light);
  await opened.close();
});

test('weights are asked for only while the tab is seen, and at most twice a second', async () => {
  const opened = await site.open();
  const { page, button } = opened;
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    /** @type {any} */ (globalThis).asked = [];
    Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any} */ transfer) {
      if (message.type === 'unit-weights') {
        /** @type {any} */ (globalThis).asked.push(performance.now());
      }
      return post.call(this, message, transfer);
    };
  });
  const asked = () => page.evaluate(() => /** @type {number[]} */ (/** @type {any} */ (globalThis).asked));
  await setUpSmallRun(opened, '1000');
  await button('Train').click();
  await waitForStatus(opened, /[5-9] of 1,000 epochs done/);
  assert.deepEqual(await asked(), []);
  await openTab(opened);
  await page.waitForTimeout(2500);
  await page.getByRole('tab', { name: 'Grid', exact: true }).click();
  await painted(page);
  const times = await asked();
  assert.ok(times.length >= 2, `${times.length} requests`);
  times.slice(1).forEach((time, i) => assert.ok(time - (times[i] ?? 0) > 490, times.join()));
  await page.waitForTimeout(1200);
  assert.equal((await asked()).length, times.length);
  await opened.close();
});

test('when the worker is gone, a sentence stands in place of the weights', async () => {
  const opened = await site.open({ expected: /gone on purpose/ });
  await train(opened, '64', '2');
  await openTab(opened);
  await opened.page.getByRole('img', { name: TILES }).waitFor();
  const worker = await trainingWorker(opened.page);
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('gone on purpose');
    });
  });
  await opened.page.getByText('The weights of this run are lost.').waitFor();
  assert.ok(await opened.page.locator('#unit-weights canvas').isHidden());
  await opened.close();
});

test('with the report’s gradient the first layer gets far less of it than the output layer', async () => {
  const opened = await site.open();
  await opened.page.locator('#more-settings > summary').click();
  await opened.field('Gradient').selectOption('report');
  await train(opened, '392, 128', '2');
  await opened.page.locator('#layers tbody tr').nth(2).waitFor({ state: 'attached' });
  const norms = (await layerRows(opened)).map(([, norm = '']) => {
    const [digits, power = '0'] = norm.split(' × 10');
    const exponent = power.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (c) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c))).replace('⁻', '-');
    return Number(digits) * 10 ** Number(exponent);
  });
  assert.equal(norms.length, 3);
  assert.ok((norms[0] ?? 1) > 0 && (norms[0] ?? 1) * 1000 < (norms[2] ?? 0), norms.join());
  await openTab(opened);
  await opened.page.getByText(/divided by the batch size \(100\) once more/).waitFor();
  await opened.close();
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [1280, 390]) {
    test(`the tab is pictured, ${colorScheme}, ${width} wide, and is no wider than the window`, async () => {
      const opened = await site.open({ context: { colorScheme, viewport: { width, height: 844 } } });
      const { page } = opened;
      await train(opened, '64, 32', '6');
      await openTab(opened);
      await page.locator('#layers summary').click();
      await page.locator('#unit-weights').scrollIntoViewIfNeeded();
      await page.getByRole('img', { name: TILES }).waitFor();
      await painted(page);
      fs.mkdirSync(SCREENSHOTS, { recursive: true });
      await page.locator('#insides').screenshot({ path: path.join(SCREENSHOTS, `inside-${width}-${colorScheme}.png`) });
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await opened.close();
    });
  }
}
