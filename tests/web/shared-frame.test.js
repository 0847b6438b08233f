// Pieces of work in frames: together while they are quick, alone when they are slow.

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { importModule } from '../support/site.js';

/** @type {(() => Promise<void>)[]} */
const frames = [];
/** @type {string[]} */
const failures = [];
let milliseconds = 0;
Object.assign(globalThis, {
  requestAnimationFrame: (/** @type {() => Promise<void>} */ frame) => frames.push(frame),
  reportError: (/** @type {Error} */ { message }) => failures.push(message),
  performance: { now: () => milliseconds },
});
const { shareFrame } = await importModule('js/plot/shared-frame.js');

/** @type {string[]} */
let done = [];
beforeEach(() => {
  done = [];
});

/** A piece of work that takes so long. @param {string} name @param {number} [takes] milliseconds */
const piece = (name, takes = 1) => {
  shareFrame(() => {
    done.push(name);
    milliseconds += takes;
  });
};

const presentFrame = () => new Promise((resolve) => setImmediate(resolve));
const nextFrame = async () => {
  assert.equal(frames.length, 1, 'a frame is asked for');
  await frames.shift()?.();
};

test('quick pieces are done in the frame that they are asked for in, and none is asked for', async () => {
  piece('first');
  piece('second');
  shareFrame(() => piece('from within'));
  assert.deepEqual(done, [], 'after the caller');
  await presentFrame();
  assert.deepEqual(done, ['first', 'second', 'from within']);
  assert.equal(frames.length, 0);
});

test('slow pieces get a frame each, in order', async () => {
  piece('first', 20);
  piece('second', 20);
  piece('quick');
  await presentFrame();
  assert.deepEqual(done, ['first']);
  await nextFrame();
  assert.deepEqual(done, ['first', 'second']);
  await nextFrame();
  assert.deepEqual(done, ['first', 'second', 'quick']);
  assert.equal(frames.length, 0);
});

test('what a piece leaves to be done after it counts as its time', async () => {
  shareFrame(() => queueMicrotask(() => (milliseconds += 20)));
  piece('next');
  await presentFrame();
  assert.deepEqual(done, []);
  await nextFrame();
  assert.deepEqual(done, ['next']);
});

test('a piece that fails is told of, and keeps none of the others from being done', async () => {
  shareFrame(() => {
    throw new Error('no room');
  });
  piece('next');
  await presentFrame();
  assert.deepEqual(done, ['next']);
  assert.deepEqual(failures, ['no room']);
});
