import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeStrokes, emptyPad, encodeStrokes, reducePad } from '../../web/js/page/pad.js';

/** @param {import('../../web/js/page/pad.js').PadAction[]} actions */
const after = (...actions) => actions.reduce(reducePad, emptyPad());
/** @type {import('../../web/js/page/pad.js').PadAction[]} */
const line = [
  { type: 'stroke-begun', x: 1, y: 2 },
  { type: 'stroke-extended', points: [3, 4, 5, 6] },
];

test('a stroke keeps the tool that it was begun with', () => {
  const pad = after(...line, { type: 'pad-tool-changed', tool: 'eraser', size: 40 });
  assert.deepEqual(pad.strokes, [{ tool: 'brush', size: 16, grey: 255, points: [1, 2, 3, 4, 5, 6] }]);
});

test('undo takes back a whole stroke, redo brings it back', () => {
  const undone = after(...line, ...line, { type: 'pad-undone' });
  assert.equal(undone.strokes.length, 1);
  const redone = reducePad(undone, { type: 'pad-redone' });
  assert.equal(redone.strokes.length, 2);
  assert.deepEqual(redone.strokes[1]?.points, [1, 2, 3, 4, 5, 6]);
});

test('a pen that stays down through an undo or a clear begins a new stroke', () => {
  for (const type of /** @type {const} */ (['pad-undone', 'pad-cleared'])) {
    const pad = after(...line, ...line, { type }, { type: 'stroke-extended', points: [9, 9] });
    assert.deepEqual(pad.strokes.at(-1)?.points, [9, 9]);
    assert.equal(pad.strokes.length, type === 'pad-undone' ? 2 : 1);
  }
});

test('clear can be undone, with the test image underneath', () => {
  const base = { index: 7, label: 3 };
  const pad = after({ type: 'base-loaded', base }, ...line, { type: 'pad-cleared' }, { type: 'pad-undone' });
  assert.deepEqual(pad.base, base);
  assert.equal(pad.strokes.length, 1);
});

test('strokes cross as the flat list that the core reads', () => {
  assert.deepEqual([...encodeStrokes(after(...line).strokes)], [0, 16, 255, 3, 1, 2, 3, 4, 5, 6]);
});

test('strokes come back from the flat list, and an empty list is no strokes', () => {
  const pad = after(...line, { type: 'pad-tool-changed', tool: 'eraser', size: 40 }, ...line, {
    type: 'outlines-filled',
  });
  assert.equal(pad.strokes.length, 3);
  assert.deepEqual(decodeStrokes(encodeStrokes(pad.strokes)), pad.strokes);
  assert.deepEqual(decodeStrokes(new Float32Array(0)), []);
});

test('with Mirror on, a stroke and its image grow together, and undo takes back both', () => {
  const pad = after({ type: 'pad-tool-changed', mirrored: true }, ...line);
  assert.deepEqual(
    pad.strokes.map(({ points }) => points),
    [
      [279, 2, 277, 4, 275, 6],
      [1, 2, 3, 4, 5, 6],
    ],
  );
  assert.equal(reducePad(pad, { type: 'pad-undone' }).strokes.length, 0);
  const off = reducePad(pad, { type: 'pad-tool-changed', mirrored: false });
  const grown = reducePad(off, { type: 'stroke-extended', points: [7, 8] });
  assert.deepEqual(grown.strokes[0]?.points.slice(-2), [273, 8]); // the stroke that is still being drawn keeps its image
  assert.equal(reducePad(off, { type: 'stroke-begun', x: 1, y: 1 }).strokes.length, 3);
});

test('filling outlines and a drawing to start from can be undone', () => {
  const filled = after(...line, { type: 'outlines-filled' });
  assert.equal(filled.strokes.at(-1)?.tool, 'enclose');
  assert.deepEqual(reducePad(filled, { type: 'pad-undone' }).strokes, after(...line).strokes);
  const sketched = reducePad(filled, { type: 'sketch-arrived', strokes: after(...line).strokes });
  assert.equal(sketched.strokes.length, 1);
  assert.deepEqual(reducePad(sketched, { type: 'pad-undone' }).strokes, filled.strokes);
});
