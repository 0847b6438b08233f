// The notebook's rules: sorting, reopening, settings written back; and the curves of several runs on one axis.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  emptyNotebook,
  interruptedEntry,
  reduceNotebook,
  reopened,
  sorted,
  withRun,
} from '../../web/js/page/notebook.js';
import { emptyRun } from '../../web/js/page/run.js';
import { PRESETS, presetTexts } from '../../web/js/presets.js';
import { overlay, smooth } from '../../web/js/plot/overlay-data.js';
import { completeSettings, DEFAULT_TEXTS } from '../../web/js/settings.js';
import { writeSettings } from '../../web/js/settings-written.js';

const ORIGIN = { build: 'b', dataHash: 'd' };
const settings = completeSettings(DEFAULT_TEXTS) ?? assert.fail('the defaults are complete');

/** @param {number} number @param {number} accuracy @param {Partial<import('../../web/js/page/run.js').Run>} [more] */
function run(number, accuracy, more) {
  const point = { trainLoss: 1, trainAccuracy: 0.5, testLoss: 1, validationLoss: NaN, validationAccuracy: NaN };
  return {
    ...emptyRun({ id: `a-${number}`, createdAt: number, number, settings }),
    progress: /** @type {any} */ ({ state: 'training', step: 10, epochsDone: 1, epochs: 10 }),
    points: [{ ...point, epoch: 1, testAccuracy: accuracy }],
    ...more,
  };
}

const three = [run(1, 0.8), run(2, 0.9), run(3, 0.7)].reduce(
  (notebook, one) => withRun(notebook, one, ORIGIN),
  emptyNotebook(),
);

test('a run has one entry, made at its first step and kept up to date', () => {
  assert.equal(withRun(three, run(4, 0.5, { points: [] }), ORIGIN).entries.length, 3);
  const again = withRun(three, run(2, 0.95), { build: 'other', dataHash: 'e' });
  assert.equal(again.entries.length, 3);
  assert.equal(again.entries[1]?.run.points[0]?.testAccuracy, 0.95);
  assert.equal(again.entries[1]?.build, 'b');
  assert.deepEqual(
    three.entries.map(({ name }) => name),
    ['Run 1', 'Run 2', 'Run 3'],
  );
});

test('entries are sorted by any column, both ways, and stay in their order where equal', () => {
  const names = (/** @type {string} */ key, /** @type {boolean} */ falling) =>
    sorted(three.entries, key, falling).map(({ number }) => number);
  assert.deepEqual(names('best', true), [2, 1, 3]);
  assert.deepEqual(names('best', false), [3, 1, 2]);
  assert.deepEqual(names('loss', false), [1, 2, 3]);
  assert.deepEqual(names('number', true), [3, 2, 1]);
});

test('200 entries are sorted in less than 100 ms', () => {
  const entries = Array.from({ length: 200 }, (_, i) => run(i, (i * 37) % 200)).reduce(
    (notebook, one) => withRun(notebook, one, ORIGIN),
    emptyNotebook(),
  ).entries;
  const began = performance.now();
  sorted(entries, 'best', true);
  assert.ok(performance.now() - began < 100);
});

test('what was deleted comes back to its place, and its number is not given again', () => {
  const without = reduceNotebook(three, { type: 'entry-removed', id: 'a-3' });
  const next = withRun(without, run(4, 0.6), ORIGIN);
  assert.equal(next.entries.at(-1)?.name, 'Run 4');
  const back = reduceNotebook(next, { type: 'entry-brought-back' });
  assert.deepEqual(
    back.entries.map(({ number }) => number),
    [1, 2, 3, 4],
  );
});

test('a run that was under way when its window closed is interrupted, and offered if it is the newest', () => {
  const stored = withRun(emptyNotebook(), run(1, 0.8, { running: true }), ORIGIN).entries;
  const entry = stored[0] ?? assert.fail('there is an entry');
  const opened = reduceNotebook(emptyNotebook(), { type: 'notebook-opened', entries: [reopened(entry, false)] });
  assert.equal(interruptedEntry(opened)?.id, 'a-1');
  assert.ok(!opened.entries[0]?.run.running);
  const elsewhere = reduceNotebook(emptyNotebook(), { type: 'notebook-opened', entries: [reopened(entry, true)] });
  assert.equal(interruptedEntry(elsewhere), undefined);
  const ended = reduceNotebook(elsewhere, { type: 'visit-ended', entries: [reopened(entry, false)] });
  assert.equal(interruptedEntry(ended)?.id, 'a-1');
  assert.equal(interruptedEntry(withRun(opened, run(2, 0.9), ORIGIN)), undefined);
});

test('settings are written as the form reads them', () => {
  for (const preset of Object.values(PRESETS)) {
    const texts = { ...presetTexts(preset, '42'), validationShare: '12.5' };
    const read = completeSettings(texts) ?? assert.fail('a preset is complete');
    assert.deepEqual(completeSettings(writeSettings(read)), read);
  }
  const old = { ...settings, labelSmoothing: /** @type {any} */ (undefined) };
  assert.equal(writeSettings(old).labelSmoothing, '0');
});

test('curves with other epochs share one axis; what is not a number is a gap, what is not there is none', () => {
  const curves = [
    { epochs: [0, 0.5, 1, 2], values: [4, 3, NaN, 1] },
    { epochs: [0, 1, 3], values: [5, 0, 2] },
  ];
  assert.deepEqual(overlay(curves, false), [
    [0, 0.5, 1, 2, 3],
    [4, 3, null, 1, undefined],
    [5, undefined, 0, undefined, 2],
  ]);
  assert.deepEqual(overlay(curves, true)[2], [5, undefined, null, undefined, 2]);
});

test('smoothing follows the curve, leaves gaps, and is off at 0', () => {
  assert.deepEqual(smooth([1, 2, 4], 0), [1, 2, 4]);
  assert.deepEqual(smooth([1, 2, 4], 0.5), [1, 1.5, 2.75]);
  assert.deepEqual(smooth([1, NaN, 4, 2], 0.5), [1, NaN, 4, 3]);
});
