import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEFAULT_TEXTS } from '../../web/js/settings.js';
import { gridCells, gridRuns, gridSecondsLeft, gridShare, jobName, listedValues } from '../../web/js/page/grid.js';
import { reduceGrid } from '../../web/js/page/grid-state.js';

/** @typedef {import('../../web/js/page/grid-state.js').Grid} Grid */
/** @typedef {import('../../web/js/page/grid-state.js').Axis} Axis */

/** @type {Axis[]} */
const AXES = [
  { name: 'learningRate', texts: ['0.1', '0.3'] },
  { name: 'hidden', texts: ['64', '', '32, 16'] },
];

/** @param {number} seeds @returns {Grid} */
function startedGrid(seeds) {
  const runs = gridRuns({ ...DEFAULT_TEXTS, epochs: '2' }, AXES, seeds);
  assert.ok(typeof runs !== 'string');
  const jobs = runs.map((run, i) => ({ ...run, id: `v-${i}`, createdAt: 0, run: undefined, failed: false }));
  return { number: 1, axes: AXES, seeds, workers: 2, jobs, status: 'running', busySeconds: 0, since: 10 };
}

/** What a worker says of a run. @param {number} epochsDone @param {number} testAccuracy @param {string} [state] */
function report(epochsDone, testAccuracy, state = epochsDone === 2 ? 'finished' : 'training') {
  return /** @type {any} */ ({
    run: 1,
    running: state === 'training',
    progress: { state, step: 5, epochs: 2, epochsDone, imagesSeen: epochsDone * 10_000, imagesPerEpoch: 10_000 },
    seconds: epochsDone,
    firstPoint: 0,
    points: Float64Array.of(epochsDone, 0.5, 0.9, 0.6, testAccuracy, NaN, NaN),
    firstInsides: 0,
    insides: new Float64Array(),
  });
}

test('every combination once a seed, row by row; all else from the form', () => {
  const runs = gridRuns({ ...DEFAULT_TEXTS, seed: '4294967295' }, AXES, 2);
  assert.ok(typeof runs !== 'string');
  assert.equal(runs.length, 2 * 3 * 2);
  assert.deepEqual(
    runs.slice(0, 3).map(({ cell, settings: { learningRate, hidden, seed } }) => [cell, learningRate, hidden, seed]),
    [
      [0, 0.1, [64], 4294967295],
      [0, 0.1, [64], 0], // the seed after the last is the first
      [1, 0.1, [], 4294967295],
    ],
  );
  assert.deepEqual(runs.at(-1)?.settings.hidden, [32, 16]);
  assert.deepEqual(listedValues('392, 128; ;64'), ['392, 128', '', '64']);
});

test('a grid that cannot be made is refused in a sentence', () => {
  const refusal = (/** @type {Axis[]} */ axes, form = {}, seeds = 1) =>
    gridRuns({ ...DEFAULT_TEXTS, ...form }, axes, seeds);
  assert.match(String(refusal([{ name: 'learningRate', texts: ['0.1', 'fast'] }])), /^Learning rate /);
  assert.match(String(refusal([{ name: 'epochs', texts: [] }])), /Epochs needs from one to 8 values/);
  assert.match(String(refusal([{ name: 'epochs', texts: ['1', '1'] }])), /same value twice/);
  assert.match(String(refusal([AXES[0], AXES[0]].map((axis) => axis ?? assert.fail()))), /the same one/);
  assert.match(String(refusal([{ name: 'epochs', texts: ['1'] }], { batchSize: '0' })), /^Batch size /);
  const eight = { texts: ['1', '2', '3', '4', '5', '6', '7', '8'] };
  const axes = /** @type {Axis[]} */ ([
    { name: 'epochs', ...eight },
    { name: 'batchSize', ...eight },
  ]);
  assert.match(String(refusal(axes, {}, 5)), /320 runs; at most 200/);
});

test('it comes to its end run by run; time stands still in a pause', () => {
  let grid = /** @type {Grid | undefined} */ (startedGrid(1));
  const share = () => (grid && gridShare(grid)) ?? NaN;
  grid = reduceGrid(grid, { type: 'grid-reported', id: 'v-0', report: report(1, 0.7), at: 13 });
  const half = share();
  assert.ok(half > 0);
  grid = reduceGrid(grid, { type: 'grid-reported', id: 'v-0', report: report(2, 0.8), at: 15 });
  assert.ok(Math.abs(share() - 2 * half) < 1e-12);
  assert.equal(grid?.busySeconds, 5);
  assert.ok(((grid && gridSecondsLeft(grid)) ?? 0) > 0);
  grid = reduceGrid(grid, { type: 'grid-paused', at: 16 });
  grid = reduceGrid(grid, { type: 'grid-resumed', at: 100 });
  for (const i of [1, 2, 3, 4]) {
    grid = reduceGrid(grid, { type: 'grid-reported', id: `v-${i}`, report: report(2, 0.6 + i / 100), at: 101 });
  }
  assert.equal(grid?.status, 'running');
  grid = reduceGrid(grid, { type: 'grid-failed', id: 'v-5' });
  assert.equal(grid?.status, 'done');
  assert.equal(grid?.busySeconds, 7);
});

test('a cell is the mean of its runs that did not diverge, with how far they are apart', () => {
  let grid = /** @type {Grid | undefined} */ (startedGrid(2));
  const send = (/** @type {string} */ id, /** @type {number} */ accuracy, state = 'finished') => {
    grid = reduceGrid(grid, { type: 'grid-reported', id, report: report(2, accuracy, state), at: 11 });
  };
  send('v-0', 0.8);
  send('v-1', 0.9);
  send('v-2', 0.6);
  send('v-3', 0.1, 'diverged');
  const cells = gridCells(grid ?? assert.fail(), 'testAccuracy');
  assert.equal(cells.length, 6);
  const [first, second, third] = cells;
  assert.ok(Math.abs((first?.mean ?? 0) - 0.85) < 1e-12);
  assert.deepEqual([first?.lowest, first?.highest, first?.heat, first?.ids], [0.8, 0.9, 1, ['v-0', 'v-1']]);
  assert.deepEqual([second?.mean, second?.diverged, second?.heat], [0.6, 1, 0]);
  assert.deepEqual([third?.ended, third?.runs], [0, 2]);
  const byLoss = gridCells(grid ?? assert.fail(), 'testLoss');
  assert.equal(byLoss[0]?.heat, 1); // all alike
  const last = grid?.jobs.at(-1);
  assert.equal(grid && last && jobName(grid, last), 'Grid 1: learning rate 0.3, hidden layers 32, 16, seed 2');
});
