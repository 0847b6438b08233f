// What a network gets wrong, from its scores for all test images. Pure.

import { CLASS_NAMES } from '../classes.js';

const CLASSES = CLASS_NAMES.length;
const FULL_SCORE = 255; // scores are kept in 255ths

/** T-shirt/top, pullover, coat and shirt: most errors are among them. */
export const UPPER_BODY = Object.freeze([0, 2, 4, 6]);

/**
 * An image that a network has judged. confidence: of its answer, from 0 to 1.
 * @typedef {{ index: number, truth: number, answer: number, confidence: number }} Judged
 */

/**
 * The answer to an image: the class of the highest score.
 * @param {Uint8Array} scores ten an image, in 255ths
 * @param {number} index
 */
export function answerTo(scores, index) {
  let answer = 0;
  for (let c = 1; c < CLASSES; ++c) {
    if (scores[index * CLASSES + c] > scores[index * CLASSES + answer]) {
      answer = c;
    }
  }
  return answer;
}

/**
 * How often each class is taken for each: 100 counts, rows are true classes.
 * @param {Uint8Array} scores
 * @param {Uint8Array} labels
 */
export function confusionOf(scores, labels) {
  const counts = new Float64Array(CLASSES * CLASSES);
  labels.forEach((truth, index) => {
    const cell = truth * CLASSES + answerTo(scores, index);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return counts;
}

/** The ten scores of an image, from 0 to 1. @param {Uint8Array} scores @param {number} index */
export const scoresOf = (scores, index) =>
  Array.from(scores.subarray(index * CLASSES, (index + 1) * CLASSES), (score) => score / FULL_SCORE);

/**
 * @param {Uint8Array} scores
 * @param {Uint8Array} labels one an image
 * @returns {Judged[]}
 */
function judged(scores, labels) {
  return Array.from(labels, (truth, index) => {
    const answer = answerTo(scores, index);
    return { index, truth, answer, confidence: scores[index * CLASSES + answer] / FULL_SCORE };
  });
}

/** @param {Judged} a @param {Judged} b */
const surestFirst = (a, b) => b.confidence - a.confidence || a.index - b.index;

/**
 * The images of one class that got one answer, the surest first.
 * @param {Uint8Array} scores
 * @param {Uint8Array} labels
 * @param {number} truth
 * @param {number} answer
 */
export const imagesIn = (scores, labels, truth, answer) =>
  judged(scores, labels)
    .filter((it) => it.truth === truth && it.answer === answer)
    .sort(surestFirst);

/** All images with a wrong answer, the surest first. @param {Uint8Array} scores @param {Uint8Array} labels */
export const mistakes = (scores, labels) =>
  judged(scores, labels)
    .filter(({ truth, answer }) => truth !== answer)
    .sort(surestFirst);

/**
 * Of each class, from 0 to 1 or NaN where there is nothing to divide by. recall: of its images the share that is answered so;
 * precision: of these answers the share that is right; f1: their harmonic mean (C. van Rijsbergen, 1979).
 * @param {ArrayLike<number>} confusion 100 counts, rows are true classes
 */
export function classMeasures(confusion) {
  const at = (/** @type {number} */ truth, /** @type {number} */ answer) => confusion[truth * CLASSES + answer] ?? 0;
  const all = CLASS_NAMES.map((_, c) => c);
  const sum = (/** @type {number[]} */ counts) => counts.reduce((total, count) => total + count, 0);
  return all.map((c) => {
    const images = sum(all.map((other) => at(c, other)));
    const answers = sum(all.map((other) => at(other, c)));
    return {
      images,
      precision: at(c, c) / answers,
      recall: at(c, c) / images,
      f1: (2 * at(c, c)) / (images + answers),
    };
  });
}

/**
 * How many errors there are, and how many of them take one of the four upper-body classes for another.
 * @param {ArrayLike<number>} confusion
 */
export function errorCounts(confusion) {
  let all = 0;
  let upperBody = 0;
  for (let truth = 0; truth < CLASSES; ++truth) {
    for (let answer = 0; answer < CLASSES; ++answer) {
      if (truth !== answer) {
        const count = confusion[truth * CLASSES + answer] ?? 0;
        all += count;
        upperBody += UPPER_BODY.includes(truth) && UPPER_BODY.includes(answer) ? count : 0;
      }
    }
  }
  return { all, upperBody };
}
