// The page's state under random walks: whatever happens, in whatever order, it stays one that the page can show.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allowed } from '../../web/js/page/allowed.js';
import { statusSentence } from '../../web/js/page/status.js';
import { PRESETS, presetTexts } from '../../web/js/presets.js';
import { initialState, reduce } from '../../web/js/page/store.js';
import { completeSettings, DEFAULT_TEXTS } from '../../web/js/settings.js';

/** @typedef {import('../../web/js/page/store.js').Action} Action */
/** @typedef {import('../../web/js/page/store.js').State} State */
/** @typedef {import('../../web/js/protocol.js').RunReport} RunReport */

const settings = completeSettings(DEFAULT_TEXTS) ?? assert.fail('the defaults are complete');

/** @type {fc.Arbitrary<RunReport>} */
const report = fc
  .record({
    run: fc.integer({ min: 1, max: 4 }),
    replacedRun: fc.integer({ min: 0, max: 4 }),
    running: fc.boolean(),
    state: fc.constantFrom('training', 'finished', 'stopped', 'diverged'),
    epochsDone: fc.integer({ min: 0, max: 12 }),
    firstPoint: fc.integer({ min: 0, max: 3 }),
    points: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ run, replacedRun, running, state, epochsDone, firstPoint, points }) => ({
    run,
    replacedRun: replacedRun === run ? 0 : replacedRun,
    running: running && state === 'training',
    progress: {
      state: /** @type {'training' | 'finished' | 'stopped' | 'diverged'} */ (state),
      evaluating: false,
      step: epochsDone * 100,
      epochsDone,
      imagesSeen: epochsDone * 10_000,
      imagesPerEpoch: 10_000,
      epochs: 10,
      batchSize: 100,
      keptEpoch: epochsDone,
      bestEpoch: 0,
      bestIsBack: false,
      atRest: true,
      curvePoints: firstPoint + points,
    },
    seconds: epochsDone,
    imagesPerSecond: 10_000,
    firstPoint,
    points: new Float64Array(
      Array.from({ length: points }, (_, i) => [firstPoint + i, 2 - i / 10, 0.5, 2, 0.4 + i / 10, NaN, NaN]).flat(),
    ),
    confusion: points > 0 ? new Float64Array(100).fill(100) : undefined,
    verdict: undefined,
    firstInsides: 0,
    insides: new Float64Array(0),
    testScores: undefined,
  }));

const counts = fc.constantFrom(0, 5000, 10_000);
const data = fc.record({ train: counts, test: counts }).map(({ train, test }) => ({
  available: 60_000,
  train,
  test,
  testTotal: 10_000,
  loadedBytes: train + test,
  totalBytes: 70_000,
}));

/** @param {string} key @returns {Action} */
const presetChosen = (key) => ({
  type: 'preset-chosen',
  key,
  texts: presetTexts(PRESETS[key] ?? assert.fail(`no preset ${key}`), '1'),
});

/** @type {fc.Arbitrary<Action>} */
const action = fc.oneof(
  fc
    .record({ name: fc.constantFrom('epochs', 'learningRate', 'hidden', 'seed'), text: fc.constantFrom('', '0', '7') })
    .map((change) => /** @type {Action} */ ({ type: 'setting-changed', ...change })),
  fc.constantFrom('quick', 'best').map(presetChosen),
  fc.constant(/** @type {Action} */ ({ type: 'preset-undone' })),
  fc.constant(/** @type {Action} */ ({ type: 'worker-ready' })),
  fc.boolean().map((silent) => /** @type {Action} */ ({ type: 'worker-silent', silent })),
  fc.boolean().map((again) => /** @type {Action} */ ({ type: 'worker-failed', reason: 'it ended', again })),
  data.map((it) => /** @type {Action} */ ({ type: 'data-reported', data: it })),
  fc.constant(/** @type {Action} */ ({ type: 'data-failed', message: 'a file is missing' })),
  fc.constant(/** @type {Action} */ ({ type: 'data-requested' })),
  fc
    .constantFrom({ intent: 'train', settings }, { intent: 'step', settings }, undefined)
    .map((waiting) => /** @type {Action} */ ({ type: 'waiting', waiting })),
  report.map((it) => /** @type {Action} */ ({ type: 'run-created', report: it, settings, at: 0 })),
  report.map((it) => /** @type {Action} */ ({ type: 'run-reset', report: it, at: 0 })),
  report.map((it) => /** @type {Action} */ ({ type: 'run-brought-back', report: it })),
  report.map((it) => /** @type {Action} */ ({ type: 'run-reported', report: it })),
  fc
    .record({
      type: fc.constantFrom('entry-ticked', 'entry-removed', 'entry-renamed', 'entry-brought-back'),
      id: fc.constantFrom('visit-1', 'visit-2', 'visit-3'),
      ticked: fc.boolean(),
      name: fc.constantFrom('mine', ''),
    })
    .map((it) => /** @type {Action} */ (it)),
  fc.constantFrom('something', undefined).map((message) => /** @type {Action} */ ({ type: 'notice', message })),
);

/** @param {State} state */
function expectSound(state) {
  const { run } = state;
  const can = allowed(state);
  if (run) {
    assert.ok(!(run.running && run.lost), 'a lost run cannot be running');
    assert.ok(!(run.running && can.train), 'Train is off while a run is running');
    assert.ok(!(run.running && can.resume), 'a running run cannot be resumed');
    assert.ok(!(run.lost && can.resume), 'a lost run cannot be resumed');
    assert.ok(state.replacedRun?.number !== run.number, 'a run cannot replace itself');
  } else {
    assert.ok(!can.resume, 'there is nothing to resume');
    assert.ok(can.step || can.pause || state.worker === 'gone', 'Step can begin a run');
    assert.equal(state.replacedRun, undefined, 'nothing to bring back without a run');
  }
  assert.ok(!state.replacedRun?.running, 'a replaced run does not run');
  assert.ok(can.train || can.pause || state.worker === 'gone', 'there is always a way on');
  const ids = state.notebook.entries.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, 'a run has one row');
  const { ticked, removed } = state.notebook;
  assert.ok(
    ticked.every((id) => ids.includes(id)),
    'what is ticked is there',
  );
  assert.ok(!removed || !ids.includes(removed.id), 'what was deleted is not there');
  const numbers = state.notebook.entries.map(({ number }) => number);
  assert.equal(new Set(numbers).size, numbers.length, 'no two runs have a number');
  assert.match(statusSentence(state), /\.$/);
  assert.doesNotMatch(statusSentence(state), /undefined|NaN|Infinity/);
}

test('no illegal state in 2,000 random walks', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      actions.reduce((state, next) => {
        const after = reduce(state, next);
        expectSound(after);
        return after;
      }, initialState());
    }),
    { numRuns: 2000 },
  );
});

test('of several presets in a row, one step back brings what the person had typed', () => {
  const typed = reduce(initialState(), { type: 'setting-changed', name: 'batchSize', text: '77' });
  const first = reduce(typed, presetChosen('best'));
  const second = reduce(first, presetChosen('report'));
  assert.equal(second.texts.gradient, 'report');
  const back = reduce(second, { type: 'preset-undone' });
  assert.deepEqual(back.texts, typed.texts);
  assert.equal(back.textsBeforePreset, undefined);
});
