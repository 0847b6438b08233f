// The page's states under axe-core's rules, light and dark, on a desk and in a hand.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { png, tShirt } from './photo-files.js';
import { ANSWER, drawLine, painted, T_SHIRT, useSite, waitForStatus } from './support.js';

const AXE = fs.readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

const site = useSite();

/** @param {import('playwright-core').Page} page @param {string} state */
async function expectNoViolation(page, state) {
  const violations = await page.evaluate(async () => {
    // @ts-expect-error axe has been put there by the script above
    const { violations: found } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return found.map((/** @type {any} */ { id, nodes }) => ({
      id,
      nodes: nodes.map((/** @type {any} */ { target, failureSummary }) => `${target} ${failureSummary}`),
    }));
  });
  assert.deepEqual(violations, [], state);
}

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const [place, viewport] of /** @type {const} */ ([
    ['on a desk', { width: 1280, height: 800 }],
    ['in a hand', { width: 390, height: 844 }],
  ])) {
    test(`${colorScheme}, ${place}: no violation while idle, training, paused with a wrong field, with a verdict, and after a divergence`, async () => {
      // The policy of the page would refuse the rules' own script.
      const opened = await site.open({ context: { colorScheme, viewport, bypassCSP: true } });
      const { page } = opened;
      await page.addScriptTag({ content: AXE });
      await waitForStatus(opened, 'Ready: press Train.');
      await expectNoViolation(page, 'idle');
      await opened.button('Photo').click();
      await opened.button('Open a photo').waitFor();
      await expectNoViolation(page, 'no photo yet');
      await opened.button('Draw').click();

      await opened.field('Training images').selectOption('1000');
      await opened.field('Epochs').fill('1000');
      await opened.button('Train').click();
      await waitForStatus(opened, /[1-9] of 1,000 epochs done/);
      await drawLine(page, T_SHIRT);
      await page.getByText(ANSWER).waitFor();
      await expectNoViolation(page, 'training');

      await opened.button('Pause').click();
      await waitForStatus(opened, 'Paused');
      await opened.field('Batch size').fill('0');
      await expectNoViolation(page, 'paused, with a field that cannot be used');

      await opened.field('Batch size').fill('100');
      await opened.field('Epochs').fill('5');
      await page.locator('#more-settings > summary').click();
      await opened.field('Validation part, %').fill('20');
      await opened.button('Explain: Dropout').click();
      await opened.button('Train').click();
      await waitForStatus(opened, 'Finished 5 epochs');
      await page.locator('#verdict strong').waitFor();
      await expectNoViolation(page, 'finished, with a verdict and all settings open');

      await opened.button('Photo').click();
      await opened.field('Photo to open').setInputFiles(png(200, 200, tShirt(200, 200)));
      await page.locator('#scores').getByText(ANSWER).waitFor();
      await opened.button('Crop').click();
      await opened.button('Explain: How the garment is found').click();
      await page.getByText('Draw a box around the garment').waitFor();
      await expectNoViolation(page, 'a photo with a box');

      await opened.field('Learning rate').fill('100');
      await opened.button('Train').click();
      await waitForStatus(opened, /Diverged at step/);
      await expectNoViolation(page, 'diverged');

      await opened.button('Run 2').click();
      await opened.field('Compare Run 1').check();
      await opened.field('Compare Run 2').check();
      await page.locator('.presets > summary').click();
      await opened.button('ReLU against Sigmoid').click();
      await page.getByText(/2 runs of 300 epochs/).waitFor();
      await page.locator('.presets > summary').click();
      await expectNoViolation(page, 'runs over each other, one open, and a preset offered');

      await opened.button('Back to the settings before').click();
      await opened.field('Learning rate').fill('0.1');
      await opened.field('Epochs').fill('1');
      await page.getByRole('tab', { name: 'Grid', exact: true }).click();
      await page.getByLabel('Rows: values').fill('0.1; 100');
      await page.getByLabel('Columns: values').fill('50; 100');
      await opened.button('Start 8 runs').click();
      await page.getByText(/Grid 1: all 8 runs made/).waitFor({ timeout: 120_000 });
      await expectNoViolation(page, 'a grid that is done');
      for (const tab of ['Mistakes', 'Inside', 'How it works']) {
        await page.getByRole('tab', { name: tab, exact: true }).click();
        await expectNoViolation(page, tab);
      }
      await opened.close();
    });
  }
}

test('by keyboard alone: a preset is chosen and trained, its run opened, ticked and named, and a grid made', async () => {
  const opened = await site.open();
  const { page } = opened;
  await waitForStatus(opened, 'Ready: press Train.');
  const { keyboard } = page;
  /** Presses Tab until an element of that text or label has the focus. @param {string} name */
  const tabTo = async (name) => {
    for (let presses = 0; presses < 200; ++presses) {
      await keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const { ariaLabel = '', id = '', textContent = '' } = document.activeElement ?? {};
        const label = id ? document.querySelector(`label[for="${id}"]`)?.textContent : '';
        return [ariaLabel, label, textContent].map((text) => (text ?? '').trim());
      });
      if (focused.some((text) => text.startsWith(name))) {
        return;
      }
    }
    assert.fail(`“${name}” cannot be reached`);
  };
  const press = async (/** @type {string} */ name, key = 'Enter') => {
    await tabTo(name);
    await keyboard.press(key);
    await painted(page);
  };
  await press('Presets');
  await press('Overfit on purpose');
  await tabTo('Length');
  await keyboard.press('End'); // one epoch
  // Begun by itself, the epoch is over within less than half a second: nobody may be looking just then.
  await page.getByText(/^1 epoch: about|^Under way|^Done: the run/).waitFor();
  if (await page.locator('#plan-start').isVisible()) {
    await press('Start this run');
  }
  await page.getByText('Done: the run is in the notebook.').waitFor({ timeout: 120_000 });
  await press('Run 1');
  await tabTo('Name');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('By heart');
  await keyboard.press('Tab');
  await opened.button('By heart').waitFor();
  await tabTo('Untick all');
  await keyboard.press('Enter');
  await tabTo('Compare By heart');
  await keyboard.press('Space');
  await page.getByRole('heading', { name: 'Curves of one run' }).waitFor();
  await tabTo('Notebook');
  await keyboard.press('ArrowRight');
  await tabTo('Rows: values');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('0.1');
  await tabTo('Columns');
  await keyboard.press('Home'); // nothing more
  await tabTo('Seeds each');
  await keyboard.press('Home');
  await tabTo('Start 1 run');
  await keyboard.press('Enter');
  await page.getByText(/Grid 1: 0 of 1 runs made/).waitFor();
  await press('Cancel the grid');
  await page.getByText('Grid 1: cancelled').waitFor();
  await opened.close();
});

test('at 320 pixels, as at 400 % zoom, nothing has to be scrolled sideways', async () => {
  const opened = await site.open({ context: { viewport: { width: 320, height: 640 } } });
  await waitForStatus(opened, 'Ready: press Train.');
  const widths = await opened.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok((widths[0] ?? 0) <= (widths[1] ?? 0), `${widths[0]} pixels wide in a window of ${widths[1]}`);
  await opened.close();
});
