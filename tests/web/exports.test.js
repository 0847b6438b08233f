// What the notebook's exports hold.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { curveRows, runRows } from '../../web/js/page/exports.js';
import { emptyRun } from '../../web/js/page/run.js';
import { completeSettings, DEFAULT_TEXTS } from '../../web/js/settings.js';

const settings = completeSettings(DEFAULT_TEXTS) ?? assert.fail('the defaults are complete');
const point = { trainLoss: 1, trainAccuracy: 0.5, testLoss: 2, validationLoss: NaN, validationAccuracy: NaN };
const entry = {
  id: 'a-1',
  number: 1,
  name: 'Mine',
  note: 'slow',
  createdAt: 0,
  build: 'abc',
  dataHash: 'def',
  run: {
    ...emptyRun({ id: 'a-1', createdAt: 0, number: 1, settings }),
    progress: /** @type {any} */ ({ epochsDone: 2, step: 20 }),
    points: [
      { ...point, epoch: 1, testAccuracy: 0.8 },
      { ...point, epoch: 2, testAccuracy: 0.7 },
    ],
  },
};

test('curves are exported point by point, with settings, seed and build on every row', () => {
  const [head, first, second] = curveRows([entry]);
  assert.equal(head?.length, first?.length);
  assert.deepEqual(second?.slice(4, 9), [2, 1, 0.5, 2, 0.7]);
  for (const row of [first, second]) {
    assert.match(String(row?.[1]), /seed 1$/);
    assert.deepEqual(row?.slice(2, 4), ['abc', 'def']);
  }
});

test('a run is exported as one row, with its best epoch and its note', () => {
  const [head, row] = runRows([entry]);
  assert.equal(head?.length, row?.length);
  assert.equal(row?.[3], '80.0\u00a0% after epoch 1');
  assert.equal(row?.[4], '70.0\u00a0%');
  assert.equal(row?.[8], 'slow');
});
