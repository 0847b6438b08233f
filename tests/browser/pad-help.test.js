// What helps with a drawing: one to start from, filled outlines, its image in a mirror, the training images most like it, and a
// word when it is like none of the ten.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ANSWER, drawLine, setUpSmallRun, T_SHIRT, useSite, waitForStatus } from './support.js';

const site = useSite();

/** The page with a network that has learned something. */
async function openTrained() {
  const opened = await site.open();
  await waitForStatus(opened, 'Ready: press Train.');
  await setUpSmallRun(opened, '4');
  await opened.button('Train').click();
  await waitForStatus(opened, /^Finished/);
  return { ...opened, answer: opened.page.locator('.answer') };
}

/** How many pixels of what the network sees are not black. @param {import('playwright-core').Page} page */
const ink = (page) =>
  page.getByRole('img', { name: 'What the network sees' }).evaluate((canvas) => {
    const { data } = /** @type {CanvasRenderingContext2D} */ (
      /** @type {HTMLCanvasElement} */ (canvas).getContext('2d')
    ).getImageData(0, 0, 28, 28);
    return data.filter((level, i) => i % 4 === 0 && level > 0).length;
  });

/** @param {() => Promise<boolean>} holds */
async function until(holds) {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    if (await holds()) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail('it did not come to that within ten seconds');
}

test('in a window of 1280 × 800 the pad and all ten bars are in sight, and stand still whatever the answer', async () => {
  const opened = await site.open();
  await waitForStatus(opened, 'Ready: press Train.');
  const last = opened.page.getByRole('list', { name: 'Class scores' }).locator('li').last();
  const bottom = async () => {
    const box = await last.boundingBox();
    return box ? box.y + box.height : NaN;
  };
  const before = await bottom();
  assert.ok(before <= 800, `the last bar ends at ${before}`);
  await setUpSmallRun(opened, '4');
  await opened.button('Train').click();
  await waitForStatus(opened, /^Finished/);
  await drawLine(opened.page, T_SHIRT);
  await opened.page.locator('.answer').filter({ hasText: ANSWER }).waitFor();
  await opened.page.evaluate(() => scrollTo(0, 0));
  assert.equal(await bottom(), before);
  await opened.close();
});

test('the steps from a drawing to 28 × 28 are shown when somebody asks, and follow the drawing', async () => {
  const opened = await openTrained();
  const { page } = opened;
  const steps = page.getByText('From the drawing to 28 × 28, step by step');
  assert.equal(await steps.count(), 0);
  await drawLine(page, T_SHIRT);
  await opened.answer.filter({ hasText: ANSWER }).waitFor();
  await steps.click();
  const cut = page.getByRole('img', { name: 'Cut out' });
  const width = () => cut.evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).width);
  const before = await width();
  assert.ok(before > 300 && before < 400, `the T-shirt is ${before} pixels wide`);
  await drawLine(page, [
    [20, 260],
    [260, 260],
  ]);
  await until(async () => (await width()) > 480);
  const columns = await page.evaluate(() => {
    const [seen, mirrored] = ['Fitted to 28 × 28', 'Mirrored'].map((name) => {
      const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector(`canvas[aria-label="${name}"]`));
      return [...(canvas.getContext('2d')?.getImageData(0, 14, 28, 1).data ?? [])].filter((_, i) => i % 4 === 0);
    });
    return { seen, mirrored };
  });
  assert.deepEqual(columns.mirrored, columns.seen?.reverse());
  await opened.close();
});

