import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importModule } from '../support/site.js';

const { idsToDrop } = await importModule('js/page/weight-store.js');

test('the oldest weights make room for new ones, and no more than needed', () => {
  const sizes = new Map([
    ['new', { bytes: 30, savedAt: 3 }],
    ['old', { bytes: 50, savedAt: 1 }],
    ['middle', { bytes: 20, savedAt: 2 }],
  ]);
  assert.deepEqual(idsToDrop(sizes, 10, 110), []);
  assert.deepEqual(idsToDrop(sizes, 11, 110), ['old']);
  assert.deepEqual(idsToDrop(sizes, 70, 110), ['old', 'middle']);
  assert.deepEqual(idsToDrop(sizes, 500, 110), ['old', 'middle', 'new']);
});
