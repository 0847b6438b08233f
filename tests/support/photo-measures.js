// How well a trained session understands people's photos, by the same calls as the page.

import { CLASS_NAMES } from '../../web/js/classes.js';
import { mean } from './mean.js';
import { valueOf } from './site.js';

/** @typedef {import('./photos.js').Photo} Photo */
/** Shares of 1. @typedef {{ photos: number, top1: number, top3: number }} PhotoMeasure */

const WHOLE_PHOTO = { left: 0, top: 0, width: 0, height: 0 };

/**
 * @param {any} session
 * @param {any} studio
 * @param {Photo[]} photos
 * @returns {PhotoMeasure & { perClass: Record<string, PhotoMeasure> }}
 */
export function measurePhotos(session, studio, photos) {
  const judged = photos.map(({ label, width, height, pixels }) => {
    const { content, views } = valueOf(studio.seePhoto(pixels, width, height, WHOLE_PHOTO, 0));
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
