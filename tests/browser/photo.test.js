// A photo on the page: how it comes in, what is refused and in which words, the box and the slider, and what is done with it.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { lyingJpeg, png, tShirt } from './photo-files.js';
import { ANSWER, drawLine, painted, RELOAD_ABORTS, setUpSmallRun, T_SHIRT, useSite, waitForStatus } from './support.js';

const SCREENSHOTS = path.join(import.meta.dirname, '../../build/screenshots');
const FAKE_CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
const site = useSite();
const cameraSite = useSite(FAKE_CAMERA);

/** @typedef {Awaited<ReturnType<typeof site.open>>} Opened */

/** @param {Opened} opened */
async function train(opened) {
  await waitForStatus(opened, 'Ready: press Train.');
  await setUpSmallRun(opened, '4');
  await opened.button('Train').click();
  await waitForStatus(opened, /^Finished/);
}

/** The page with a trained network, about to be shown a photo. */
async function openTrained() {
  const opened = await site.open();
  await train(opened);
  await opened.button('Photo').click();
  return opened;
}

/** @param {Opened} opened @param {import('./photo-files.js').PictureFile} file */
async function choose(opened, file) {
  await opened.field('Photo to open').setInputFiles(file);
}

/**
 * A picture dropped on the heading, or pasted there.
 * @param {import('playwright-core').Page} page @param {import('./photo-files.js').PictureFile} file
 * @param {'drop' | 'paste'} type
 */
const offer = (page, { buffer }, type) =>
  page.evaluate(
    ([bytes, event]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], 'shirt.png', { type: 'image/png' }));
      const options = { bubbles: true, cancelable: true };
      document
        .querySelector('h1')
        ?.dispatchEvent(
          event === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: transfer })
            : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
        );
    },
    /** @type {const} */ ([[...buffer], type]),
  );

/** @param {Opened} opened */
const answered = (opened) => opened.page.locator('.answer').filter({ hasText: ANSWER }).waitFor();

/** The canvas of the photo: its shape, and the colour in the middle of its upper edge. @param {Opened} opened */
const shownPhoto = ({ page }) =>
  page.getByRole('img', { name: 'Photo', exact: true }).evaluate((element) => {
    const canvas = /** @type {HTMLCanvasElement} */ (element);
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(
      canvas.width / 2,
      10,
      1,
      1,
    );
    return { width: canvas.width, height: canvas.height, top: [...data] };
  });

/** What the network sees of the photo. @param {Opened} opened @returns {Promise<number[]>} */
const firstView = ({ page }) =>
  page.getByRole('img', { name: 'What the network sees, view 1' }).evaluate((element) => {
    const context = /** @type {HTMLCanvasElement} */ (element).getContext('2d');
    return [...(context?.getImageData(0, 0, 28, 28).data ?? [])].filter((_, i) => i % 4 === 0);
  });

test('a photo is opened, its steps are shown, it is scored, and the drawing comes back untouched', async () => {
  const opened = await site.open();
  await train(opened);
  await drawLine(opened.page, T_SHIRT);
  await answered(opened);
  await opened.page.waitForTimeout(300); // the end of the stroke
  const drawn = await opened.page.locator('.answer').innerText();
  await opened.button('Photo').click();
  await opened.page.getByText('Nothing leaves this machine').waitFor();
  await opened.page.getByText('No photo yet.').waitFor();
  await choose(opened, png(300, 300, tShirt(300, 300)));
  await opened.page.getByRole('img', { name: 'The garment found' }).waitFor();
  await answered(opened);
  await opened.page.getByText('Most like it, of the training images').waitFor();
  const view = await firstView(opened);
  assert.ok(view.filter((level) => level > 0).length > 150, 'the T-shirt fills its picture');
  fs.mkdirSync(SCREENSHOTS, { recursive: true });
  await opened.page.screenshot({ path: path.join(SCREENSHOTS, 'photo.png'), fullPage: true });
  await opened.button('Draw').click();
  await opened.page
    .locator('.answer')
    .filter({ hasText: drawn.split('\n')[0] ?? drawn })
    .waitFor();
  await opened.button('Photo').click();
  await opened.page.getByRole('img', { name: 'The garment found' }).waitFor();
  await opened.close();
});

