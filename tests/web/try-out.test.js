import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trainingSpeed } from '../../web/js/worker/try-out.js';

/**
 * A session that takes 50 ms to begin a run, then trains 2 images a millisecond at a million operations each.
 * @param {number} [mostImages] where the run ends by diverging
 */
function fakeSession(mostImages = Infinity) {
  let clock = 0;
  return {
    now: () => clock,
    session: /** @type {any} */ ({
      tryOut(/** @type {object} */ _, /** @type {number} */ flops) {
        const images = Math.min(mostImages, 100 + flops / 1e6);
        clock += 50 + images / 2;
        return { ok: true, value: { imagesSeen: images } };
      },
    }),
  };
}

test('the speed is that of training alone, without what it costs to begin', () => {
  const { session, now } = fakeSession();
  assert.equal(Math.round(trainingSpeed(session, /** @type {any} */ ({}), now)), 2000);
});

test('settings that diverge at once have no speed', () => {
  const { session, now } = fakeSession(100);
  assert.throws(() => trainingSpeed(session, /** @type {any} */ ({}), now), /cannot be tried out/);
});
