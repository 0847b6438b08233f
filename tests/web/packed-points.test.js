import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readInsides, readPoints, writeInsides, writePoints } from '../../web/js/page/packed-points.js';

test('points and insides come back from flat numbers as they went in', () => {
  const points = [0, 0.5, 1].map((epoch) => ({
    epoch,
    trainLoss: 2 - epoch,
    trainAccuracy: 0.1,
    testLoss: 2.5,
    testAccuracy: 0.2,
    validationLoss: epoch > 0 ? 2.25 : NaN,
    validationAccuracy: epoch > 0 ? 0.3 : NaN,
  }));
  assert.deepEqual(readPoints(writePoints(points)), points);
  const layer = (/** @type {number} */ n) => ({ gradientNorm: n, updateRatio: n / 10, flatShare: n / 100 });
  const insides = [
    [layer(1), layer(2)],
    [layer(3), layer(4)],
  ];
  assert.deepEqual(readInsides(writeInsides(insides), 2), insides);
  assert.deepEqual(readPoints(new Float64Array()), []);
});
