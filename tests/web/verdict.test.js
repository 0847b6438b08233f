// The words of the verdict: each code says its numbers, and nothing that the core has not tested.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { significant } from '../../web/js/page/format.js';
import { verdictBasis, verdictText } from '../../web/js/page/verdict.js';

/** @type {import('../../web/js/page/run.js').Verdict} */
const VERDICT = {
  code: 'well-fitted',
  onValidation: false,
  stillFalling: false,
  epoch: 1040,
  bestEpoch: 1009,
  sinceEpoch: 1014,
  lossChange: 0.0567,
  margin: 0.026,
  accuracyGap: 0.098,
  gapMargin: 0.012,
};

test('over-fitted: since when, from which epoch, by how much, and what chance can do', () => {
  const { name, sentence } = verdictText({ ...VERDICT, code: 'over-fitted' });
  assert.equal(name, 'Over-fitted since epoch 1,014');
  assert.match(sentence, /By epoch 1,040 the test loss has risen by 0\.057 from its lowest, after epoch 1,009/);
  assert.match(sentence, /chance alone can make 0\.026/);
});

test('under-fitted: two reasons, two sentences', () => {
  const falling = verdictText({ ...VERDICT, code: 'under-fitted', stillFalling: true }).sentence;
  assert.match(falling, /still falling: by 0\.057/);
  const close = verdictText({ ...VERDICT, code: 'under-fitted', accuracyGap: -0.004 }).sentence;
  assert.match(close, /not measurably better .* 0\.4\u00a0points apart, and chance alone can make 1\.2\u00a0points/);
});

test('well-fitted: which accuracy is above the other', () => {
  assert.match(verdictText(VERDICT).sentence, /Training accuracy is 9\.8\u00a0points above test accuracy/);
  assert.match(verdictText({ ...VERDICT, accuracyGap: -0.01 }).sentence, /1\.0\u00a0points below test accuracy/);
});

test('a verdict says what it was made on, and whether the weights in use are older', () => {
  assert.match(verdictBasis(VERDICT, undefined), /^Judged on the test images\./);
  const onValidation = { ...VERDICT, onValidation: true };
  assert.match(verdictText(onValidation).sentence, /the validation loss/);
  assert.match(
    verdictBasis(onValidation, 1009),
    /took no part in it\. The weights in use are older: those of epoch 1,009/,
  );
});

test('numbers that span many sizes are written with two digits', () => {
  assert.deepEqual([0, 0.00123, 1.26, 123, 0.0000123, 45_600].map(significant), [
    '0',
    '0.0012',
    '1.3',
    '120',
    '1.2 × 10⁻⁵',
    '4.6 × 10⁴',
  ]);
});