test('what is no picture, or too large a one, is refused in a sentence, and the photo before stays', async () => {
  const opened = await openTrained();
  const { page } = opened;
  const good = png(200, 200, tShirt(200, 200));
  await choose(opened, good);
  await answered(opened);
  const text = Buffer.from('Dear page, this is a letter and no picture at all.');
  /** @type {[Buffer, string, RegExp][]} */
  const refused = [
    [Buffer.alloc(0), 'empty.png', /This file is empty: it has 0 bytes/],
    [png(20_000, 20_000).buffer, 'huge.png', /20,000 × 20,000 pixels: 16 million at most/],
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'drawing.svg', /no picture that the page knows|SVG/],
    [Buffer.from('<svg width="9" height="9"></svg>'), 'drawing.svg', /SVG files are not taken/],
    [text, 'letter.png', /no picture that the page knows: JPEG, PNG/],
    [Buffer.concat([good.buffer.subarray(0, 60)]), 'broken.png', /cannot read this picture: it is damaged/],
    [good.buffer.subarray(0, 14), 'stub.png', /no picture that the page knows|damaged/],
    [Buffer.alloc(9 * 2 ** 20, 'x'), 'heavy.jpg', /This picture has 9\.0 MB: 8 at most/],
  ];
  for (const [buffer, name, sentence] of refused) {
    await choose(opened, { name, mimeType: 'image/png', buffer });
    await page.locator('#photo [role="alert"]').filter({ hasText: sentence }).waitFor();
    assert.equal((await shownPhoto(opened)).width, 560, name);
  }
  await choose(opened, good);
  await page.locator('#photo .error').waitFor({ state: 'detached' });
  await opened.close();
});

test('a picture of one pixel holds no garment; see-through pixels are background', async () => {
  const opened = await openTrained();
  await choose(
    opened,
    png(1, 1, () => [255, 0, 0, 255]),
  );
  await opened.page.getByText('No garment stands out from its background.').waitFor();
  await choose(opened, png(200, 200, tShirt(200, 200, [0, 0, 0, 0])));
  await answered(opened);
  const onNothing = await firstView(opened);
  assert.ok(onNothing.filter((level) => level > 0).length > 150);
  assert.deepEqual(
    (await shownPhoto(opened)).top.slice(0, 3).map((level) => level > 60),
    [true, true, true],
  );
  await opened.close();
});

test('a photo taken with the camera held upright stands upright', async () => {
  const opened = await openTrained();
  // Stored lying on its side: what is stored at the left is the top.
  const upright = tShirt(90, 120);
  await choose(
    opened,
    lyingJpeg(120, 90, (x, y) => (x < 10 ? [20, 60, 220, 255] : upright(y, x))),
  );
  await answered(opened);
  const { width, height, top } = await shownPhoto(opened);
  assert.ok(height > width, `${width} × ${height}`);
  assert.ok((top[2] ?? 0) > (top[0] ?? 0) + 30, `the top is blue: ${top}`);
  await opened.close();
});

test('a picture is dropped anywhere, or pasted', async () => {
  const opened = await site.open();
  await train(opened);
  const { page } = opened;
  for (const type of /** @type {const} */ (['drop', 'paste'])) {
    await offer(page, png(200, 100, tShirt(200, 100)), type);
    await answered(opened);
    assert.deepEqual(await shownPhoto(opened).then(({ width, height }) => [width, height]), [560, 280]);
    await opened.button('Draw').click();
    await page.getByText('Nothing drawn.').waitFor();
  }
  await opened.close();
});

