// The verdict on a run in a sentence or two: what the curves show, how large it is beside chance, and what may help. Pure.

import { epochText, lossText, points } from './format.js';

/** @typedef {import('../../wasm/ffnn.js').Verdict} Verdict */

/** @param {Verdict} verdict @returns {{ name: string, sentence: string }} */
export function verdictText(verdict) {
  const set = verdict.onValidation ? 'validation' : 'test';
  const chance = `chance alone can make ${lossText(verdict.margin)}`;
  const gap = points(Math.abs(verdict.accuracyGap));
  switch (verdict.code) {
    case 'over-fitted':
      return {
        name: `Over-fitted since epoch ${epochText(verdict.sinceEpoch)}`,
        sentence:
          `By epoch ${epochText(verdict.epoch)} the ${set} loss has risen by ${lossText(verdict.lossChange)} from its lowest, ` +
          `after epoch ${epochText(verdict.bestEpoch)} (${chance}), while training loss fell on: on new pictures the ` +
          'network is wrong more surely, even where its accuracy holds. Fewer epochs, more images, dropout or weight decay help.',
      };
    case 'under-fitted':
      return {
        name: 'Under-fitted',
        sentence: verdict.stillFalling
          ? `At epoch ${epochText(verdict.epoch)} the ${set} loss is still falling: by ${lossText(verdict.lossChange)} over ` +
            `the last epochs (${chance}). More epochs would help.`
          : `At epoch ${epochText(verdict.epoch)} the network is not measurably better on the training images than on the ` +
            `${set} images: the accuracies are ${gap} apart, and chance alone can make ${points(verdict.gapMargin)}. ` +
            'More epochs, a higher rate, or a larger network may help.',
      };
    case 'well-fitted':
      return {
        name: 'Well-fitted',
        sentence:
          `At epoch ${epochText(verdict.epoch)} the ${set} loss has stopped falling, and has not stayed above its lowest ` +
          `by more than chance (${lossText(verdict.margin)}). Training accuracy is ${gap} ` +
          `${verdict.accuracyGap < 0 ? 'below' : 'above'} ${set} accuracy.`,
      };
    case 'undecided':
      return { name: 'Too early to say', sentence: 'A verdict on the fit takes four whole epochs.' };
  }
}

/**
 * What the verdict was made on, and whether that is fair.
 * @param {Verdict} verdict
 * @param {number | undefined} epochInUse of the weights that came back, if they did
 */
export function verdictBasis({ onValidation, epoch }, epochInUse) {
  const basis = onValidation
    ? 'Judged on the validation part; the test images took no part in it.'
    : 'Judged on the test images. Set a validation part aside (More settings) to choose by it and keep the test for the end.';
  return epochInUse !== undefined && epochInUse < epoch
    ? `${basis} The weights in use are older: those of epoch ${epochText(epochInUse)}.`
    : basis;
}
