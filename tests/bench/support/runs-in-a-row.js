// Whether the page wears out: many runs in a row on one page, with its memory and the time of an epoch after each.

import { readFile } from 'node:fs/promises';
import { measureKept } from './heap-snapshot.js';
import { median } from './statistics.js';
import { tell } from './rounds.js';

/** @typedef {import('./browser.js').Bench} Bench */
/**
 * heapMegabytes: of the page's scripts, after the garbage has been collected; keptMegabytes: of it, what is not machine code
 * that the browser has made; processMegabytes: of everything in the page's process, the worker and its module included.
 * @typedef {{ secondsPerEpoch: number, heapMegabytes: number, keptMegabytes: number, processMegabytes: number }} AfterRun
 */

const MEGABYTE = 2 ** 20;

/**
 * Bytes that a process has for itself.
 * @param {number} pid
 */
async function privateBytes(pid) {
  const text = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...text.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].map(([, number]) => Number(number));
  return kilobytes.reduce((sum, number) => sum + number, 0) * 1024;
}

/** The browser keeps a spare process beside that of the page. @param {number[]} pids */
async function largest(pids) {
  const sizes = await Promise.all(pids.map(privateBytes));
  return pids[sizes.indexOf(Math.max(...sizes))];
}

/**
 * @param {Bench} bench
 * @param {number} runs
 * @param {number} epochs of each
 * @returns {Promise<AfterRun[]>}
 */
export async function measureRunsInARow(bench, runs, epochs) {
  const before = await bench.rendererPids();
  const site = await bench.plain.openSite();
  try {
    const pid = await largest((await bench.rendererPids()).filter((id) => !before.includes(id)));
    const devtools = await site.page.context().newCDPSession(site.page);
    await site.fill({ epochs: String(epochs) });
    /** @type {AfterRun[]} */
    const after = [];
    for (let run = 1; run <= runs; ++run) {
      tell(`Run ${run} of ${runs}`);
      const { milliseconds } = await site.train();
      await devtools.send('HeapProfiler.collectGarbage');
      const { usedSize } = await devtools.send('Runtime.getHeapUsage');
      after.push({
        secondsPerEpoch: milliseconds / 1000 / epochs,
        heapMegabytes: usedSize / MEGABYTE,
        keptMegabytes: (await measureKept(devtools)) / MEGABYTE,
        processMegabytes: pid === undefined ? NaN : (await privateBytes(pid)) / MEGABYTE,
      });
    }
    return after;
  } finally {
    await site.close();
  }
}

/**
 * Each figure's last values as a part of that of the third run.
 * @param {AfterRun[]} after at least three runs
 * @returns {AfterRun}
 */
export function wear(after) {
  const [first, second, third, ...later] = after;
  const share = (/** @type {keyof AfterRun} */ name) =>
    median((later.length > 0 ? later.slice(-3) : [third ?? second ?? first]).map((run) => run?.[name] ?? NaN)) /
    (third?.[name] ?? NaN);
  return {
    secondsPerEpoch: share('secondsPerEpoch'),
    heapMegabytes: share('heapMegabytes'),
    keptMegabytes: share('keptMegabytes'),
    processMegabytes: share('processMegabytes'),
  };
}
