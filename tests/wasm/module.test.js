// The shipped module: its surface, its errors, its copies, and the same bits as the native build.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { DEFAULT_SETTINGS, loadModule, openSession, readInflated, readManifest, valueOf } from '../support/site.js';

/** @type {any} */
let module;
/** @type {any} */
let session;

before(async () => {
  module = await loadModule();
  session = openSession(module, 10_000);
});

/** @param {any} run @param {number} flops a call */
function trainToEnd(run, flops) {
  let progress;
  do {
    progress = valueOf(run.advance(flops, Number.MAX_SAFE_INTEGER));
  } while (progress.state === 'training');
  return progress;
}

const SMALL = { ...DEFAULT_SETTINGS, trainImages: 2000, hidden: [64], epochs: 2 };

test('the types written by hand name what the module has', () => {
  const text = fs.readFileSync(path.join(import.meta.dirname, '../../wasm/ffnn.d.ts'), 'utf8');
  const body = /export interface Session \{([^}]*(?:\{[^}]*\}[^}]*)*)\n\}/.exec(text)?.[1] ?? '';
  const written = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  const real = Object.getOwnPropertyNames(module.Session.prototype).filter((name) => name !== 'constructor');
  assert.deepEqual(written.filter((name) => name !== 'delete').sort(), real.sort());
});

test('the same seed gives the same weights twice, whatever the length of a slice', () => {
  valueOf(session.createRun(SMALL));
  trainToEnd(session, 1e6);
  const first = valueOf(session.parameterHash());
  valueOf(session.createRun(SMALL));
  trainToEnd(session, 4e8);
  assert.equal(valueOf(session.parameterHash()), first);
  valueOf(session.createRun({ ...SMALL, seed: 2 }));
  trainToEnd(session, 4e8);
  assert.notEqual(valueOf(session.parameterHash()), first);
});

test('a test image on the pad has the same scores as the image itself', () => {
  valueOf(session.createRun(SMALL));
  trainToEnd(session, 4e8);
  for (let i = 0; i < 10_000; i += 7) {
    const direct = valueOf(session.classifyTestImage(i));
    const drawn = valueOf(session.classifyDrawing(new Float32Array(0), i));
    assert.deepEqual(drawn.answer.scores, direct);
    assert.deepEqual(drawn.seen, valueOf(session.image('test', i)).pixels);
  }
});

test('impossible settings are refused by name, and the run before stays', () => {
  valueOf(session.createRun(SMALL));
  const hash = valueOf(session.parameterHash());
  /** @type {[object, RegExp][]} */
  const cases = [
    [{ learningRate: NaN }, /learning rate/],
    [{ learningRate: Infinity }, /learning rate/],
    [{ learningRate: -0 }, /learning rate/],
    [{ learningRate: 1e-320 }, /learning rate/],
    [{ learningRate: '0.1' }, /learning rate/],
    [{ batchSize: 0 }, /batch size is 0.*1 to 4,096/],
    [{ batchSize: 1.5 }, /batch size/],
    [{ epochs: 1e12 }, /epochs/],
    [{ seed: -1 }, /seed/],
    [{ seed: 2 ** 32 }, /seed/],
    [{ hidden: [0] }, /width of hidden layer 1 is 0/],
    [{ hidden: [2048, 2048, 2048] }, /hidden layers.*parameters/],
    [{ hidden: Array(7).fill(4) }, /hidden layers/],
    [{ hidden: '392' }, /hidden layers/],
    [{ activation: 'softmax' }, /activation/],
    [{ gradient: undefined }, /gradient/],
    [{ optimizer: 'Adam' }, /optimizer must be sgd.*"Adam"/],
    [{ schedule: 'linear' }, /schedule/],
    [{ initialization: '' }, /initialization/],
    [{ inputScaling: 'none' }, /input scaling/],
    [{ mirror: 1 }, /mirror images must be true or false, not "1"/],
    [{ shuffledLabels: 'no' }, /shuffled labels must be true or false, not "no"/],
    [{ restoreBest: 'yes' }, /restore the best/],
    [{ validationShare: 0.6 }, /validation part is 0.6/],
    [{ drawnShare: 0.91 }, /share of drawings is 0.91/],
    [{ photoShare: -1 }, /share of photos is -1/],
    [{ dropout: 1 }, /dropout is 1/],
    [{ labelSmoothing: NaN }, /label smoothing/],
    [{ clipNorm: -1 }, /gradient clipping/],
    [{ momentum: 1 }, /momentum is 1.*below 1/],
    [{ patience: 0.5 }, /patience/],
    [{ warmUpEpochs: Infinity }, /warm-up/],
    [{ trainImages: 60_001 }, /training images/],
  ];
  for (const none of [undefined, null, 7, 'settings']) {
    assert.match(session.createRun(none).message, /settings must be an object/);
  }
  for (const [change, message] of cases) {
    const outcome = session.createRun({ ...SMALL, ...change });
    assert.equal(outcome.ok, false, JSON.stringify(change));
    assert.equal(outcome.code, 'invalid-setting');
    assert.match(outcome.message, message);
  }
  assert.equal(valueOf(session.parameterHash()), hash);
});

