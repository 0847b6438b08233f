// The verdict on a run in a sentence or two: what the curves show, how large it is beside chance, and what may help. Pure.

import { epochText, lossText, points } from './format.js';

/** @typedef {import('../../wasm/ffnn.js').Verdict} Verdict */

/** @param {Verdict} verdict @returns {{ name: string, sentence: string }} */
export function verdictText(verdict) {
  const set = verdict.onValidation ? 'validation' : 'test';
  const chance = `chance explains ${lossText(verdict.margin)}`;
  switch (verdict.code) {
    case 'over-fitted':
      return {
        name: `Over-fitted since epoch ${epochText(verdict.sinceEpoch)}`,
        sentence:
          `${capital(set)} loss has risen ${lossText(verdict.lossChange)} above its lowest, after epoch ` +
          `${epochText(verdict.bestEpoch)} (${chance}), while training loss fell on: what is learned since then holds ` +
          'for the training images alone. Fewer epochs, more images, dropout or weight decay help.',
      };
    case 'under-fitted':
      return {
        name: 'Under-fitted',
        sentence: verdict.stillFalling
          ? `${capital(set)} loss is still falling: by ${lossText(verdict.lossChange)} in the last quarter of the ` +
            `epochs (${chance}). More epochs would help.`
          : `The network is no better on the training images than on the ${set} images: the accuracies are ` +
            `${points(Math.abs(verdict.accuracyGap))} apart, and chance explains ${points(verdict.gapMargin)}. It has room to ` +
            'learn: more epochs, a higher rate, or a larger network.',
      };
    case 'well-fitted':
      return {
        name: 'Well-fitted',
        sentence:
          `${capital(set)} loss has stopped falling and has not risen beyond chance (${lossText(verdict.margin)}). ` +
          `Training accuracy is ${points(Math.abs(verdict.accuracyGap))} ${verdict.accuracyGap < 0 ? 'below' : 'above'} ${set} accuracy.`,
      };
    case 'undecided':
      return { name: 'Too early to say', sentence: 'A verdict on the fit takes four whole epochs.' };
  }
}

/** What the verdict was made on, and whether that is fair. @param {Verdict} verdict */
export function verdictBasis({ onValidation }) {
  return onValidation
    ? 'Judged on the validation part; the test images took no part in it.'
    : 'Judged on the test images. Set a validation part aside (More settings) to choose by it and keep the test for the end.';
}

/** @param {string} word */
const capital = (word) => word.slice(0, 1).toUpperCase() + word.slice(1);
