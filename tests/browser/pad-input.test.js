// The pad under mouse, touch, pen and keyboard: every way of drawing makes strokes, and none of them loses one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { slowness } from './slowness.js';
import { drawLine, painted, useSite, waitForStatus } from './support.js';

const site = useSite();

/** @param {import('playwright-core').BrowserContextOptions} [context] */
async function openPad(context) {
  const opened = await site.open({ context });
  const pad = opened.page.getByRole('img', { name: 'Drawing pad', exact: true });
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.button('Draw one for me').waitFor(); // the last part of the page to come: nothing moves any more
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

/** @type {[number, number][]} */
const ZIGZAG = [
  [60, 60],
  [200, 100],
  [100, 220],
];

/** What the network sees of the zigzag, once all of it has been drawn. @param {Awaited<ReturnType<typeof openPad>>} opened */
async function seenZigzag(opened) {
  await opened.answer.filter({ hasText: 'Untrained' }).waitFor();
  await opened.page.waitForTimeout(300); // the end of the stroke, drawn after its first answer
  return opened.seen();
}

/**
 * Scaling and scrolling put pointers between two pad units, so that a pixel at the edge of a line may go over.
 * @param {number[][]} images
 */
function expectSamePictures(images) {
  assert.ok(images[0]?.some((level) => level > 200));
  for (const image of images.slice(1)) {
    const differences = image.map((level, i) => Math.abs(level - (images[0]?.[i] ?? 0)));
    assert.ok(Math.max(...differences) <= 2, `levels differ by ${Math.max(...differences)}`);
  }
}

test('what the network sees depends neither on the pixel ratio of the screen nor on the zoom', async () => {
  const zoomed = { deviceScaleFactor: 2, viewport: { width: 640, height: 400 } }; // 1280 × 800 at 200 %
  /** @type {number[][]} */
  const images = [];
  for (const context of [...[1, 1.5, 2, 3].map((deviceScaleFactor) => ({ deviceScaleFactor })), zoomed]) {
    const opened = await openPad(context);
    await drawLine(opened.page, ZIGZAG);
    images.push(await seenZigzag(opened));
    await opened.close();
  }
  expectSamePictures(images);
});

test('what the network sees depends neither on where the page is scrolled nor on its size, nor on a change of it in mid-stroke', async () => {
  const opened = await openPad();
  /** @type {number[][]} */
  const images = [];
  const redraw = async (/** @type {() => Promise<unknown>} */ change) => {
    await change();
    await painted(opened.page);
    await drawLine(opened.page, ZIGZAG);
    images.push(await seenZigzag(opened));
    await opened.button('Clear').click();
    await opened.answer.filter({ hasText: 'Nothing drawn' }).waitFor();
  };
  await redraw(() => Promise.resolve());
  await redraw(() => opened.page.evaluate(() => window.scrollBy(0, 37)));
  await redraw(() => opened.page.setViewportSize({ width: 900, height: 700 }));
  await redraw(() => opened.page.setViewportSize({ width: 390, height: 844 }));
  // The page becomes another one between two points of a stroke.
  await opened.page.setViewportSize({ width: 1280, height: 800 });
  await opened.pad.scrollIntoViewIfNeeded();
  const at = async (/** @type {[number, number]} */ [x, y], /** @type {number} */ steps) => {
    const box = /** @type {{ x: number, y: number }} */ (await opened.pad.boundingBox());
    await opened.page.mouse.move(box.x + x, box.y + y, { steps });
  };
  await at([60, 60], 1);
  await opened.page.mouse.down();
  await at([200, 100], 4);
  await opened.page.evaluate(() => window.scrollBy(0, -20));
  await painted(opened.page);
  await at([100, 220], 1);
  await opened.page.mouse.up();
  images.push(await seenZigzag(opened));
  expectSamePictures(images);
  await opened.close();
});

test('mouse, pen and finger give the same picture', async () => {
  const opened = await openPad(PHONE);
  /** @type {number[][]} */
  const images = [];
  const clear = async () => {
    images.push(await seenZigzag(opened));
    await opened.button('Clear').evaluate((clear) => /** @type {HTMLElement} */ (clear).click());
    await opened.answer.filter({ hasText: 'Nothing drawn' }).waitFor();
  };
  const [first, ...rest] = ZIGZAG;
  const finger = async () => {
    const { x, y } = /** @type {{ x: number, y: number }} */ (await opened.pad.boundingBox());
    const send = (
      /** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type,
      /** @type {[number, number][]} */ points,
    ) =>
      opened.input.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([px, py]) => ({ x: x + px, y: y + py, id: 1 })),
      });
    await send('touchStart', [/** @type {[number, number]} */ (first)]);
    for (const point of rest) {
      await send('touchMove', [point]);
    }
    await send('touchEnd', []);
  };
  await finger();
  await clear();
  for (const pointerType of /** @type {const} */ (['mouse', 'pen'])) {
    const { x, y } = /** @type {{ x: number, y: number }} */ (await opened.pad.boundingBox());
    for (const [i, [px, py]] of ZIGZAG.entries()) {
      await opened.input.send('Input.dispatchMouseEvent', {
        type: i === 0 ? 'mousePressed' : 'mouseMoved',
        x: x + px,
        y: y + py,
        button: 'left',
        buttons: 1,
        clickCount: 1,
        pointerType,
      });
    }
    await opened.input.send('Input.dispatchMouseEvent', { type: 'mouseReleased', x, y, button: 'left', pointerType });
    await clear();
  }
  expectSamePictures(images);
  await opened.close();
});