test('arrays are copies: changing one changes nothing inside, and none goes empty when memory grows', () => {
  const image = valueOf(session.image('test', 0)).pixels;
  const kept = Uint8Array.from(image);
  const other = openSession(module, 10_000);
  assert.deepEqual(image, kept);
  image.fill(9);
  assert.deepEqual(valueOf(session.image('test', 0)).pixels, kept);
  other.delete();
});

test('with 60,000 images and the default run the heap is at most 128 MB', async (t) => {
  const { train } = readManifest();
  if (train.length < 12) {
    t.skip('only the subset is here: install dataset-fashion-mnist for all 60,000 images');
    return;
  }
  const large = await loadModule();
  const full = openSession(large, 60_000);
  valueOf(full.createRun({ ...DEFAULT_SETTINGS, trainImages: 60_000 }));
  valueOf(full.advance(1e9, 100));
  const megabytes = large.HEAPU8.length / 2 ** 20;
  t.diagnostic(`heap: ${megabytes.toFixed(1)} MB`);
  assert.ok(megabytes <= 128);
});

/** Everything beyond the report's settings is on. */
const FULL = {
  ...SMALL,
  activation: 'gelu',
  inputScaling: 'standardized',
  mirror: true,
  shuffledLabels: true,
  validationShare: 0.1,
  patience: 5,
  restoreBest: true,
  optimizer: 'adamw',
  learningRate: 0.002,
  weightDecay: 0.01,
  schedule: 'cosine',
  warmUpEpochs: 0.5,
  dropout: 0.1,
  labelSmoothing: 0.05,
  clipNorm: 5,
  epochs: 3,
};

test('a run continued from its checkpoint in another session ends with the same weights and the same answers', () => {
  valueOf(session.createRun(FULL));
  valueOf(session.advance(1e12, 25)); // in mid-epoch
  const checkpoint = valueOf(session.checkpoint());
  assert.deepEqual(checkpoint.config, FULL);
  trainToEnd(session, 4e8);
  const other = openSession(module, 5000);
  const restored = valueOf(other.restoreRun(structuredClone(checkpoint)));
  assert.equal(restored.step, 25);
  trainToEnd(other, 1e7);
  assert.equal(valueOf(other.parameterHash()), valueOf(session.parameterHash()));
  assert.deepEqual(valueOf(other.curve(0)), valueOf(session.curve(0)));
  assert.deepEqual(valueOf(other.insides(0)), valueOf(session.insides(0)));
  assert.deepEqual(valueOf(other.verdict()), valueOf(session.verdict()));
  for (let i = 0; i < 1000; ++i) {
    assert.deepEqual(valueOf(other.classifyTestImage(i)), valueOf(session.classifyTestImage(i)));
  }
  other.delete();
});

