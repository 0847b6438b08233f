// Pieces of work, one a frame.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importModule } from '../support/site.js';

/** @type {(() => void)[]} */
const frames = [];
Object.assign(globalThis, { requestAnimationFrame: (/** @type {() => void} */ frame) => frames.push(frame) });
const { oneAFrame } = await importModule('js/plot/one-a-frame.js');

test('work is done one piece a frame, in order, and frames are asked for only while there is work', () => {
  /** @type {string[]} */
  const done = [];
  oneAFrame(() => {
    done.push('first');
    oneAFrame(() => done.push('from within'));
  });
  oneAFrame(() => done.push('second'));
  for (const expected of [['first'], ['first', 'second'], ['first', 'second', 'from within']]) {
    assert.equal(frames.length, 1);
    frames.shift()?.();
    assert.deepEqual(done, expected);
  }
  assert.equal(frames.length, 0);
});
