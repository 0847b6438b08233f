import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPictures, readPictures, writePictures } from '../../web/js/page/own-pictures.js';

/** @param {number} label @param {number} level */
const picture = (label, level) => ({ id: `${label}-${level}`, label, pixels: new Uint8Array(784).fill(level) });
const TWO = [picture(8, 3), picture(0, 255)];

test('pictures come back from the file that was saved of them', () => {
  assert.deepEqual(
    readPictures(writePictures(TWO)),
    TWO.map(({ label, pixels }) => ({ label, pixels })),
  );
});

test('any other file is refused with a sentence that says why', () => {
  const file = JSON.parse(writePictures(TWO));
  /** @type {[string, RegExp][]} */
  const cases = [
    ['', /no JSON/],
    ['PNG\u0000', /no JSON/],
    ['null', /holds no pictures/],
    ['{"format":"other","pictures":[]}', /holds no pictures/],
    [JSON.stringify({ ...file, pictures: 7 }), /holds no pictures/],
    [JSON.stringify({ ...file, pictures: [{ class: 'Hat', pixels: '' }] }), /Picture 1 .* no class of the ten/],
    [JSON.stringify({ ...file, pictures: [null] }), /Picture 1 .* no class/],
    [
      JSON.stringify({ ...file, pictures: [file.pictures[0], { class: 'Bag', pixels: '%' }] }),
      /Picture 2 .* cannot be read/,
    ],
    [JSON.stringify({ ...file, pictures: [{ class: 'Bag', pixels: 'AAAA' }] }), /has 3 pixels, not 784/],
  ];
  for (const [text, message] of cases) {
    assert.throws(() => readPictures(text), message);
  }
});

test('a picture that is there already is not added again', () => {
  assert.deepEqual(newPictures(TWO, [picture(8, 3), picture(8, 4), picture(8, 4), picture(1, 3)]), [
    picture(8, 4),
    picture(1, 3),
  ]);
});
