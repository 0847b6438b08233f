import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answerTo,
  classMeasures,
  confusionOf,
  errorCounts,
  imagesIn,
  mistakes,
  scoresOf,
} from '../../web/js/page/mistakes.js';

/** Scores of images, each mostly of one class. @param {[number, number][]} answers class and confidence in 255ths */
const scoresWith = (answers) =>
  Uint8Array.from(answers.flatMap(([c, s]) => Array.from({ length: 10 }, (_, i) => (i === c ? s : 1))));

const LABELS = Uint8Array.of(0, 6, 6, 9);
const SCORES = scoresWith([
  [6, 200],
  [6, 150],
  [0, 250],
  [7, 204],
]);

test('answers, scores, and the surest mistakes first', () => {
  assert.equal(answerTo(SCORES, 2), 0);
  assert.equal(scoresOf(SCORES, 3)[7], 0.8);
  assert.deepEqual(
    mistakes(SCORES, LABELS).map(({ index }) => index),
    [2, 3, 0],
  );
  assert.deepEqual(imagesIn(SCORES, LABELS, 6, 6), [{ index: 1, truth: 6, answer: 6, confidence: 150 / 255 }]);
  const ties = scoresWith([
    [1, 99],
    [1, 99],
  ]);
  assert.deepEqual(
    mistakes(ties, Uint8Array.of(0, 0)).map(({ index }) => index),
    [0, 1],
  );
});

test('the table of answers is that of the scores', () => {
  const counts = confusionOf(SCORES, LABELS);
  assert.deepEqual([counts[6], counts[66], counts[60], counts[97]], [1, 1, 1, 1]);
  assert.equal(
    counts.reduce((sum, n) => sum + n, 0),
    4,
  );
});

test('precision, recall and F1 of a class, and errors among the upper-body classes', () => {
  const confusion = new Float64Array(100);
  confusion[0] = 8; // T-shirts found
  confusion[6] = 2; // taken for shirts
  confusion[10 * 6] = 4; // shirts taken for T-shirts
  confusion[10 * 6 + 6] = 6;
  confusion[10 * 9 + 7] = 1; // a boot taken for a sneaker
  const [shirt, dress] = [classMeasures(confusion)[0], classMeasures(confusion)[3]];
  assert.deepEqual(shirt, { images: 10, precision: 8 / 12, recall: 0.8, f1: 16 / 22 });
  assert.ok(Number.isNaN(dress?.precision) && Number.isNaN(dress?.f1));
  assert.deepEqual(errorCounts(confusion), { all: 7, upperBody: 6 });
});