test('a checkpoint that is none is refused, and the run before stays', () => {
  valueOf(session.createRun(SMALL));
  valueOf(session.advance(1e12, 3));
  const hash = valueOf(session.parameterHash());
  const checkpoint = valueOf(session.checkpoint());
  const first = checkpoint.arrays[0];
  /** @type {[any, RegExp][]} */
  const cases = [
    [undefined, /checkpoint must be an object, not "undefined"/],
    [7, /checkpoint must be an object/],
    [{}, /settings must be an object/],
    [{ config: {} }, /training images must be a number/],
    [{ ...checkpoint, arrays: [null] }, /array of a checkpoint must be an object/],
    [{ config: checkpoint.config }, /checkpoint must be a config and a list of arrays/],
    [{ ...checkpoint, arrays: [] }, /layer1\.weights is missing/],
    [{ ...checkpoint, arrays: checkpoint.arrays.slice(1) }, /layer1\.weights is missing/],
    [{ ...checkpoint, arrays: [{ ...first, values: new Float32Array(3) }] }, /has 3 numbers, expected 50176/],
    [{ ...checkpoint, arrays: [{ ...first, values: [1, 2] }] }, /must be a Uint32Array/],
    [{ ...checkpoint, arrays: [...checkpoint.arrays, first] }, /is not part of such a run/],
  ];
  for (const [bad, message] of cases) {
    const outcome = session.restoreRun(bad);
    assert.equal(outcome.ok, false);
    assert.match(outcome.message, message);
  }
  assert.equal(valueOf(session.parameterHash()), hash);
});

test('this build has one thread, and refuses any other number', () => {
  assert.deepEqual(valueOf(session.threadCounts()), { inUse: 1, most: 1 });
  valueOf(session.setThreads(1));
  for (const threads of [0, 2, -1]) {
    const { ok, code, message } = session.setThreads(threads);
    assert.deepEqual([ok, code], [false, 'invalid-setting']);
    assert.match(message, new RegExp(`from 1 to 1, not ${threads}$`));
  }
  assert.equal(session.setThreads('all').code, 'invalid-setting');
});

test('damaged data is refused and adds nothing', () => {
  const fresh = new module.Session();
  const { images, labels } = readManifest().test[0];
  const [imageBytes, labelBytes] = [readInflated(images.file), readInflated(labels.file)];
  const outcome = fresh.addImages('test', imageBytes.subarray(0, -1), labelBytes);
  assert.equal(outcome.code, 'bad-data');
  assert.match(outcome.message, /at byte/);
  assert.deepEqual(valueOf(fresh.dataCounts()), { train: 0, test: 0, drawings: 0 });
  fresh.delete();
});

test('a thousand calls leave no handle behind', () => {
  const handles = module.count_emval_handles();
  for (let i = 0; i < 1000; ++i) {
    session.progress();
    session.createRun({ ...SMALL, batchSize: 0 });
    session.classifyTestImage(-1);
  }
  assert.equal(module.count_emval_handles(), handles);
});

test('the scores of all test images come in pieces, and agree with those of one image', () => {
  valueOf(session.createRun(SMALL));
  trainToEnd(session, 4e8);
  const scores = new Uint8Array(100_000);
  let first = 0;
  while (first < 10_000) {
    const some = valueOf(session.testScores(first));
    scores.set(some, first * 10);
    first += some.length / 10;
  }
  assert.deepEqual(valueOf(session.lastTestScores()), scores); // those of the last point
  for (const image of [0, 4321, 9999]) {
    const exact = valueOf(session.classifyTestImage(image));
    const kept = scores.subarray(image * 10, image * 10 + 10);
    assert.ok(kept.every((score, c) => Math.abs(score - 255 * exact[c]) <= 1.5));
  }
});

test('trying settings out trains on some images and leaves the run alone', () => {
  valueOf(session.createRun(SMALL));
  const before = valueOf(session.parameterHash());
  const few = valueOf(session.tryOut({ ...SMALL, trainImages: 60_000 }, 0)).imagesSeen;
  assert.ok(few >= SMALL.batchSize);
  assert.ok(valueOf(session.tryOut(SMALL, 1e8)).imagesSeen > few);
  assert.equal(valueOf(session.parameterHash()), before);
  assert.equal(valueOf(session.progress()).step, 0);
});

test('saliency, the first layer’s weights and the gradient check come as numbers', () => {
  assert.equal(valueOf(session.saliency(7)).length, 784);
  assert.ok(valueOf(session.saliency(7)).some((/** @type {number} */ slope) => slope !== 0));
  assert.equal(valueOf(session.unitWeights(3, 2)).length, 2 * 784);
  const check = (/** @type {string} */ gradient) => valueOf(session.checkGradient('relu', gradient, 2));
  assert.ok(check('exact').largestError < check('exact').tolerance);
  assert.ok(check('report').largestError > 0.5);
});
