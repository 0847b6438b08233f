// The page in Debian's Chromium, served with no special headers, or with the faults that a test asks for. Every test fails
// on a console error, a page error, a failed request or a violation of the security policy that it did not expect.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { SITE } from '../support/site.js';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {(request: Request, response: Response) => boolean} Fault  true: it has answered the request */
/** @typedef {Awaited<ReturnType<typeof openPage>>} Opened */

/**
 * expected: problems that the test brings about itself; rested: the window has been open for a while, as people's are: in a
 * new one the browser's own address bar starts, which takes half a core for two to three seconds.
 * @typedef {{ context?: import('playwright-core').BrowserContextOptions | undefined, expected?: RegExp | undefined,
 *   rested?: boolean }} OpenOptions
 */

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const REST_MS = 3000;

/** A browser for the tests of one file. @param {string[]} [moreFlags] */
export function useBrowser(moreFlags = []) {
  /** @type {import('playwright-core').Browser} */
  let browser;
  before(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: [...FLAGS, ...moreFlags] });
  });
  after(() => browser.close());
  return {
    /** @param {string} url @param {OpenOptions} [options] */
    open: (url, options) => openPage(browser, url, options),
  };
}

/** A browser and the site, without faults, for the tests of one file. @param {string[]} [moreFlags] of the browser */
export function useSite(moreFlags) {
  const browser = useBrowser(moreFlags);
  /** @type {Awaited<ReturnType<typeof serveSite>>} */
  let site;
  before(async () => {
    site = await serveSite();
  });
  after(() => site.close());
  return {
    /** @param {OpenOptions} [options] */
    open: (options) => browser.open(site.url, options),
  };
}

/**
 * @param {{ fault?: Fault }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void>, setFault: (fault: Fault | undefined) => void }>}
 */
export async function serveSite({ fault } = {}) {
  // Under a folder, as on a shared host: every address in the site must be relative.
  const prefix = '/some/folder';
  const serve = sirv(SITE, { dev: true });
  const server = createServer((request, response) => {
    if (fault?.(request, response)) {
      return;
    }
    if (!request.url?.startsWith(`${prefix}/`)) {
      response.writeHead(404).end();
      return;
    }
    request.url = request.url.slice(prefix.length);
    serve(request, response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}${prefix}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve(undefined)));
    },
    setFault: (next) => {
      fault = next;
    },
  };
}

/**
 * A page on the site, in a window of its own.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {OpenOptions} [options]
 */
async function openPage(browser, url, { context: contextOptions, expected, rested = false } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...contextOptions });
  const page = await context.newPage();
  /** @type {string[]} */
  const problems = [];
  const note = (/** @type {string} */ problem) => expected?.test(problem) || problems.push(problem);
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy|Trusted/.test(message.text())) {
      note(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => note(`page error: ${error.message}`));
  page.on('requestfailed', (request) => note(`request failed: ${request.url()} ${request.failure()?.errorText}`));
  const origin = new URL(url).origin;
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) {
      note(`asked another host: ${request.url()}`);
    }
  });
  if (rested) {
    await page.waitForTimeout(REST_MS);
  }
  await page.goto(url);
  return {
    page,
    region: (/** @type {string} */ name) => page.getByRole('region', { name, exact: true }),
    button: (/** @type {string} */ name) => page.getByRole('button', { name, exact: true }),
    field: (/** @type {string} */ name) => page.getByLabel(name, { exact: true }),
    status: page.locator('#status').getByRole('status'),
    /** Closes the window; fails if anything went wrong in it. */
    close: async () => {
      await context.close();
      assert.deepEqual(problems, []);
    },
  };
}

/**
 * Waits until the status line says so.
 * @param {{ status: import('playwright-core').Locator }} opened
 * @param {string | RegExp} text
 * @param {number} [timeout] milliseconds
 */
export async function waitForStatus({ status }, text, timeout = 60_000) {
  await status.filter({ hasText: text }).waitFor({ timeout });
}

/**
 * Waits until the page shows everything that has happened so far: it is repainted once a frame, and a slow chart gets a frame of
 * its own.
 * @param {import('playwright-core').Page} page
 */
