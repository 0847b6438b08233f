// From a number to its images to a reason: the matrix opens test images, one image its scores, its saliency and a second run's word.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { painted, RELOAD_ABORTS, setUpSmallRun, useSite, waitForStatus } from './support.js';

/** @typedef {Awaited<ReturnType<ReturnType<typeof useSite>['open']>>} Opened */

const SCREENSHOTS = path.join(import.meta.dirname, '../../build/screenshots');

const site = useSite();

/** @param {Opened} opened @param {string} epochs @param {string} activation */
async function trainSmall(opened, epochs, activation) {
  await setUpSmallRun(opened, epochs);
  await opened.field('Activation').selectOption(activation);
  await opened.button('Train').click();
  await waitForStatus(opened, `Finished ${epochs} epochs`);
}

/** @param {Opened} opened */
const openTab = ({ page }) => page.getByRole('tab', { name: 'Mistakes', exact: true }).click();

test('a cell opens as many images as it says, surest first; one image has scores, saliency, and a second run’s word', async () => {
  const opened = await site.open({ expected: RELOAD_ABORTS });
  const { page, field } = opened;
  await trainSmall(opened, '3', 'sigmoid');
  await trainSmall(opened, '8', 'relu');
  await field('Compare Run 1').check();
  await openTab(opened);
  await page.getByRole('heading', { name: /^The surest mistakes: [\d,]+ images/ }).waitFor();
  const images = page.locator('.image-list button');
  assert.equal(await images.count(), 12);

  // Of all cells of errors the fullest.
  const counts = await page
    .locator('table.matrix tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('button')].map((cell) => Number(cell.textContent))),
    );
  const errors = counts.flatMap((row, truth) => row.map((count, answer) => ({ truth, answer, count })));
  const [worst] = errors.filter(({ truth, answer }) => truth !== answer).sort((a, b) => b.count - a.count);
  assert.ok(worst && worst.count > 50);
  await page.locator(`#cell-${worst.truth}-${worst.answer}`).click();
  await page.getByRole('heading', { name: new RegExp(` taken for .*: ${worst.count} images`) }).waitFor();
  await page.getByRole('button', { name: /^Show more/ }).click();
  await painted(page);
  const confidences = await images.evaluateAll((buttons) =>
    buttons.map((it) => Number.parseFloat(it.querySelector('span')?.textContent ?? '')),
  );
  assert.equal(confidences.length, 36);
  assert.deepEqual(
    confidences,
    [...confidences].sort((a, b) => b - a),
  );

  await images.first().click();
  await page.getByRole('img', { name: /^Saliency of test image/ }).waitFor();
  assert.equal(await page.locator('.opinions tbody tr').count(), 10);
  await page.getByLabel('Beside', { exact: true }).selectOption({ label: 'Run 1' });
  await page.locator('.opinions th', { hasText: 'Run 1' }).waitFor();
  assert.match(await page.locator('.image-detail [role=status]').innerText(), /Run 2 says .* wrong\. Run 1 says /);
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await page.locator('#compare').screenshot({ path: path.join(SCREENSHOTS, 'mistakes.png') });

  await page.getByLabel('Cells', { exact: true }).selectOption('shares');
  await painted(page);
  assert.match(await page.locator('#cell-1-1').innerText(), /%/);

  // After a reload no weights are at hand, but the scores are.
  await page.reload();
  await waitForStatus(opened, 'Ready: press Train.');
  await field('Compare Run 2').check();
  await openTab(opened);
  await page.getByRole('heading', { name: /^The surest mistakes/ }).waitFor();
  await images.first().click();
  await page.getByText('its weights are at hand').waitFor();
  await opened.close();
});

test('the matrix is walked by arrow keys, and its numbers are those of the images', async () => {
  const opened = await site.open();
  const { page } = opened;
  await trainSmall(opened, '3', 'relu');
  await openTab(opened);
  await page.getByRole('heading', { name: /^The surest mistakes/ }).waitFor();
  await page.locator('#cell-0-0').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.locator('#cell-2-1').evaluate((cell) => cell === document.activeElement));
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /^Pullover taken for T-shirt\/top/ }).waitFor();
  const wrong = await page.locator('.matrix tbody').evaluate((body) => {
    const cells = [...body.querySelectorAll('button')];
    return cells.reduce((sum, cell, i) => sum + (i % 11 === 0 ? 0 : Number(cell.textContent)), 0);
  });
  const said = await page.getByText(/Precision: how often/).innerText();
  assert.ok(said.includes(`Of ${wrong.toLocaleString('en-US')} errors`), said);
  await page.getByRole('button', { name: 'Back to the surest mistakes' }).click();
  await page.getByRole('heading', { name: `The surest mistakes: ${wrong.toLocaleString('en-US')} images` }).waitFor();
  await opened.close();
});

test('of a run paused in the midst of an epoch, the table and the images are of the same weights', async () => {
  const opened = await site.open();
  const { page, button } = opened;
  await setUpSmallRun(opened, '2000');
  await button('Train').click();
  await waitForStatus(opened, /[2-9] of 2,000 epochs done/);
  await openTab(opened);
  await page.getByText('When the run rests, at its end or in a pause').waitFor();
  await button('Pause').click();
  await page.getByText('with the weights of its last pause').waitFor();
  for (let step = 0; step < 3; ++step) {
    await button('Step').click();
  }
  await page.getByRole('heading', { name: /^The surest mistakes/ }).waitFor();
  await page.waitForTimeout(1500); // the scores of the last step have come
  const wrong = await page.locator('.matrix tbody').evaluate((body) => {
    const cells = [...body.querySelectorAll('button')];
    return cells.reduce((sum, cell, i) => sum + (i % 11 === 0 ? 0 : Number(cell.textContent)), 0);
  });
  const title = await page.getByRole('heading', { name: /^The surest mistakes/ }).innerText();
  assert.ok(title.includes(`${wrong.toLocaleString('en-US')} images`), title);
  // While it trains no image is shown: it would be of other weights than the table.
  const images = page.locator('.image-list button');
  await images.nth(0).click();
  await page.getByRole('img', { name: /^Saliency/ }).waitFor();
  await button('Resume').click();
  await waitForStatus(opened, /of 2,000 epochs done/);
  await page.getByText('When the run rests, at its end or in a pause').waitFor();
  await opened.close();
});
