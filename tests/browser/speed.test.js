// What a visitor waits for: the page's weight, the way to the first point, and an answering page beside the largest network.
// Times are held to twice their goals (3 s, 50 ms): other work on the same machine makes single ones half as long again. The
// figures are printed, to be read against the goals themselves.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { SITE } from '../support/site.js';
import {
  openIsolated,
  RELOAD_ABORTS,
  reloadForAllCores,
  serveSite,
  useBrowser,
  useSite,
  waitForStatus,
} from './support.js';

const browser = useBrowser();
const site = useSite();

const MOST_BYTES = 200_000;
const MOST_LOAD_MS = 2 * 3000;
const MOST_TASK_MS = 2 * 50;
const MOST_PAUSE_MS = 100;
const LARGEST = '2048, 2048, 1024'; // 7.9 of at most 8 million weights

/**
 * Bytes of the files asked for until the page can train, compressed as a host would, without the data. What compares runs
 * is loaded after that.
 * @param {string[]} asked in their order
 */
function weightOf(asked) {
  let bytes = 0;
  const lab = asked.findIndex((url) => url.endsWith('/lab.js'));
  assert.ok(lab > 0, 'the lab is loaded');
  for (const url of new Set(asked.slice(0, lab))) {
    const file = url.replace(/^\/some\/folder\//, '') || 'index.html';
    if (!file.startsWith('data/')) {
      bytes += zlib.gzipSync(fs.readFileSync(path.join(SITE, file)), { level: 9 }).length;
    }
  }
  return bytes;
}

test('until it can train the page weighs at most 200 KB without its data, with one thread and with all cores', async (t) => {
  /** @type {string[]} */
  let asked = [];
  const host = await serveSite({ fault: ({ url = '' }) => asked.push(url) < 0 }); // no fault: it only listens
  t.after(host.close);
  const opened = await browser.open(host.url, { expected: RELOAD_ABORTS });
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.page.getByText('Nothing to compare yet').waitFor();
  const first = weightOf(asked);
  asked = [];
  await reloadForAllCores(opened);
  await waitForStatus(opened, 'Ready: press Train.');
  await opened.page.getByText('Nothing to compare yet').waitFor();
  const second = weightOf(asked);
  t.diagnostic(`one thread: ${first} bytes, all cores: ${second} bytes`);
  for (const bytes of [first, second]) {
    assert.ok(bytes > 100_000 && bytes <= MOST_BYTES, `${bytes} bytes`); // not less than the module alone
  }
  await opened.close();
});

test('the first epoch of 10,000 images is measured soon after the navigation', async (t) => {
  const times = [];
  for (let visit = 0; visit < 3; ++visit) {
    const opened = await site.open();
    await opened.button('Train').click();
    await opened.page
      .locator('.readout')
      .first()
      .filter({ hasText: /^epoch 1 / })
      .waitFor();
    times.push(await opened.page.evaluate(() => performance.now()));
    await opened.close();
  }
  const best = Math.min(...times); // the least disturbed: other work on this machine only adds
  t.diagnostic(`first point after ${times.map(Math.round).join(', ')} ms`);
  assert.ok(best <= MOST_LOAD_MS, `${best} ms`);
});

test('beside the largest network the page has no long tasks, and Pause acts within 100 ms', async (t) => {
  const opened = await openIsolated(site);
  const { page, button, field } = opened;
  await waitForStatus(opened, 'Ready');
  await field('Hidden layers').fill(LARGEST);
  await page.evaluate(() => {
    /** @type {any} */ (globalThis).longTasks = [];
    new PerformanceObserver((list) => {
      /** @type {any} */ (globalThis).longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask' });
  });
  const pauses = [];
  await button('Train').click();
  for (let pause = 0; pause < 5; ++pause) {
    await page.getByText(/images per second/).waitFor();
    await page.waitForTimeout(700);
    pauses.push(
      await page.evaluate(
        () =>
          new Promise((/** @type {(milliseconds: number) => void} */ resolve) => {
            const status = /** @type {Element} */ (document.querySelector('#status'));
            const began = performance.now();
            new MutationObserver(() => {
              if (status.textContent?.includes('Paused')) {
                resolve(performance.now() - began);
              }
            }).observe(status, { childList: true, characterData: true, subtree: true });
            const pauseButton = [...document.querySelectorAll('button')].find(
              ({ textContent }) => textContent?.trim() === 'Pause',
            );
            pauseButton?.click();
          }),
      ),
    );
    await button('Resume').click();
  }
  await button('Pause').click();
  await waitForStatus(opened, 'Paused');
  const tasks = await page.evaluate(() => /** @type {any} */ (globalThis).longTasks);
  pauses.sort((a, b) => a - b);
  t.diagnostic(
    `Pause after ${pauses.map(Math.round).join(', ')} ms; long tasks: ${tasks.map(Math.round).join(', ') || 'none'}`,
  );
  const median = /** @type {number} */ (pauses[2]);
  assert.ok(median <= MOST_PAUSE_MS, `${median} ms`);
  assert.deepEqual(
    tasks.filter((/** @type {number} */ duration) => duration > MOST_TASK_MS),
    [],
  );
  await opened.close();
});
