// Files as they come from a host, good and bad: inflated, capped, checked, and brought in the right order.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import zlib from 'node:zlib';
import { importModule } from '../support/site.js';

const { inflateAndCheck } = await importModule('js/worker/inflate.js');
const { DataFeed } = await importModule('js/worker/data-feed.js');

/** @param {Uint8Array} bytes */
const expectedOf = (bytes) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
const PLAIN = new Uint8Array(50_000).map((_, i) => (i * i) % 251);
const EXPECTED = expectedOf(PLAIN);
const GZIP = new Uint8Array(zlib.gzipSync(PLAIN));

test('a gzip file is inflated; one that the server has inflated already is taken as it is', async () => {
  assert.deepEqual(await inflateAndCheck(GZIP, EXPECTED), PLAIN);
  assert.deepEqual(await inflateAndCheck(PLAIN, EXPECTED), PLAIN);
});

test('without the browser’s own hashes a file is checked as well', async (t) => {
  const own = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  t.after(() => Object.defineProperty(globalThis, 'crypto', /** @type {PropertyDescriptor} */ (own)));
  Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true }); // a page on plain http
  assert.deepEqual(await inflateAndCheck(GZIP, EXPECTED), PLAIN);
  await assert.rejects(inflateAndCheck(PLAIN.slice().reverse(), EXPECTED), /not the file expected/);
});

const badCrc = GZIP.slice();
badCrc[badCrc.length - 5] = (badCrc[badCrc.length - 5] ?? 0) ^ 1;
/** @type {[string, Uint8Array, RegExp][]} */
const BAD = [
  ['a truncated file', GZIP.subarray(0, GZIP.length / 2), /damaged/],
  ['a wrong checksum', badCrc, /damaged/],
  ['bytes after the end', new Uint8Array([...GZIP, 1, 2, 3]), /damaged/],
  ['only a gzip header', GZIP.subarray(0, 10), /damaged/],
  ['an empty file', new Uint8Array(0), /has 0 bytes, expected 50000/],
  ['a web page', new TextEncoder().encode('<!doctype html>'), /has 15 bytes, expected 50000/],
  ['another file of the same length', PLAIN.slice().reverse(), /not the file expected/],
  ['a larger file', new Uint8Array(zlib.gzipSync(new Uint8Array(50_001))), /longer than the 50000 bytes/],
];
for (const [what, bytes, message] of BAD) {
  test(`refused: ${what}`, () => assert.rejects(inflateAndCheck(bytes, EXPECTED), message));
}

test('a small file that would become a huge one is stopped within a second', async () => {
  const bomb = new Uint8Array(zlib.gzipSync(Buffer.alloc(256 * 1024 * 1024), { level: 9 }));
  const start = performance.now();
  await assert.rejects(inflateAndCheck(bomb, EXPECTED), /longer than/);
  assert.ok(performance.now() - start < 1000);
});

/** A host with `shards` training shards of ten images, one test shard, and a record of what is asked of it. */
function fakeHost(shards = 3) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  const shard = (/** @type {string} */ name) => {
    const entry = (/** @type {string} */ kind) => {
      const file = `${name}-${kind}.gz`;
      const bytes = new TextEncoder().encode(file);
      files.set(file, bytes);
      return { file, ...expectedOf(bytes) };
    };
    return { count: 10, images: entry('images'), labels: entry('labels') };
  };
  const manifest = { train: Array.from({ length: shards }, (_, i) => shard(`train-${i}`)), test: [shard('test-0')] };
  files.set('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const added = [];
  const session = {
    reserveImages: () => ({ ok: true }),
    addImages: (/** @type {string} */ _, /** @type {Uint8Array} */ images) => {
      added.push(new TextDecoder().decode(images).replace('-images.gz', ''));
      return { ok: true };
    },
  };
  const fetchFile = async (/** @type {string} */ file) => {
    asked.push(file);
    return files.get(file) ?? assert.fail(`no file ${file}`);
  };
  return { files, asked, added, session, fetchFile };
}