export async function painted(page) {
  await page.evaluate(async (frames) => {
    for (let i = 0; i < frames; ++i) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, 4);
}

/**
 * The page's training worker. The browser may report it later than the page's first answer from it, on a busy machine.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<import('playwright-core').Worker>}
 */
export async function trainingWorker(page) {
  const isTraining = (/** @type {import('playwright-core').Worker} */ worker) =>
    worker.url().endsWith('/worker/worker.js');
  const reported = page.waitForEvent('worker', { predicate: isTraining });
  reported.catch(() => {}); // it had come before: nothing waits for the event
  return page.workers().find(isTraining) ?? reported;
}

/**
 * The notebook's database as the page has it, for what runs in the page.
 * @param {import('playwright-core').Page} page
 * @returns {Promise<import('playwright-core').JSHandle<IDBDatabase>>}
 */
export const openNotebookDatabase = (page) =>
  page.evaluateHandle(
    () =>
      new Promise((/** @type {(database: IDBDatabase) => void} */ resolve, reject) => {
        const request = indexedDB.open('notebook');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      }),
  );

/**
 * The page after the reload that it offers, with all cores.
 * @param {{ open: (options?: OpenOptions) => Promise<Opened> }} site
 */
export async function openIsolated(site) {
  const opened = await site.open({ expected: RELOAD_ABORTS });
  await reloadForAllCores(opened);
  return opened;
}

/** What a trained network says of a drawing, whether it knows it or not. */
export const ANSWER = /Looks like:|Unlike any of the ten/;

/** The reload ends what is being loaded. */
export const RELOAD_ABORTS = /net::ERR_ABORTED/;

/** @param {Opened} opened */
export async function reloadForAllCores({ page, button }) {
  const loaded = page.waitForEvent('load');
  await button('Use all cores: reload').click();
  await loaded;
  assert.ok(await page.evaluate(() => crossOriginIsolated));
}

/**
 * The rows of the table under a chart, as numbers; accuracy in per cent.
 * @param {import('playwright-core').Page} page
 * @param {'Loss curves' | 'Accuracy curves'} chart
 * @returns {Promise<{ epoch: number, training: number, test: number, validation: number | undefined }[]>}
 */
export async function readCurve(page, chart) {
  const box = page.locator('.chart-box', { has: page.getByRole('img', { name: chart }) });
  await box.locator('details').evaluate((details) => {
    /** @type {HTMLDetailsElement} */ (details).open = true;
  });
  await painted(page);
  const table = box.locator('tbody tr');
  const rows = await table.evaluateAll((trs) =>
    trs.map((tr) => [...tr.children].map((cell) => Number.parseFloat(cell.textContent ?? ''))),
  );
  return rows.map(([epoch, training, test, validation]) => ({
    epoch: /** @type {number} */ (epoch),
    training: /** @type {number} */ (training),
    test: /** @type {number} */ (test),
    validation,
  }));
}

/**
 * Draws a line on the pad with the mouse. Points in pad units.
 * @param {import('playwright-core').Page} page
 * @param {[number, number][]} points
 */
export async function drawLine(page, points) {
  const pad = page.getByRole('img', { name: 'Drawing pad', exact: true });
  await pad.scrollIntoViewIfNeeded();
  const box = /** @type {{ x: number, y: number }} */ (await pad.boundingBox());
  const [first, ...rest] = points;
  await page.mouse.move(box.x + (first?.[0] ?? 0), box.y + (first?.[1] ?? 0));
  await page.mouse.down();
  for (const [x, y] of rest) {
    await page.mouse.move(box.x + x, box.y + y, { steps: 4 });
  }
  await page.mouse.up();
}

/**
 * Waits until every image that the site has is here, so that none comes while something is measured.
 * @param {Opened} opened
 */
export async function waitForAllImages(opened) {
  const size = opened.field('Training images');
  const chosen = await size.inputValue();
  await size.selectOption((await size.locator('option').last().getAttribute('value')) ?? chosen);
  await painted(opened.page);
  await waitForStatus(opened, 'Ready: press Train.');
  await size.selectOption(chosen);
}

/**
 * Sets up a run of a second or two: few images, one narrow layer.
 * @param {Opened} opened
 * @param {string} epochs
 */
export async function setUpSmallRun({ field }, epochs) {
  await field('Training images').selectOption('1000');
  await field('Hidden layers').fill('64');
  await field('Epochs').fill(epochs);
}

/** A T-shirt's outline. @type {[number, number][]} */
export const T_SHIRT = [
  [110, 50],
  [60, 80],
  [80, 130],
  [100, 115],
  [100, 240],
  [180, 240],
  [180, 115],
  [200, 130],
  [220, 80],
  [170, 50],
  [110, 50],
];

/**
 * Waits until the page has so many workers. The browser tells of a worker's end later than the page, on a busy machine.
 * @param {import('playwright-core').Page} page
 * @param {number} count
 */
export async function waitForWorkers(page, count) {
  const deadline = performance.now() + 5000;
  while (page.workers().length !== count && performance.now() < deadline) {
    await page.waitForTimeout(50);
  }
  assert.equal(page.workers().length, count, 'workers of the page');
}
