// Which build of the module is started, and what happens when the one with threads cannot be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importModule } from '../support/site.js';

const { openSession } = await importModule('js/worker/open-session.js');

const moduleOf = (/** @type {string} */ build) => ({ Session: class { build = build; } }); // prettier-ignore
const single = () => Promise.resolve(moduleOf('single'));
const threaded = () => Promise.resolve(moduleOf('threads'));
const never = () => new Promise(() => {});

/** @param {object} options */
async function opened(options) {
  const { session, build } = await openSession({ threadsAllowed: true, single, threaded, waitMs: 50, ...options });
  assert.equal(session.build, build);
  return build;
}

test('the build with threads runs where they are allowed', async () => {
  assert.equal(await opened({}), 'threads');
});

test('the build for one thread runs where they are not, and the other one is not even started', async () => {
  assert.equal(await opened({ threadsAllowed: false, threaded: () => assert.fail('was started') }), 'single');
});

test('the build for one thread runs when shared memory is refused, or the threads never come up', async () => {
  assert.equal(await opened({ threaded: () => Promise.reject(new RangeError('out of memory')) }), 'single');
  assert.equal(await opened({ threaded: never }), 'single');
});

test('when neither can be started, it says why', async () => {
  const fails = () => Promise.reject(new Error('no such file'));
  await assert.rejects(openSession({ threadsAllowed: true, single: fails, threaded: fails }), /no such file/);
});
