// Presets: each comes to its end and lands in the notebook; a question of two runs is answered in three clicks.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PRESETS } from '../../web/js/presets.js';
import { SITE } from '../support/site.js';
import { painted, serveSite, useBrowser, useSite, waitForAllImages, waitForStatus } from './support.js';

/** @typedef {Awaited<ReturnType<ReturnType<typeof useSite>['open']>>} Opened */

const SCREENSHOTS = path.join(import.meta.dirname, '../../build/screenshots');
const RUN_TIMEOUT_MS = 180_000;

const site = useSite();
const browser = useBrowser();

/** Opens the page with all images there. */
async function openWhole() {
  const opened = await site.open();
  await waitForStatus(opened, 'Ready: press Train.');
  await waitForAllImages(opened);
  return opened;
}

/** @param {Opened} opened */
const names = ({ region }) => region('Table of runs').locator('button.entry').allInnerTexts();

test('ReLU against Sigmoid: three clicks from the opened page to their curves over each other', async () => {
  const opened = await openWhole();
  const { page, button } = opened;
  await page.getByText('Presets · Quick start').click(); // 1
  await button('ReLU against Sigmoid').click(); // 2
  await page.getByText(/2 runs of 300 epochs: about .* on this machine/).waitFor();
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, 'preset.png'), fullPage: true });
  await page.getByLabel('Length').selectOption('one'); // a test does not wait for the 300
  await page.getByText(/2 runs of 1 epoch: about/).waitFor();
  await button('Start these runs').click(); // 3
  await page.getByText('Done: both runs are in the notebook.').waitFor({ timeout: RUN_TIMEOUT_MS });
  await page.getByRole('heading', { name: 'Curves of 2 runs' }).waitFor();
  await page.getByRole('img', { name: 'Loss of the ticked runs' }).waitFor();
  assert.deepEqual(await names(opened), ['Sigmoid', 'ReLU']);
  await page.screenshot({ path: path.join(SCREENSHOTS, 'preset-done.png'), fullPage: true });
  await opened.close();
});

test('every preset comes to its end, shortened where it is long, and lands in the notebook', async () => {
  const opened = await openWhole();
  const { page, button } = opened;
  let runs = 0;
  for (const { name, runs: its } of Object.values(PRESETS)) {
    await page.locator('.presets > summary').click();
    await button(name).click();
    await painted(page); // of the preset before, “Done” is gone
    const startable = page.locator('#plan-start:not([disabled])');
    const begun = page.getByText(/^(Under way|Run \d of|Done:)/); // a short one begins by itself, and may be over already
    await startable.or(begun).first().waitFor();
    if (await startable.isVisible()) {
      await page.getByLabel('Length').selectOption('one');
      await page.getByText(/1 epoch: about/).waitFor();
      await startable.click();
    }
    await page.getByText(/^Done: /).waitFor({ timeout: RUN_TIMEOUT_MS });
    runs += its.length;
    await painted(page);
    const all = button(`Show all ${runs} runs`);
    if (await all.isVisible()) {
      await all.click(); // and so it stays
    }
    assert.equal((await names(opened)).length, runs, name);
    await page.getByRole('heading', { name: `Curves of ${its.length === 1 ? 'one run' : '2 runs'}` }).waitFor();
  }
  await opened.close();
});

test('a preset is taken back, and gives way to what the person does by hand', async () => {
  const opened = await openWhole();
  const { page, button, field } = opened;
  await field('Batch size').fill('77');
  await page.getByText('Presets · your own settings').click();
  await button('Best accuracy').click();
  await painted(page);
  assert.equal(await field('Batch size').inputValue(), '100');
  await button('Back to the settings before').click();
  await painted(page);
  assert.equal(await field('Batch size').inputValue(), '77');
  assert.equal(await page.locator('.plan').count(), 0);
  await field('Batch size').fill('100'); // typed back to a preset’s values, the form is that preset
  await page.getByText('Presets · Quick start').waitFor();
  // Two runs are begun; the person stops after the first.
  await page.locator('.presets > summary').click();
  await button('The report’s gradient against the exact one').click();
  await page.getByText(/2 runs of 12 epochs: about/).waitFor();
  await page.getByLabel('Length').selectOption('tenth');
  await button('Start these runs').click();
  await page.getByText('Run 1 of 2 is under way.').waitFor();
  await button('Stop after this one').click();
  await waitForStatus(opened, 'Finished 1 epoch', RUN_TIMEOUT_MS);
  await page.waitForTimeout(300);
  await painted(page);
  assert.deepEqual(await names(opened), ['As in the report']);
  await opened.close();
});

test('an over-fitted run shows its gap and its best epoch, and early stopping, once set up, ends the next one', async () => {
  const opened = await openWhole();
  const { page, button, field } = opened;
  await page.locator('.presets > summary').click();
  await button('Overfit on purpose').click();
  const startable = page.locator('#plan-start:not([disabled])');
  const done = page.getByText('Done: the run is in the notebook.');
  await startable.or(page.getByText('Under way.')).or(done).first().waitFor();
  if (await startable.isVisible()) {
    await startable.click();
  }
  await done.waitFor({ timeout: RUN_TIMEOUT_MS });
  await page
    .locator('#verdict')
    .getByText(/Over-fitted since epoch/)
    .waitFor();
  await page.locator('#watch').screenshot({ path: path.join(SCREENSHOTS, 'over-fitted.png') });
  await button('Set it up for the next run').click();
  await painted(page);
  await page.locator('#more-settings > summary').click();
  assert.equal(await field('Validation part, %').inputValue(), '10');
  assert.equal(await field('Patience').inputValue(), '5');
  assert.equal(await field('Keep the best').inputValue(), 'yes');
  await button('Train').click();
  await waitForStatus(opened, /Stopped early after epoch \d+: .* The weights of epoch \d+ are back/, RUN_TIMEOUT_MS);
  await opened.close();
});

test('the presets opened by keyboard before they are loaded stay open, and keep the focus', async (t) => {
  /** @type {(answer: () => void) => void} */
  let askForLab = () => {};
  /** @type {Promise<() => void>} */
  const lab = new Promise((resolve) => {
    askForLab = resolve;
  });
  const host = await serveSite({
    fault: ({ url = '' }, response) => {
      if (!url.endsWith('/lab.js')) {
        return false;
      }
      askForLab(() => {
        response.setHeader('Content-Type', 'text/javascript');
        response.end(fs.readFileSync(path.join(SITE, 'js/page/lab.js')));
      });
      return true;
    },
  });
  t.after(host.close);
  const opened = await browser.open(host.url);
  await waitForStatus(opened, 'Ready: press Train.');
  const answer = await lab;
  await opened.page.locator('.presets > summary').focus();
  await opened.page.keyboard.press('Enter');
  answer();
  await opened.button('Overfit on purpose').waitFor();
  const focused = await opened.page.evaluate(() => document.activeElement?.textContent);
  assert.match(focused ?? '', /^Presets/);
  await opened.close();
});
