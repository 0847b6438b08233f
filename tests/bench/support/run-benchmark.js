// What every benchmark does around its measurements: a built page, a browser, one object or text on the standard output, and
// a sentence instead of a stack when it cannot be done.

import { openBench } from './browser.js';
import { describeMachine } from './machine.js';
import { isBuilt } from './our-module.js';
import { reasonOf } from './rounds.js';

/** @typedef {import('./browser.js').Bench} Bench */
/** @typedef {import('./machine.js').Machine} Machine */

/**
 * numpy: its version, where it takes part; webgl: whether somebody computes with it.
 * @template {{ machine: Machine }} Report
 * @typedef {{ json: boolean, numpy?: string | undefined, webgl?: boolean, measure: (bench: Bench) => Promise<Omit<Report, 'machine'>>,
 *   write: (report: Report) => string }} Benchmark
 */

/**
 * @template {{ machine: Machine }} Report
 * @param {Benchmark<Report>} benchmark
 */
export async function runBenchmark({ json, numpy, webgl = false, measure, write }) {
  if (!isBuilt()) {
    throw new Error('build/site is not there: run tools/build.sh first');
  }
  const bench = await openBench({ webgl });
  try {
    const machine = describeMachine(bench.browser, numpy);
    const report = /** @type {Report} */ ({ machine, ...(await measure(bench)) });
    console.log(json ? JSON.stringify(report, undefined, 2) : write(report));
  } finally {
    await bench.close();
  }
}

/** @param {() => Promise<void>} main */
export async function orSayWhyNot(main) {
  try {
    await main();
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}
