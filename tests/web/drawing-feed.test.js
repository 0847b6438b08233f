// The drawings that networks are trained with: made once, all of them, and gone on with after a failure.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DrawingFeed } from '../../web/js/worker/drawing-feed.js';
import { hasDataFor } from '../../web/js/page/allowed.js';

const TOTAL = 150;

/** A session that keeps the labels it gets, and a studio whose drawings are labelled by their number. */
function fakes() {
  /** @type {number[]} */
  const labels = [];
  /** @type {any} */
  const session = {
    addDrawings: (/** @type {Uint8Array} */ _pixels, /** @type {Uint8Array} */ more) => {
      labels.push(...more);
      return { ok: true };
    },
  };
  /** @type {any} */
  const studio = {
    drawnExamples: () => ({ ok: true, value: TOTAL }),
    drawExamples: (/** @type {number} */ first, /** @type {number} */ count) => ({
      ok: true,
      value: { pixels: new Uint8Array(0), labels: Uint8Array.from({ length: count }, (_, i) => first + i) },
    }),
  };
  return { labels, session, studio };
}

const noPause = () => Promise.resolve();

test('all drawings come once, in order, however often they are asked for, and the end is reported', async () => {
  const { labels, session, studio } = fakes();
  /** @type {{ drawn: number, drawnTotal: number }[]} */
  const reports = [];
  const feed = new DrawingFeed(
    session,
    () => reports.push(feed.counts),
    noPause,
    () => Promise.resolve(studio),
  );
  assert.deepEqual(feed.counts, { drawn: 0, drawnTotal: 0 });
  await Promise.all([feed.load(), feed.load()]);
  await feed.load();
  assert.deepEqual(
    labels,
    Array.from({ length: TOTAL }, (_, i) => i),
  );
  assert.deepEqual(reports.at(-1), { drawn: TOTAL, drawnTotal: TOTAL });
  assert.ok(reports.length > 1);
});

test('messages are answered between two blocks of drawings', async () => {
  const { labels, session, studio } = fakes();
  /** @type {number[]} */
  const seen = [];
  const pause = async () => void seen.push(labels.length);
  await new DrawingFeed(
    session,
    () => {},
    pause,
    () => Promise.resolve(studio),
  ).load();
  assert.ok(seen.length >= 3 && (seen[0] ?? TOTAL) < TOTAL);
});

test('a part that draws which cannot be loaded is said in a sentence, and tried again', async () => {
  const { labels, session, studio } = fakes();
  let tries = 0;
  const start = () => (++tries === 1 ? Promise.reject(new Error('status 404')) : Promise.resolve(studio));
  const feed = new DrawingFeed(session, () => {}, noPause, start);
  await assert.rejects(feed.load(), /draws, and finds garments in photos, could not be loaded/);
  await feed.load();
  assert.equal(labels.length, TOTAL);
});

test('a run with drawings waits for all of them, one without for none', () => {
  const data = {
    available: 60_000,
    train: 10_000,
    test: 100,
    testTotal: 100,
    loadedBytes: 1,
    totalBytes: 1,
    drawn: 0,
    drawnTotal: 0,
  };
  const plain = { trainImages: 10_000, drawnShare: 0 };
  const mixed = { trainImages: 10_000, drawnShare: 0.3 };
  assert.ok(hasDataFor(data, plain));
  assert.ok(!hasDataFor(data, mixed));
  assert.ok(!hasDataFor({ ...data, drawn: 100, drawnTotal: 60_000 }, mixed));
  assert.ok(hasDataFor({ ...data, drawn: 60_000, drawnTotal: 60_000 }, mixed));
  assert.ok(!hasDataFor(data, { ...plain, trainImages: 10_001 }));
});
