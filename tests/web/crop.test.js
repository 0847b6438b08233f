// The crop box: whatever a person does to it, it stays a box inside the photo.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { boxBetween, draggedBox, firstBox, gripAt, LEAST_SIDE, movedBox, resizedBox } from '../../web/js/page/crop.js';

/** @typedef {import('../../web/js/page/crop.js').Box} Box */
/** @typedef {import('../../web/js/page/crop.js').Size} Size */

const sides = fc.integer({ min: 1, max: 512 });
const sizes = fc.record({ width: sides, height: sides });
const places = fc.double({ min: -600, max: 1200, noNaN: true });
const grips = fc.constantFrom(
  .../** @type {const} */ (['inside', 'left-top', 'right-top', 'left-bottom', 'right-bottom']),
);

/** @param {Size} photo @param {Box} box */
function assertInside(photo, { left, top, width, height }) {
  for (const value of [left, top, width, height]) {
    assert.ok(Number.isInteger(value), `${value} is no whole number`);
  }
  assert.ok(left >= 0 && left + width <= photo.width, `${left} + ${width} of ${photo.width}`);
  assert.ok(top >= 0 && top + height <= photo.height, `${top} + ${height} of ${photo.height}`);
  assert.ok(width >= Math.min(LEAST_SIDE, photo.width), `${width} wide`);
  assert.ok(height >= Math.min(LEAST_SIDE, photo.height), `${height} high`);
}

test('drawn, moved, resized and dragged at will, a box stays inside its photo and does not vanish', () => {
  fc.assert(
    fc.property(sizes, places, places, places, places, grips, (photo, x0, y0, x1, y1, grip) => {
      const drawn = boxBetween(photo, x0, y0, x1, y1);
      assertInside(photo, drawn);
      assertInside(photo, movedBox(photo, drawn, x1, y0));
      assertInside(photo, resizedBox(photo, drawn, x1, y0));
      assertInside(photo, draggedBox(photo, drawn, grip, x0, y0, x1, y1));
    }),
  );
});

test('a box drawn from right to left is the same as from left to right', () => {
  const photo = { width: 300, height: 200 };
  assert.deepEqual(boxBetween(photo, 20, 30, 120, 90), { left: 20, top: 30, width: 100, height: 60 });
  assert.deepEqual(boxBetween(photo, 120, 90, 20, 30), { left: 20, top: 30, width: 100, height: 60 });
});

test('a press takes hold of the nearest corner, of the inside, or of nothing', () => {
  const box = firstBox({ width: 300, height: 200 });
  assert.deepEqual(box, { left: 30, top: 20, width: 240, height: 160 });
  assert.equal(gripAt(box, 33, 18, 5), 'left-top');
  assert.equal(gripAt(box, 268, 181, 5), 'right-bottom');
  assert.equal(gripAt(box, 150, 100, 5), 'inside');
  assert.equal(gripAt(box, 10, 100, 5), undefined);
});

test('a dragged corner moves, and the one across from it stays', () => {
  const photo = { width: 300, height: 200 };
  const box = { left: 30, top: 20, width: 240, height: 160 };
  assert.deepEqual(draggedBox(photo, box, 'left-top', 30, 20, 50, 60), { left: 50, top: 60, width: 220, height: 120 });
  assert.deepEqual(draggedBox(photo, box, 'inside', 100, 100, 90, 130), {
    left: 20,
    top: 40,
    width: 240,
    height: 160,
  });
});