test('a picture that is dropped before all of the page is there is opened once it is', async () => {
  // A service worker would have all of the page at hand; without one, images may be on their way when the page is left.
  const opened = await site.open({ context: { serviceWorkers: 'block' }, expected: RELOAD_ABORTS });
  const { page } = opened;
  /** @type {() => void} */
  let letGo = () => {};
  const held = new Promise((resolve) => {
    letGo = () => resolve(undefined);
  });
  await page.context().route('**/lab.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await waitForStatus(opened, 'Ready: press Train.');
  assert.equal(await opened.button('Photo').count(), 0, 'not all of it is there');
  await offer(page, png(200, 100, tShirt(200, 100)), 'drop');
  letGo();
  await page.getByRole('img', { name: 'What the network sees, view 1' }).waitFor();
  assert.deepEqual(await shownPhoto(opened).then(({ width, height }) => [width, height]), [560, 280]);
  await opened.close();
});

test('the crop box is set by keyboard and by pointer, the slider moves the border, and the whole photo comes back', async () => {
  const opened = await openTrained();
  const { page } = opened;
  await choose(opened, png(280, 280, tShirt(280, 280)));
  await answered(opened);
  const whole = await firstView(opened);
  await opened.button('Crop').click();
  await page.locator('#photo [aria-pressed="true"]').waitFor();
  const photo = page.getByRole('img', { name: 'Photo', exact: true });
  const differs = async (/** @type {number[]} */ before) => {
    for (let tries = 0; tries < 50; ++tries) {
      await painted(page);
      const now = await firstView(opened);
      if (now.some((level, i) => level !== before[i])) {
        return now;
      }
    }
    return assert.fail('what the network sees has not changed');
  };
  await photo.focus();
  for (let i = 0; i < 8; ++i) {
    await page.keyboard.press('Shift+ArrowUp'); // the hem is cut off
  }
  const byKeyboard = await differs(whole);
  const box = /** @type {{ x: number, y: number }} */ (await photo.boundingBox());
  await page.mouse.move(box.x + 100, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 8, box.y + 8, { steps: 3 }); // moves the box
  await page.mouse.up();
  await page.mouse.move(box.x + 270, box.y + 270); // outside: a new box
  await page.mouse.down();
  await page.mouse.move(box.x + 140, box.y + 20, { steps: 4 });
  await page.mouse.up();
  await differs(byKeyboard);
  await opened.button('Crop').click();
  await page.waitForFunction(() => document.querySelector('#photo canvas')?.className === '');
  await page.waitForTimeout(300);
  assert.deepEqual(await firstView(opened), whole);
  await opened.close();
});

test('of keys that come faster than the page is drawn, none is lost', async () => {
  const opened = await openTrained();
  const { page } = opened;
  await choose(opened, png(280, 280, tShirt(280, 280)));
  await answered(opened);
  const photo = page.getByRole('img', { name: 'Photo', exact: true });
  /** What is seen once the box was made smaller, `atOnce` keys a frame. @param {number} atOnce */
  const seenAfterKeys = async (atOnce) => {
    await opened.button('Crop').click();
    await page.locator('#photo [aria-pressed="true"]').waitFor();
    for (let pressed = 0; pressed < 12; pressed += atOnce) {
      await photo.evaluate((element, count) => {
        for (let i = 0; i < count; ++i) {
          element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', shiftKey: true }));
        }
      }, atOnce);
      await painted(page);
    }
    await page.waitForTimeout(500); // what is seen follows
    const seen = await firstView(opened);
    await opened.button('Crop').click();
    await page.locator('#photo [aria-pressed="false"]').waitFor();
    return seen;
  };
  const oneByOne = await seenAfterKeys(1);
  assert.deepEqual(await seenAfterKeys(12), oneByOne);
  await opened.close();
});

test('a photo is taught like a drawing', async () => {
  const opened = await openTrained();
  await opened.page.locator('#teach').getByText('Open a photo first.').waitFor();
  await choose(opened, png(200, 200, tShirt(200, 200)));
  await answered(opened);
  await opened.field('This is a').selectOption('Sandal');
  await opened.button('Teach').click();
  await opened.page.locator('#teach').getByText('1 of 1 known, after the lesson.').waitFor();
  await opened.page.locator('.answer').filter({ hasText: ': Sandal' }).waitFor();
  await opened.close();
});

test('a photo is looked at while a run trains, and its scores follow the network', async () => {
  const opened = await site.open();
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.button('Photo').click();
  await choose(opened, png(200, 200, tShirt(200, 200)));
  await opened.page.getByText('Untrained: press Train first.').waitFor();
  await setUpSmallRun(opened, '400');
  await opened.button('Train').click();
  await answered(opened);
  const scores = opened.page.getByRole('list', { name: 'Class scores' });
  const before = await scores.innerText();
  await opened.page.waitForFunction(
    (text) => /** @type {HTMLElement} */ (document.querySelector('.scores')).innerText !== text,
    before,
  );
  await opened.button('Pause').click();
  await opened.close();
});

test('in a hand the photo stands where the pad stands, above the bars', async () => {
  const opened = await site.open({ context: { viewport: { width: 390, height: 844 } } });
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.button('Photo').click();
  await opened.button('Open a photo').waitFor();
  const lefts = await opened.page.evaluate(() =>
    ['#photo', '.scores'].map((place) => document.querySelector(place)?.getBoundingClientRect().left),
  );
  assert.equal(lefts[0], lefts[1]);
  await opened.close();
});

test('the camera gives a picture and is closed with it, or when another thing is done', async () => {
  const opened = await cameraSite.open();
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.button('Photo').click();
  await opened.button('Camera').click();
  await opened.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  const isClosed = () =>
    opened.page.waitForFunction(
      () => document.querySelector('video') === null || !document.querySelector('video')?.srcObject,
    );
  await opened.button('Cancel').click();
  await isClosed();
  await opened.button('Camera').click();
  await opened.page.waitForFunction(() => (document.querySelector('video')?.videoWidth ?? 0) > 0);
  await opened.button('Take the picture').click();
  await isClosed();
  await opened.page.getByRole('img', { name: 'Photo', exact: true }).waitFor();
  await opened.close();
});

test('where there is no camera, or it is not allowed, a sentence says so', async () => {
  const opened = await site.open();
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.button('Photo').click();
  await opened.button('Camera').click();
  await opened.page
    .locator('#photo [role="alert"]')
    .getByText(/camera/i)
    .waitFor();
  await opened.close();
});
