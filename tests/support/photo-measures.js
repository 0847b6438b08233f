// How well a trained session understands people's photos, by the same calls as the page.

import { CLASS_NAMES } from '../../web/js/classes.js';
import { mean } from './mean.js';
import { valueOf } from './site.js';

/** @typedef {import('./photos.js').Photo} Photo */
/** Shares of 1. @typedef {{ photos: number, top1: number, top3: number }} PhotoMeasure */

/** @typedef {import('../../wasm/studio.js').PhotoCrop} PhotoCrop */
/** @typedef {import('../../wasm/studio.js').PhotoSteps} PhotoSteps */

const WHOLE_PHOTO = { left: 0, top: 0, width: 0, height: 0 };
const ROOM = 0.03; // around the garment that a person leaves in a box, as a part of the photo's longer side

/**
 * The box that a person would draw around what was found, with a little room; around everything where nothing was.
 * @param {PhotoSteps} steps
 * @param {Photo} photo
 * @returns {PhotoCrop}
 */
function boxAround({ mask, width }, photo) {
  const found = Array.from(mask.keys()).filter((i) => mask[i] === 255);
  if (found.length === 0) {
    return WHOLE_PHOTO;
  }
  const scale = photo.width / width;
  const room = ROOM * Math.max(photo.width, photo.height);
  const extent = (/** @type {number[]} */ places, /** @type {number} */ size) => {
    const start = Math.max(0, Math.floor(Math.min(...places) * scale - room));
    return [start, Math.min(size, Math.ceil((Math.max(...places) + 1) * scale + room)) - start];
  };
  const columns = found.map((i) => i % width);
  const rows = found.map((i) => Math.floor(i / width));
  const [left = 0, boxWidth = 0] = extent(columns, photo.width);
  const [top = 0, boxHeight = 0] = extent(rows, photo.height);
  return { left, top, width: boxWidth, height: boxHeight };
}

/**
 * @param {any} session
 * @param {any} studio
 * @param {Photo[]} photos
 * @param {{ isBoxed?: boolean }} [options] isBoxed: with a box around each garment, as a person would draw it
 * @returns {PhotoMeasure & { perClass: Record<string, PhotoMeasure> }}
 */
export function measurePhotos(session, studio, photos, { isBoxed = false } = {}) {
  const judged = photos.map((photo) => {
    const { label, width, height, pixels } = photo;
    const see = (/** @type {PhotoCrop} */ crop) => valueOf(studio.seePhoto(pixels, width, height, crop, 0));
    const steps = see(WHOLE_PHOTO);
    const { content, views } = isBoxed ? see(boxAround(steps, photo)) : steps;
    if (content !== 'garment') {
      return { label, rank: CLASS_NAMES.length };
    }
    const { scores } = valueOf(session.classifyPixels(views, true));
    const order = Array.from(scores, (_, c) => c).sort((a, b) => scores[b] - scores[a]);
    return { label, rank: order.indexOf(label) };
  });
  const measure = (/** @type {typeof judged} */ some) => ({
    photos: some.length,
    top1: mean(some.map(({ rank }) => Number(rank < 1))),
    top3: mean(some.map(({ rank }) => Number(rank < 3))),
  });
  const labels = [...new Set(judged.map(({ label }) => label))].sort((a, b) => a - b);
  return {
    ...measure(judged),
    perClass: Object.fromEntries(
      labels.map((label) => [CLASS_NAMES[label], measure(judged.filter((it) => it.label === label))]),
    ),
  };
}
