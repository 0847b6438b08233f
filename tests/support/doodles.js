// Drawings made by people, from a folder laid out like the one that the project measures with: a file a category, one JSON
// object a line whose `drawing` is a list of strokes [[x…], [y…]]; classes.json says which classes count as right.

import fs from 'node:fs';
import path from 'node:path';
import { CLASS_NAMES } from '../../web/js/classes.js';

const PAD_SIZE = 280;
const DRAWN_SIZE = 200; // pad units of the drawing's longer side
const BRUSH = { code: 0, size: 12, grey: 255 };

/** strokes: as Session::classifyDrawing takes them. @typedef {{ category: string, strokes: Float32Array }} Doodle */
/** @typedef {{ strict: Record<string, number[]>, plausible: Record<string, number[]>, unlikeAnyClass: string[] }} Answers  classes that count as right, by category */

/** @param {[number[], number[]][]} drawing */
function strokesOf(drawing) {
  const [xs, ys] = [0, 1].map((axis) => drawing.flatMap((stroke) => stroke[axis] ?? []));
  const extent = (/** @type {number[]} */ all) => ({
    low: Math.min(...all),
    size: Math.max(...all) - Math.min(...all),
  });
  const [x, y] = [extent(xs ?? []), extent(ys ?? [])];
  const scale = DRAWN_SIZE / Math.max(x.size, y.size, 1);
  const place = (/** @type {number} */ value, /** @type {{ low: number, size: number }} */ { low, size }) =>
    (value - low - size / 2) * scale + PAD_SIZE / 2;
  return new Float32Array(
    drawing.flatMap(([sx, sy]) => [
      BRUSH.code,
      BRUSH.size,
      BRUSH.grey,
      sx.length,
      ...sx.flatMap((value, i) => [place(value, x), place(sy[i] ?? 0, y)]),
    ]),
  );
}

/**
 * @param {string} folder
 * @returns {{ doodles: Doodle[], answers: Answers }}
 */
export function readDoodles(folder) {
  const files = fs.readdirSync(folder).filter((file) => file.endsWith('.ndjson'));
  const doodles = files.sort().flatMap((file) =>
    fs
      .readFileSync(path.join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line))
      .map(({ word, drawing }) => ({ category: /** @type {string} */ (word), strokes: strokesOf(drawing) })),
  );
  const { strict, plausible, unlikeAnyClass } = JSON.parse(fs.readFileSync(path.join(folder, 'classes.json'), 'utf8'));
  const numbered = (/** @type {Record<string, string[]>} */ names) =>
    Object.fromEntries(
      Object.entries(names).map(([category, classes]) => [category, classes.map((name) => CLASS_NAMES.indexOf(name))]),
    );
  return { doodles, answers: { strict: numbered(strict), plausible: numbered(plausible), unlikeAnyClass } };
}
