// “Shows its work”: numbers and formulas of the network in the form, and a gradient check that turns red for the report’s slip.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { painted, useSite, waitForStatus } from './support.js';

const SCREENSHOTS = path.join(import.meta.dirname, '../../build/screenshots');

const site = useSite();

test('the gradient check passes for every activation, and fails for the report’s gradient', async () => {
  const opened = await site.open();
  const { page, field } = opened;
  await waitForStatus(opened, 'Ready: press Train.');
  await page.getByRole('tab', { name: 'How it works', exact: true }).click();
  const verdict = page.locator('#how .check');
  await page.locator('#more-settings > summary').click();
  for (const activation of ['relu', 'leaky-relu', 'sigmoid', 'tanh', 'gelu']) {
    await field('Gradient').selectOption('exact');
    await field('Activation').selectOption(activation);
    await page.locator('#how .check:not(.bad)').filter({ hasText: 'The gradient is right' }).waitFor();
    await field('Gradient').selectOption('report');
    await page.locator('#how .check.bad').filter({ hasText: 'This gradient is wrong' }).waitFor();
  }
  const colour = await verdict.evaluate((it) => getComputedStyle(it).color);
  const bad = await page.evaluate(() => {
    const probe = document.createElement('span');
    probe.className = 'bad';
    document.body.append(probe);
    return getComputedStyle(probe).color;
  });
  assert.equal(colour, bad);
  assert.notEqual(colour, await page.evaluate(() => getComputedStyle(document.body).color));
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await page.locator('#compare').screenshot({ path: path.join(SCREENSHOTS, 'how.png') });
  await opened.close();
});

test('sizes, parameters and operations follow the form', async () => {
  const opened = await site.open();
  const { page, field } = opened;
  await waitForStatus(opened, 'Ready: press Train.');
  await page.getByRole('tab', { name: 'How it works', exact: true }).click();
  await page.getByRole('heading', { name: 'The network in the form: 784-392-128-10' }).waitFor();
  await page.getByText('359,314 parameters').waitFor();
  await field('Hidden layers').fill('20');
  await page.getByText('15,910 parameters').waitFor();
  const rows = await page.locator('.formulas tbody tr').allInnerTexts();
  assert.deepEqual(
    rows.map((row) => row.split('\t')[1]),
    ['h₁ = f(x W₁ + b₁)', 'p = softmax(h₁ W₂ + b₂)'],
  );
  await field('Hidden layers').fill('a');
  await painted(page);
  await page.getByText('With layers that can be used').waitFor();
  await opened.close();
});
