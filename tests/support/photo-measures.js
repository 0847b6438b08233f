// How well a trained session understands people's photos, by the same calls as the page.

import { CLASS_NAMES } from '../../web/js/classes.js';
import { mean } from './mean.js';
import { valueOf } from './site.js';

/** @typedef {import('./photos.js').Photo} Photo */
/** Shares of 1. @typedef {{ photos: number, top1: number, top3: number }} PhotoMeasure */

/** @typedef {import('../../wasm/studio.js').PhotoCrop} PhotoCrop */
/** The sides of a box, as shares of the photo's width and height. @typedef {[left: number, top: number, right: number, bottom: number]} Sides */

const WHOLE_PHOTO = { left: 0, top: 0, width: 0, height: 0 };

/** @param {Sides} sides @param {Photo} photo @returns {PhotoCrop} */
function cropOf([left, top, right, bottom], { width, height }) {
  const [x, y] = [Math.floor(left * width), Math.floor(top * height)];
  return { left: x, top: y, width: Math.ceil(right * width) - x, height: Math.ceil(bottom * height) - y };
}

/**
 * @param {any} session
 * @param {any} studio
 * @param {Photo[]} photos
 * @param {Record<string, Sides>} [boxes] around the garments, by the photos' names; a photo without one is taken whole
 * @returns {PhotoMeasure & { perClass: Record<string, PhotoMeasure> }}
 */
export function measurePhotos(session, studio, photos, boxes = {}) {
  const judged = photos.map((photo) => {
    const { file, label, width, height, pixels } = photo;
    const sides = boxes[file];
    const crop = sides ? cropOf(sides, photo) : WHOLE_PHOTO;
    const { content, views } = valueOf(studio.seePhoto(pixels, width, height, crop, 0));
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
