// The shipped page as a visitor has it, and what its training worker says, with the times at which the page hears it.

import { SETTING_LABELS } from '../../../web/js/settings.js';

/** @typedef {import('../../../web/js/settings.js').SettingTexts} SettingTexts */
/** @typedef {{ milliseconds: number, epochsDone: number, imagesSeen: number, testAccuracies: number[] }} News */
/** @typedef {{ news: News[], state: string, milliseconds: number }} HeardRun  times since Train was pressed */

const RUN_TIMEOUT_MS = 600_000;
const VALUES_PER_POINT = 7;
const TEST_ACCURACY = 4; // its place among them

/** Runs in the page before its own scripts: notes what the worker says of runs and images. */
function listen() {
  Object.assign(globalThis, { heard: [], loadedImages: 0 });
  const PlainWorker = globalThis.Worker;
  globalThis.Worker = class extends PlainWorker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.type === 'run') {
          /** @type {any} */ (globalThis).heard.push({ at: performance.now(), report: data.report });
        } else if (data.type === 'data') {
          Object.assign(globalThis, { loadedImages: data.data.train });
        }
      });
    }
  };
}

/** Runs in the page: presses Train and waits for the end of the run. @returns {Promise<any>} */
function pressTrain() {
  const train = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === 'Train');
  const heard = /** @type {any} */ (globalThis).heard;
  heard.length = 0;
  const began = performance.now();
  train?.click();
  return new Promise((resolve) => {
    const look = setInterval(() => {
      const last = heard.at(-1)?.report.progress;
      if (last && last.state !== 'training') {
        clearInterval(look);
        resolve({
          state: last.state,
          news: heard.map((/** @type {any} */ { at, report }) => ({
            milliseconds: at - began,
            epochsDone: report.progress.epochsDone,
            imagesSeen: report.progress.imagesSeen,
            points: [...report.points],
          })),
        });
      }
    }, 50);
  });
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url of the site
 */
export async function openSite(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(RUN_TIMEOUT_MS);
  await page.addInitScript(listen);
  await page.goto(url);
  const status = page.locator('#status').getByRole('status');
  await status.filter({ hasText: 'Ready: press Train.' }).waitFor();
  const field = (/** @type {keyof SettingTexts} */ name) => page.getByLabel(SETTING_LABELS[name], { exact: true });
  return {
    page,
    /** @param {Partial<SettingTexts>} texts */
    async fill(texts) {
      await page.locator('#more-settings').evaluate((more) => more.setAttribute('open', ''));
      for (const [name, text] of Object.entries(texts)) {
        const control = field(/** @type {keyof SettingTexts} */ (name));
        await ((await control.evaluate(({ tagName }) => tagName)) === 'SELECT'
          ? control.selectOption(text)
          : control.fill(text));
      }
    },
    /** @param {string} choice “1” or “all” */
    chooseThreads: (choice) => page.getByLabel('Threads', { exact: true }).selectOption(choice),
    /** Waits until so many training images are there. @param {number} images */
    untilLoaded: (images) =>
      page.waitForFunction((count) => /** @type {any} */ (globalThis).loadedImages >= count, images),
    /** Presses Train and waits for the end of the run. @returns {Promise<HeardRun>} */
    async train() {
      const { state, news } = await page.evaluate(pressTrain);
      return {
        state,
        milliseconds: news.at(-1).milliseconds,
        news: news.map((/** @type {any} */ { points, ...rest }) => ({
          ...rest,
          testAccuracies: points.filter(
            (/** @type {number} */ _, /** @type {number} */ i) => i % VALUES_PER_POINT === TEST_ACCURACY,
          ),
        })),
      };
    },
    close: () => context.close(),
  };
}

/**
 * When the page first heard of a test accuracy as high as this.
 * @param {HeardRun} run
 * @param {number} accuracy 0 … 1
 */
export function timeToReach({ news }, accuracy) {
  const passed = news.find(({ testAccuracies }) => testAccuracies.some((value) => value >= accuracy));
  return passed && { seconds: passed.milliseconds / 1000, epochs: passed.epochsDone, images: passed.imagesSeen };
}
