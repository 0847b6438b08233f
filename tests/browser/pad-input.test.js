// The pad under mouse, touch, pen and keyboard: every way of drawing makes strokes, and none of them loses one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawLine, painted, useSite, waitForStatus } from './support.js';

const site = useSite();

/** @param {import('playwright-core').BrowserContextOptions} [context] */
async function openPad(context) {
  const opened = await site.open({ context });
  const pad = opened.page.getByRole('img', { name: 'Drawing pad', exact: true });
  await waitForStatus(opened, 'Ready: press Train.');
  await pad.scrollIntoViewIfNeeded();
  const box = /** @type {{ x: number, y: number }} */ (await pad.boundingBox());
  const input = await opened.page.context().newCDPSession(opened.page);
  /** Grey levels of what the network sees, from the canvas that shows it. */
  const seen = () =>
    opened.page.getByRole('img', { name: 'What the network sees' }).evaluate((canvas) => {
      const { data } = /** @type {CanvasRenderingContext2D} */ (
        /** @type {HTMLCanvasElement} */ (canvas).getContext('2d')
      ).getImageData(0, 0, 28, 28);
      return Array.from({ length: 784 }, (_, i) => data[4 * i] ?? 0);
    });
  /**
   * @param {'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'} type
   * @param {[number, number, number][]} fingers x, y in pad units, and the finger's number
   */
  const touch = (type, fingers) =>
    input.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: fingers.map(([x, y, id]) => ({ x: box.x + x, y: box.y + y, id })),
    });
  return { ...opened, pad, box, input, seen, touch, answer: opened.page.locator('.answer') };
}

/** How many strokes can be taken back, by taking them back. @param {Awaited<ReturnType<typeof openPad>>} opened */
async function countStrokes({ page, button }) {
  await painted(page);
  return button('Undo').evaluate(async (undo) => {
    let strokes = 0;
    while (undo.getAttribute('aria-disabled') !== 'true') {
      /** @type {HTMLElement} */ (undo).click();
      strokes += 1;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    }
    return strokes;
  });
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('a finger draws, a second finger is ignored meanwhile, and the page does not scroll', async () => {
  const opened = await openPad(PHONE);
  const place = () => opened.pad.boundingBox();
  const before = await place();
  await opened.touch('touchStart', [[60, 60, 1]]);
  await opened.touch('touchMove', [[150, 150, 1]]);
  await opened.touch('touchStart', [
    [150, 150, 1],
    [200, 40, 2],
  ]);
  await opened.touch('touchMove', [
    [60, 220, 1],
    [220, 60, 2],
  ]);
  await opened.touch('touchEnd', []);
  await opened.answer.filter({ hasText: 'Untrained' }).waitFor();
  assert.deepEqual(await place(), before);
  assert.equal(await countStrokes(opened), 1);
  await opened.close();
});

test('a cancelled touch keeps what was drawn, and the next stroke works', async () => {
  const opened = await openPad(PHONE);
  await opened.touch('touchStart', [[60, 60, 1]]);
  await opened.touch('touchMove', [[150, 150, 1]]);
  await opened.touch('touchCancel', []);
  await opened.touch('touchStart', [[60, 200, 1]]);
  await opened.touch('touchMove', [[220, 200, 1]]);
  await opened.touch('touchEnd', []);
  await opened.answer.filter({ hasText: 'Untrained' }).waitFor();
  assert.equal(await countStrokes(opened), 2);
  await opened.close();
});

test('a pen draws, and so does a mouse that leaves the pad and comes back in one stroke', async () => {
  const opened = await openPad();
  const pen = (/** @type {'mousePressed' | 'mouseMoved' | 'mouseReleased'} */ type, x = 0, y = 0) =>
    opened.input.send('Input.dispatchMouseEvent', {
      type,
      x: opened.box.x + x,
      y: opened.box.y + y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
      pointerType: 'pen',
    });
  await pen('mousePressed', 60, 60);
  await pen('mouseMoved', 200, 60);
  await pen('mouseReleased', 200, 60);
  await drawLine(opened.page, [
    [60, 150],
    [-80, 150],
    [60, 220],
    [220, 220],
  ]);
  await opened.answer.filter({ hasText: 'Untrained' }).waitFor();
  assert.equal(await countStrokes(opened), 2);
  await opened.close();
});

test('the right button draws nothing', async () => {
  const opened = await openPad();
  await opened.pad.click({ button: 'right', position: { x: 100, y: 100 } });
  assert.equal(await countStrokes(opened), 0);
  await opened.close();
});

test('by keyboard: arrows move the pen, Space draws, Ctrl+Z takes back, Ctrl+Y brings back', async () => {
  const opened = await openPad();
  const { keyboard } = opened.page;
  await opened.pad.focus();
  await keyboard.press(' ');
  for (let i = 0; i < 6; ++i) {
    await keyboard.press('Shift+ArrowRight');
  }
  await keyboard.press(' ');
  await keyboard.press('ArrowDown');
  await opened.answer.filter({ hasText: 'Untrained' }).waitFor();
  await keyboard.press('Control+z');
  await opened.answer.filter({ hasText: 'Nothing drawn' }).waitFor();
  await keyboard.press('Control+y');
  await opened.answer.filter({ hasText: 'Untrained' }).waitFor();
  assert.equal(await countStrokes(opened), 1);
  await opened.close();
});

test('what the network sees does not depend on the pixel ratio of the screen', async () => {
  /** @type {number[][]} */
  const images = [];
  for (const deviceScaleFactor of [1, 1.5, 3]) {
    const opened = await openPad({ deviceScaleFactor });
    await drawLine(opened.page, [
      [60, 60],
      [200, 100],
      [100, 220],
    ]);
    await opened.answer.filter({ hasText: 'Untrained' }).waitFor();
    await opened.page.waitForTimeout(300); // the end of the stroke, drawn after its first answer
    images.push(await opened.seen());
    await opened.close();
  }
  assert.ok(images[0]?.some((level) => level > 200));
  for (const image of images.slice(1)) {
    const differences = image.map((level, i) => Math.abs(level - (images[0]?.[i] ?? 0)));
    assert.ok(Math.max(...differences) <= 2, `levels differ by ${Math.max(...differences)}`);
  }
});
