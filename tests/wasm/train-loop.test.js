// How often a run in the worker reports, with the real module and a clock of our own.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_SETTINGS, importModule, loadModule, openSession } from '../support/site.js';

const SETTINGS = { ...DEFAULT_SETTINGS, trainImages: 100, hidden: [8], batchSize: 10, epochs: 5 };
const CALL_MS = 20; // by the loop’s own clock, from one look at it to the next: slices become as short as they can

/**
 * Trains a small network to the end.
 * @param {boolean} leavesCore
 * @param {number} reportMs expected from one report to the next
 */
async function expectReports(leavesCore, reportMs) {
  const { TrainLoop } = await importModule('js/worker/train-loop.js');
  const session = openSession(await loadModule(), 10_000);
  let milliseconds = 0;
  /** @type {(() => void)[]} */
  const tasks = [];
  /** @type {{ at: number, report: import('../../web/js/protocol.js').RunReport }[]} */
  const heard = [];
  const loop = new TrainLoop({
    session,
    leavesCore: () => leavesCore,
    now: () => (milliseconds += CALL_MS),
    schedule: (/** @type {() => void} */ task) => tasks.push(task),
    report: (/** @type {any} */ report) => heard.push({ at: milliseconds, report }),
  });
  const made = loop.replaceRun(1, () => session.createRun(SETTINGS));
  heard.push({ at: milliseconds, report: loop.start() });
  while (tasks.length > 0) {
    tasks.shift()?.();
  }
  const awaited = heard.findIndex(({ report }) => report.firstPoint === 1 && report.points.length > 0);
  const trained = heard[awaited]?.report.progress.imagesSeen ?? NaN;
  const withinSlice = SETTINGS.trainImages + 2 * SETTINGS.batchSize;
  assert.ok(trained <= withinSlice, `the first epoch’s point comes after ${trained} images`);
  const gaps = heard.slice(awaited + 1, -1).map(({ at }, i) => at - (heard[awaited + i]?.at ?? NaN));
  assert.ok(gaps.length > 3, `${gaps.length} reports on the way`);
  assert.ok(
    gaps.every((gap) => gap >= reportMs && gap < reportMs + 6 * CALL_MS),
    `from one to the next: ${gaps.join(', ')} ms`,
  );
  const last = heard.at(-1)?.report;
  assert.equal(last?.progress.state, 'finished');
  const points = [made, ...heard.map(({ report }) => report)].flatMap((report) => [...report.points]);
  assert.equal(points.length / 7, last?.progress.curvePoints, 'no point is lost or told twice');
  session.delete();
}

test('a run reports every quarter of a second, with all new points, and when it is done', () =>
  expectReports(true, 250));

test('it reports less often when no core is left for the page', () => expectReports(false, 400));
