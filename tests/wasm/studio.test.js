// The shipped module that draws: its surface, and the same drawings every time.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { loadModule, loadStudio, valueOf } from '../support/site.js';

/** @type {any} */
let studio;
before(async () => {
  studio = await loadStudio();
});

test('the types written by hand name what the module has', () => {
  const text = fs.readFileSync(path.join(import.meta.dirname, '../../wasm/studio.d.ts'), 'utf8');
  const body = /export interface Studio \{([^]*?)\n\}/.exec(text)?.[1] ?? '';
  const written = [...body.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  const real = Object.getOwnPropertyNames(Object.getPrototypeOf(studio)).filter((name) => name !== 'constructor');
  assert.deepEqual(written.filter((name) => name !== 'delete').sort(), real.sort());
});

test('drawings are the same however they are asked for, and a session takes them', async () => {
  const { pixels, labels } = valueOf(studio.drawExamples(100, 20));
  assert.equal(pixels.length, 20 * 784);
  const one = valueOf(studio.drawExamples(107, 1));
  assert.deepEqual(one.pixels, pixels.slice(7 * 784, 8 * 784));
  assert.deepEqual([...one.labels], [labels[7]]);
  const module = await loadModule();
  const session = new module.Session();
  valueOf(session.addDrawings(pixels, labels));
  assert.equal(valueOf(session.dataCounts()).drawings, 20);
  session.delete();
});

test('a drawing that is not there and a class that is none are refused in a sentence', () => {
  const total = valueOf(studio.drawnExamples());
  assert.equal(total, 60_000);
  assert.match(studio.drawExamples(total, 1).message, /drawings 60000 to 60000 are not there/);
  assert.match(studio.drawExamples(-1, 1).message, /not there/);
  assert.match(studio.sketchStrokes(10, 1).message, /class must be from 0 to 9, not 10/);
  assert.match(studio.sketchStrokes('bag', 1).message, /must be a number/);
});

test('a sketch is drawn on the pad like any strokes, another one for every seed', async () => {
  const module = await loadModule();
  const session = new module.Session();
  for (let label = 0; label < 10; ++label) {
    const strokes = valueOf(studio.sketchStrokes(label, 1));
    assert.equal(valueOf(session.classifyDrawing(strokes, -1)).content, 'drawn');
    assert.deepEqual(valueOf(studio.sketchStrokes(label, 1)), strokes);
    assert.notDeepEqual(valueOf(studio.sketchStrokes(label, 2)), strokes);
  }
  session.delete();
});
