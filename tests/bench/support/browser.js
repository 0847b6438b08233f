// Chromium on the pages of the benchmarks, where every contestant is a worker that is asked one thing at a time.

import { chromium } from 'playwright-core';
import { openSite } from './real-page.js';
import { serveBench } from './server.js';

/** @typedef {Awaited<ReturnType<typeof openBench>>} Bench */
/** @typedef {Bench['plain']} BenchPage */

const FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WEBGL_FLAGS = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader']; // in software, on any machine
const PLAIN_FLAGS = ['--disable-gpu'];

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
async function openPage(browser, url) {
  const page = await browser.newPage();
  await page.goto(`${url}/page/`);
  return {
    page,
    /** The shipped page, in a window of its own. */
    openSite: () => openSite(browser, `${url}/web/`),
    /** How many threads a worker may use. @type {number} */
    threads: await page.evaluate(() => (crossOriginIsolated ? navigator.hardwareConcurrency : 1)),
    /**
     * Has the worker `name` do something, and starts it from `script` (an address on the server) if it is not there yet.
     * @param {string} name
     * @param {string} script
     * @param {string} method
     * @param {unknown} argument
     * @param {number} [timeoutSeconds] a worker that takes longer is ended
     * @returns {Promise<any>}
     */
    ask: (name, script, method, argument, timeoutSeconds = 120) =>
      page.evaluate((question) => /** @type {any} */ (globalThis).ask(question), {
        name,
        script,
        method,
        argument,
        timeoutSeconds,
      }),
    /** Ends a worker, and gives its memory back. @param {string} name */
    end: (name) => page.evaluate((worker) => /** @type {any} */ (globalThis).end(worker), name),
  };
}

/**
 * plain: a page as any host serves it; isolated: one whose workers may have threads.
 * @param {{ webgl: boolean }} options webgl: for those who compute with it; it makes drawing a page slow
 */
export async function openBench({ webgl }) {
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  const close = async () => {
    for (const closeOne of closers.splice(0).reverse()) {
      await closeOne();
    }
  };
  const serve = async (/** @type {boolean} */ isolated) => {
    const server = await serveBench(isolated);
    closers.push(server.close);
    return server.url;
  };
  try {
    const urls = { plain: await serve(false), isolated: await serve(true) };
    const browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: [...FLAGS, ...(webgl ? WEBGL_FLAGS : PLAIN_FLAGS)],
    });
    closers.push(() => browser.close());
    const devtools = await browser.newBrowserCDPSession();
    return {
      browser: `Chromium ${browser.version()}`,
      plain: await openPage(browser, urls.plain),
      isolated: await openPage(browser, urls.isolated),
      /** The processes of the browser that hold pages. @returns {Promise<number[]>} */
      rendererPids: async () => {
        const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
        return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
