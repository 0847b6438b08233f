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
    const drawn = valueOf(session.classifyDrawing(strokes, -1));
    assert.equal(drawn.content, 'drawn');
    assert.equal(drawn.box.length, 4);
    assert.deepEqual(valueOf(studio.sketchStrokes(label, 1)), strokes);
    assert.notDeepEqual(valueOf(studio.sketchStrokes(label, 2)), strokes);
  }
  session.delete();
});

test('a garment is found in a photo, with its steps; an empty one has none, and a wrong size is refused', () => {
  const [width, height] = [120, 90];
  const pixels = new Uint8Array(width * height * 4).fill(255);
  for (let y = 20; y < 70; ++y) {
    for (let x = 40; x < 80; ++x) {
      pixels.set([180, 20, 30], 4 * (y * width + x));
    }
  }
  const everywhere = { left: 0, top: 0, width: 0, height: 0 };
  const steps = valueOf(studio.seePhoto(pixels, width, height, everywhere, 0));
  assert.equal(steps.content, 'garment');
  assert.equal(steps.mask.length, steps.width * steps.height);
  assert.equal(steps.item.length, steps.mask.length);
  assert.equal(steps.views.length % 784, 0);
  assert.ok(steps.views.length >= 784);
  const cropped = valueOf(studio.seePhoto(pixels, width, height, { left: 20, top: 10, width: 80, height: 70 }, 0.1));
  assert.equal(cropped.content, 'garment');
  const blank = valueOf(studio.seePhoto(new Uint8Array(4 * 16).fill(200), 4, 4, everywhere, 0));
  assert.equal(blank.content, 'nothing');
  assert.equal(blank.views.length, 0);
  for (const [w, h, crop, bias] of [
    [width + 1, height, everywhere, 0],
    [0, 0, everywhere, 0],
    [width, height, { left: 100, top: 0, width: 40, height: 40 }, 0],
    [width, height, everywhere, 2],
  ]) {
    assert.equal(studio.seePhoto(pixels, w, h, crop, bias).ok, false);
  }
  assert.match(studio.seePhoto(pixels, width, height, undefined, 0).message, /crop must be an object/);
});
