// The form beyond the report's settings: presets, what opens on demand, a validation part and what it brings.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { painted, readCurve, setUpSmallRun, useSite, waitForStatus } from './support.js';

const site = useSite();

test('a beginner sees the presets folded, the data and the report’s five; the rest opens on demand', async () => {
  const opened = await site.open();
  const form = opened.region('Set up');
  assert.equal(await form.locator('.presets > summary').innerText(), 'Presets · Quick start');
  const labels = () => form.locator('label:visible').allTextContents();
  const first = ['Training images', 'Hidden layers', 'Width 1', 'Width 2', 'Activation'];
  assert.deepEqual(await labels(), [...first, 'Learning rate', 'Batch size', 'Epochs']);
  await form.locator('#more-settings > summary').click();
  assert.ok((await labels()).includes('Dropout'));
  assert.ok(!(await labels()).includes('Momentum'));
  await opened.field('Optimizer').selectOption('momentum');
  await painted(opened.page);
  assert.ok((await labels()).includes('Momentum'));
  await opened.close();
});

test('a network that is too large keeps its layers in reach', async () => {
  const opened = await site.open();
  await opened.field('Hidden layers').fill('2048, 2048');
  await opened.button('Add a layer').click();
  await opened.page.getByText(/would make [\d,]+ parameters/).waitFor();
  await opened.button('Remove layer 3').click();
  await painted(opened.page);
  assert.equal(await opened.field('Hidden layers').inputValue(), '2048, 2048');
  await opened.field('Width 1').fill('5000');
  await opened.field('Width 1').blur();
  await opened.page.getByText(/“5000” is not/).waitFor();
  await opened.close();
});

test('a width that is being typed outlasts the news of arriving images', async () => {
  const opened = await site.open();
  await opened.field('Width 1').fill('300'); // not left yet, so not set yet
  await waitForStatus(opened, 'Ready: press Train.');
  await painted(opened.page);
  assert.equal(await opened.field('Width 1').inputValue(), '300');
  await opened.field('Width 1').blur();
  await painted(opened.page);
  assert.equal(await opened.field('Hidden layers').inputValue(), '300, 128');
  await opened.close();
});

test('a field in the closed part that cannot be used is opened and said', async () => {
  const opened = await site.open();
  await opened.page.locator('#more-settings > summary').click();
  await opened.field('Dropout').fill('2');
  await opened.page.locator('#more-settings > summary').click();
  await opened.button('Train').click();
  await opened.page.getByText('Not started: Dropout must be a number from 0 to 0.9.').waitFor();
  await opened.page.locator('#setting-dropout:focus').waitFor();
  await opened.close();
});

test('a validation part has its curve, stops a run early, and its verdict spares the test images', async () => {
  const opened = await site.open();
  await setUpSmallRun(opened, '200');
  await opened.page.locator('#more-settings > summary').click();
  await opened.field('Validation part, %').fill('20');
  await opened.field('Patience').fill('3');
  await opened.field('Keep the best').selectOption('yes');
  await opened.field('Learning rate').fill('0.5');
  await opened.button('Train').click();
  await waitForStatus(opened, /Stopped early after epoch \d+: validation loss had its lowest value after epoch \d+/);
  await waitForStatus(opened, /The weights of epoch \d+ are back/);
  const rows = await readCurve(opened.page, 'Loss curves');
  const validation = rows.map((row) => row.validation);
  assert.ok(validation.every((loss) => loss !== undefined && loss > 0));
  await opened.page.getByText('Judged on the validation part').waitFor();
  await opened.page.getByText(/The weights in use are older/).waitFor();
  await opened.page.getByRole('tab', { name: 'Mistakes' }).click();
  await opened.page.getByText(/with the weights of epoch \d+:\s+a row/).waitFor();
  // More epochs than it was stopped after: it can go on.
  await opened.button('Resume').click();
  await waitForStatus(opened, new RegExp(`Stopped early after epoch (?!${rows.length - 1}:)`));
  assert.ok((await readCurve(opened.page, 'Loss curves')).length > rows.length);
  await opened.close();
});

test('the page shows what training looks like inside, and gives a verdict', async () => {
  const opened = await site.open();
  await setUpSmallRun(opened, '5');
  await opened.button('Train').click();
  await waitForStatus(opened, 'Finished 5 epochs');
  await opened.page.locator('#verdict strong', { hasText: /fitted/ }).waitFor();
  const inside = opened.page.locator('#insides tbody tr');
  assert.deepEqual(await inside.locator('th').allTextContents(), ['Hidden 1', 'Output']);
  const numbers = await inside.first().locator('td').allTextContents();
  assert.ok(Number(numbers[0]) > 0 && Number(numbers[1]) > 0, numbers.join());
  await opened.close();
});
