import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestPoint, isUntrained, tableRows } from '../../web/js/page/run.js';
import { gapUnlessFinite, thin } from '../../web/js/plot/curve-data.js';

/** @param {number} epoch @param {number} [testAccuracy] @param {number} [validationLoss] */
const point = (epoch, testAccuracy = 0, validationLoss = NaN) => ({
  epoch,
  trainLoss: 1,
  trainAccuracy: 0,
  testLoss: 1,
  testAccuracy,
  validationLoss,
  validationAccuracy: Number.isNaN(validationLoss) ? NaN : 0.5,
});

test('the best point is the first of equals', () => {
  assert.equal(bestPoint([point(0, 0.1), point(1, 0.8), point(2, 0.8)]).epoch, 1);
});

test('with a validation part the best point has the lowest loss there, whatever the test images say', () => {
  assert.equal(bestPoint([point(1, 0.9, 0.7), point(2, 0.8, 0.6), point(3, 0.85, 0.65)]).epoch, 2);
});

test('a network is untrained before its first step, and when it has diverged back to its start', () => {
  const run = (/** @type {object} */ progress) => /** @type {any} */ ({ progress });
  assert.ok(isUntrained(run({ step: 0, state: 'training', keptEpoch: 0 })));
  assert.ok(isUntrained(run({ step: 7, state: 'diverged', keptEpoch: 0 })));
  assert.ok(!isUntrained(run({ step: 7, state: 'training', keptEpoch: 0 })));
  assert.ok(!isUntrained(run({ step: 300, state: 'diverged', keptEpoch: 2 })));
});

test('a table holds whole epochs, the last 100 of them, and at most 200 rows', () => {
  const points = Array.from({ length: 10_001 }, (_, i) => point(i));
  points.splice(1, 0, point(0.5));
  const rows = tableRows(points);
  assert.ok(rows.length <= 200);
  assert.deepEqual(
    rows.slice(-100).map(({ epoch }) => epoch),
    Array.from({ length: 100 }, (_, i) => 9901 + i),
  );
  assert.ok(rows.every(({ epoch }) => Number.isInteger(epoch)));
});

test('thinning keeps both ends, and a short list whole', () => {
  const items = Array.from({ length: 10_001 }, (_, i) => i);
  const thinned = thin(items, 2000);
  assert.equal(thinned.length, 2000);
  assert.equal(thinned[0], 0);
  assert.equal(thinned.at(-1), 10_000);
  assert.deepEqual(thin([1, 2, 3], 2000), [1, 2, 3]);
});

test('a value that is not finite is a gap', () => {
  assert.deepEqual([1, NaN, Infinity, -Infinity].map(gapUnlessFinite), [1, null, null, null]);
});