test('the page draws a garment to start from, another one each time, and undo takes it back', async () => {
  const opened = await openTrained();
  await opened.field('Class to draw').selectOption('Bag');
  await opened.button('Draw one for me').click();
  await opened.answer.filter({ hasText: ANSWER }).waitFor();
  const first = await ink(opened.page);
  await until(async () => {
    await opened.button('Draw one for me').click();
    await opened.page.waitForTimeout(300);
    return (await ink(opened.page)) !== first;
  });
  await opened.button('Undo').evaluate(async (undo) => {
    while (undo.getAttribute('aria-disabled') !== 'true') {
      /** @type {HTMLElement} */ (undo).click();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
  });
  await opened.answer.filter({ hasText: 'Nothing drawn' }).waitFor();
  await opened.close();
});

test('an outline can be filled, and emptied again', async () => {
  const opened = await openTrained();
  await drawLine(opened.page, T_SHIRT);
  await opened.answer.filter({ hasText: ANSWER }).waitFor();
  await opened.page.waitForTimeout(300);
  const outline = await ink(opened.page);
  await opened.button('Fill outlines').click();
  await until(async () => (await ink(opened.page)) > 1.3 * outline);
  await opened.button('Undo').click();
  await until(async () => (await ink(opened.page)) === outline);
  await opened.close();
});

test('with Mirror pressed, half a garment becomes a whole one', async () => {
  const opened = await openTrained();
  await opened.button('Mirror').click();
  await until(async () => (await opened.button('Mirror').getAttribute('aria-pressed')) === 'true');
  await drawLine(opened.page, [
    [140, 60],
    [60, 100],
    [60, 220],
    [140, 220],
  ]);
  await opened.answer.filter({ hasText: ANSWER }).waitFor();
  await opened.page.waitForTimeout(300);
  const isSymmetric = await opened.page.getByRole('img', { name: 'What the network sees' }).evaluate((canvas) => {
    const { data } = /** @type {CanvasRenderingContext2D} */ (
      /** @type {HTMLCanvasElement} */ (canvas).getContext('2d')
    ).getImageData(0, 0, 28, 28);
    const level = (/** @type {number} */ x, /** @type {number} */ y) => data[4 * (28 * y + x)] ?? 0;
    return Array.from({ length: 784 }, (_, i) => [i % 28, Math.floor(i / 28)]).every(
      ([x = 0, y = 0]) => Math.abs(level(x, y) - level(27 - x, y)) <= 32,
    );
  });
  assert.ok(isSymmetric);
  await opened.button('Undo').click();
  await opened.answer.filter({ hasText: 'Nothing drawn' }).waitFor();
  await opened.close();
});

test('five training images that are most like the drawing are shown with their classes, also while a run trains', async () => {
  const opened = await openTrained();
  const images = opened.page.locator('.nearest li');
  await drawLine(opened.page, T_SHIRT);
  await until(async () => (await images.count()) === 5);
  await opened.button('Clear').click();
  await until(async () => (await images.count()) === 0);
  await opened.field('Epochs').fill('500');
  await opened.button('Train').click();
  await waitForStatus(opened, /epochs done/);
  await drawLine(opened.page, T_SHIRT);
  await until(async () => (await images.count()) === 5);
  await opened.close();
});

test('the answer names the three likeliest classes, and says when a drawing is like none of the ten', async () => {
  const opened = await openTrained();
  const order = () =>
    opened.page.locator('.scores li').evaluateAll((items) =>
      items
        .map((item) => ({
          name: item.querySelector('.score-name')?.textContent ?? '',
          score: Number.parseFloat(item.querySelector('.score-value')?.textContent ?? ''),
        }))
        .sort((a, b) => b.score - a.score),
    );
  await opened.button('Load a test image').click();
  await opened.answer.filter({ hasText: ANSWER }).waitFor();
  const known = await opened.answer.innerText();
  const [first, second] = await order();
  assert.ok(known.includes(`: ${first?.name}`), known);
  assert.ok((second?.score ?? 0) < 1 || known.includes(String(second?.name)), known);
  await opened.button('Clear').click();
  // A network of a few seconds is at a loss before a scribble.
  await drawLine(opened.page, [
    [40, 40],
    [240, 240],
    [140, 140],
    [240, 40],
    [40, 240],
    [140, 60],
    [140, 230],
  ]);
  await opened.answer.filter({ hasText: ANSWER }).waitFor();
  const scores = (await order()).map(({ score }) => score / 100);
  const perplexity = Math.exp(-scores.reduce((sum, score) => sum + (score > 0 ? score * Math.log(score) : 0), 0));
  const text = await opened.answer.innerText();
  if (Math.abs(perplexity - 3.8) > 0.2) {
    assert.equal(text.startsWith('Unlike any of the ten; nearest:'), perplexity > 3.8, `${text}, ${perplexity}`);
  }
  await opened.close();
});
