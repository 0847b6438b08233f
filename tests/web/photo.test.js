// What the network is shown, and the photo's state: answers that come late belong to what they were asked about.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState, reduce } from '../../web/js/page/store.js';
import { shownToNetwork } from '../../web/js/page/subject.js';

/** @typedef {import('../../web/js/page/store.js').Action} Action */

const image = /** @type {ImageData} */ ({ width: 4, height: 3, data: new Uint8ClampedArray(48) });
const other = /** @type {ImageData} */ ({ ...image });
const answer = { scores: new Float32Array([1]), unlike: false };

/** @param {'garment' | 'nothing'} content */
const steps = (content) => ({
  content,
  width: 4,
  height: 3,
  mask: new Uint8Array(12),
  item: new Uint8Array(12),
  views: new Uint8Array(content === 'garment' ? 3 * 784 : 0),
});

/** @param {Action[]} actions */
const after = (...actions) => actions.reduce(reduce, initialState());

test('without a drawing or a photo there is nothing to classify, and it says which is missing', () => {
  assert.deepEqual(shownToNetwork(after()), { content: 'blank', pixels: undefined, answer: undefined, isOwn: true });
  const photo = after({ type: 'subject-chosen', subject: 'photo' });
  assert.equal(shownToNetwork(photo).content, 'no-photo');
});

test('a photo is looked at, then seen, then answered; one without a garment is not asked about', () => {
  const opened = after({ type: 'subject-chosen', subject: 'photo' }, { type: 'photo-opened', image });
  assert.equal(shownToNetwork(opened).content, 'looking');
  const its = steps('garment');
  const seen = reduce(opened, { type: 'photo-seen', image, steps: its });
  assert.equal(shownToNetwork(seen).pixels, its.views);
  const answered = reduce(seen, { type: 'answer-arrived', pixels: its.views, answer });
  assert.equal(shownToNetwork(answered).answer, answer);
  const empty = reduce(answered, { type: 'photo-seen', image, steps: steps('nothing') });
  assert.equal(shownToNetwork(empty).content, 'nothing');
  assert.equal(shownToNetwork(empty).pixels, undefined);
});

test('what was found in a photo that is gone, and an answer to another picture, are dropped', () => {
  const opened = after({ type: 'photo-opened', image });
  assert.equal(reduce(opened, { type: 'photo-seen', image: other, steps: steps('garment') }).photo, opened.photo);
  const seen = reduce(opened, { type: 'photo-seen', image, steps: steps('garment') });
  assert.equal(reduce(seen, { type: 'answer-arrived', pixels: new Uint8Array(784), answer }).photo, seen.photo);
});

test('a new photo begins without the box and the slider of the one before', () => {
  const crop = { left: 1, top: 1, width: 2, height: 2 };
  const framed = after({ type: 'photo-opened', image }, { type: 'photo-framed', framing: { crop, bias: 0.5 } });
  assert.deepEqual(framed.photo?.crop, crop);
  const next = reduce(framed, { type: 'photo-opened', image: other });
  assert.deepEqual([next.photo?.crop, next.photo?.bias], [undefined, 0]);
});
