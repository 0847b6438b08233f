// How well a trained session understands people's drawings, by the same call as the page.

import { mean } from './mean.js';
import { valueOf } from './site.js';

/** @typedef {import('./doodles.js').Doodle} Doodle */
/** @typedef {import('./doodles.js').Answers} Answers */
/** @typedef {{ drawings: number, top1: number, top3: number }} CategoryMeasure */
/**
 * Shares of 1. flaggedGarments: of the drawings that do show one of the ten.
 * @typedef {{ strictTop1: number, plausibleTop1: number, plausibleTop3: number, flaggedUnlike: number, flaggedGarments: number,
 *   flaggedRealTestImages: number, perCategory: Record<string, CategoryMeasure> }} DoodleMeasures
 */

const EMPTY_PAD = -1;
const TEST_IMAGES = 10_000;

/**
 * @param {any} session
 * @param {{ doodles: Doodle[], answers: Answers }} set
 * @returns {DoodleMeasures}
 */
export function measureDoodles(session, { doodles, answers: { strict, plausible, unlikeAnyClass } }) {
  const judged = doodles.map(({ category, strokes }) => {
    const { content, answer } = valueOf(session.classifyDrawing(strokes, EMPTY_PAD));
    if (content !== 'drawn') {
      throw new Error(`a drawing of “${category}” counts as ${content}`);
    }
    const order = Array.from(answer.scores, (_, c) => c).sort((a, b) => answer.scores[b] - answer.scores[a]);
    return { category, order, unlike: Boolean(answer.unlike) };
  });
  const garments = judged.filter(({ category }) => plausible[category]);
  const hits = (
    /** @type {typeof judged} */ some,
    /** @type {Record<string, number[]>} */ right,
    /** @type {number} */ top,
  ) => mean(some.map(({ category, order }) => Number(order.slice(0, top).some((c) => right[category]?.includes(c)))));
  const flagged = (/** @type {typeof judged} */ some) => mean(some.map(({ unlike }) => Number(unlike)));
  const others = judged.filter(({ category }) => unlikeAnyClass.includes(category));
  const testImages = Array.from(
    { length: TEST_IMAGES },
    (_, i) => valueOf(session.classifyPixels(valueOf(session.image('test', i)).pixels, true)).unlike,
  );
  return {
    strictTop1: hits(garments, strict, 1),
    plausibleTop1: hits(garments, plausible, 1),
    plausibleTop3: hits(garments, plausible, 3),
    flaggedUnlike: flagged(others),
    flaggedGarments: flagged(garments),
    flaggedRealTestImages: mean(testImages.map(Number)),
    perCategory: Object.fromEntries(
      [...new Set(garments.map(({ category }) => category))].map((category) => {
        const some = garments.filter((it) => it.category === category);
        return [category, { drawings: some.length, top1: hits(some, plausible, 1), top3: hits(some, plausible, 3) }];
      }),
    ),
  };
}