test('an upright stroke of a finger on the pad leaves the page where it is; beside the pad it scrolls', async () => {
  const opened = await openPad(PHONE);
  // By the pad's place: what comes or goes above it while the browser holds it still is no scrolling.
  const place = async () => Math.round(/** @type {{ y: number }} */ (await opened.pad.boundingBox()).y);
  const box = /** @type {{ x: number, y: number }} */ (await opened.pad.boundingBox());
  const swipe = async (/** @type {number} */ x, /** @type {number} */ from, /** @type {number} */ to) => {
    const send = (/** @type {'touchStart' | 'touchMove' | 'touchEnd'} */ type, /** @type {number[]} */ ys) =>
      opened.input.send('Input.dispatchTouchEvent', { type, touchPoints: ys.map((y) => ({ x, y, id: 1 })) });
    await send('touchStart', [from]);
    for (let i = 1; i <= 10; ++i) {
      await send('touchMove', [from + ((to - from) * i) / 10]);
    }
    await send('touchEnd', []);
    await opened.page.waitForTimeout(400);
  };
  const before = await place();
  await swipe(box.x + 140, box.y + 260, box.y + 30);
  assert.equal(await place(), before);
  await swipe(box.x - 30, box.y + 260, box.y + 30);
  assert.notEqual(await place(), before);
  await opened.close();
});

test('while a run trains, the bars follow the pen within 50 ms of its lifting', async (t) => {
  const opened = await openPad();
  await opened.field('Epochs').fill('500');
  await opened.button('Train').click();
  await waitForStatus(opened, /1 of 500 epochs done/);
  const times = await opened.page.evaluate(async () => {
    const pad = /** @type {HTMLCanvasElement} */ (document.querySelector('.pad'));
    pad.setPointerCapture = () => {};
    const box = pad.getBoundingClientRect();
    const point = (/** @type {string} */ type, /** @type {number} */ x, /** @type {number} */ y) =>
      pad.dispatchEvent(
        new PointerEvent(type, { pointerId: 1, clientX: box.left + x, clientY: box.top + y, bubbles: true }),
      );
    const says = () => document.querySelector('.answer')?.textContent ?? '';
    const until = async (/** @type {() => boolean} */ holds) => {
      const began = performance.now();
      while (!holds() && performance.now() - began < 5000) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      return performance.now() - began;
    };
    const clear = /** @type {HTMLButtonElement} */ (
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Clear')
    );
    const found = [];
    for (let i = 0; i < 15; ++i) {
      point('pointerdown', 80, 60);
      point('pointermove', 200, 220);
      point('pointermove', 60, 200);
      point('pointerup', 60, 200);
      found.push(await until(() => /Looks like|Unlike any/.test(says())));
      clear.click();
      await until(() => says().includes('Nothing'));
    }
    return found;
  });
  const slow = await slowness(opened.page);
  const median = /** @type {number} */ (times.sort((a, b) => a - b)[7]);
  t.diagnostic(`${times.map(Math.round).join(', ')} ms; ${slow.toFixed(2)} times a quiet minute`);
  assert.ok(median < 50 * slow, `${median} ms`);
  await opened.close();
});
