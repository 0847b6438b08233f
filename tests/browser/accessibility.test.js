// The page's states under axe-core's rules, light and dark, on a desk and in a hand.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { drawLine, T_SHIRT, useSite, waitForStatus } from './support.js';

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

      await opened.field('Training images').selectOption('1000');
      await opened.field('Epochs').fill('1000');
      await opened.button('Train').click();
      await waitForStatus(opened, /[1-9] of 1,000 epochs done/);
      await drawLine(page, T_SHIRT);
      await page.getByText('Looks like:').waitFor();
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

      await opened.field('Learning rate').fill('100');
      await opened.button('Train').click();
      await waitForStatus(opened, /Diverged at step/);
      await expectNoViolation(page, 'diverged');
      await opened.close();
    });
  }
}

test('at 320 pixels, as at 400 % zoom, nothing has to be scrolled sideways', async () => {
  const opened = await site.open({ context: { viewport: { width: 320, height: 640 } } });
  await waitForStatus(opened, 'Ready: press Train.');
  const widths = await opened.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok((widths[0] ?? 0) <= (widths[1] ?? 0), `${widths[0]} pixels wide in a window of ${widths[1]}`);
  await opened.close();
});