test('what the chosen size needs comes first, then the test images, then the rest', async () => {
  const { session, fetchFile, added } = fakeHost();
  /** @type {{ train: number, test: number, loadedBytes: number, totalBytes: number }[]} */
  const reports = [];
  await new DataFeed(session, fetchFile, (/** @type {any} */ report) => reports.push(report)).load(20);
  assert.deepEqual(added, ['train-0', 'train-1', 'test-0', 'train-2']);
  const last = reports.at(-1);
  assert.deepEqual([last?.train, last?.test, last?.loadedBytes === last?.totalBytes], [30, 10, true]);
});

test('the bytes of a report are those of what the chosen size needs: the rest adds none', async () => {
  const { session, fetchFile } = fakeHost();
  /** @type {number[]} */
  const parts = [];
  const totals = new Set();
  const feed = new DataFeed(session, fetchFile, (/** @type {any} */ { loadedBytes, totalBytes }) => {
    parts.push(loadedBytes / totalBytes);
    totals.add(totalBytes);
  });
  await feed.load(10);
  assert.equal(parts.shift(), 0);
  assert.ok(0 < Number(parts[0]) && Number(parts[0]) < 1);
  assert.deepEqual(parts.slice(1), [1, 1, 1]);
  assert.equal(totals.size, 1);
});

test('a file that fails is tried three times, then named; loading again goes on where it stood', async () => {
  const { files, asked, session, fetchFile, added } = fakeHost();
  const good = /** @type {Uint8Array} */ (files.get('train-1-images.gz'));
  files.set('train-1-images.gz', new TextEncoder().encode('something else'));
  const feed = new DataFeed(session, fetchFile, () => {});
  await assert.rejects(feed.load(30), /^Error: train-1-images\.gz has 14 bytes/);
  assert.equal(asked.filter((file) => file === 'train-1-images.gz').length, 3);
  assert.deepEqual(added, ['train-0']);
  files.set('train-1-images.gz', good);
  await feed.load(30);
  assert.deepEqual(added, ['train-0', 'train-1', 'train-2', 'test-0']);
});

test('the rest waits until there is time, unless it is wanted meanwhile', async () => {
  const { session, fetchFile, added } = fakeHost();
  /** @type {(() => void)[]} */
  const waiting = [];
  const whenIdle = () => new Promise((resolve) => waiting.push(() => resolve(undefined)));
  const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
  const feed = new DataFeed(session, fetchFile, () => {}, whenIdle);
  const loading = feed.load(10);
  await turn();
  assert.deepEqual(added, ['train-0', 'test-0']);
  void feed.load(30); // now both are wanted: only the wait that was under way is left
  waiting.shift()?.();
  await loading;
  assert.deepEqual(added, ['train-0', 'test-0', 'train-1', 'train-2']);
  assert.equal(waiting.length, 0);
});

test('the next shard that is needed is on its way while one is added, and none that is not', async () => {
  const { session, fetchFile, asked } = fakeHost(4);
  /** @type {string[][]} */
  const askedByThen = [];
  const listening = {
    ...session,
    addImages: (/** @type {string} */ set, /** @type {Uint8Array} */ images) => {
      askedByThen.push(
        asked.filter((file) => file.endsWith('-images.gz')).map((file) => file.replace('-images.gz', '')),
      );
      return session.addImages(set, images);
    },
  };
  await new DataFeed(listening, fetchFile, () => {}).load(20);
  assert.deepEqual(askedByThen, [
    ['train-0', 'train-1'],
    ['train-0', 'train-1', 'test-0'],
    ['train-0', 'train-1', 'test-0'],
    ['train-0', 'train-1', 'test-0', 'train-2'],
    ['train-0', 'train-1', 'test-0', 'train-2', 'train-3'],
  ]);
});

test('a shard that was asked for before its turn, and failed, is tried again when its turn comes', async () => {
  const { session, fetchFile, added } = fakeHost();
  let failures = 1;
  const failing = (/** @type {string} */ file) =>
    file === 'train-1-images.gz' && failures-- > 0 ? Promise.reject(new Error('status 503')) : fetchFile(file);
  await new DataFeed(session, failing, () => {}).load(30);
  assert.deepEqual(added, ['train-0', 'train-1', 'train-2', 'test-0']);
});
