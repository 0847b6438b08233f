import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createQuiet } from '../../web/js/worker/quiet.js';

/** A clock that goes on only while somebody sleeps. */
function fakeWorld() {
  const world = {
    time: 0,
    busyUntil: 0,
    now: () => world.time,
    busy: () => world.time < world.busyUntil,
    /** @type {(milliseconds: number) => Promise<void>} */
    sleep: async (milliseconds) => {
      world.time += milliseconds;
    },
  };
  return world;
}

test('after a disturbance it waits for a while, and once it has been quiet for longer it does not wait', async () => {
  const world = fakeWorld();
  const quiet = createQuiet(world);
  world.time = 1000;
  quiet.disturb();
  await quiet.wait();
  const waited = world.time - 1000;
  assert.ok(waited >= 300 && waited <= 400, `${waited} ms`);
  await quiet.wait();
  assert.equal(world.time - 1000, waited);
});

test('a disturbance while it waits makes it wait anew', async () => {
  const world = fakeWorld();
  const quiet = createQuiet({
    ...world,
    sleep: async (milliseconds) => {
      world.time += milliseconds;
      if (world.time === 200) {
        quiet.disturb();
      }
    },
  });
  await quiet.wait();
  assert.ok(world.time >= 500, `${world.time} ms`);
});

test('it waits as long as work is being done', async () => {
  const world = fakeWorld();
  world.busyUntil = 5000;
  await createQuiet(world).wait();
  assert.ok(world.time >= 5000, `${world.time} ms`);
});
