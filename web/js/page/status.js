// What the status line says, in plain words. Pure. Said again only when it changes, so that a screen reader announces the
// start, each epoch and the end, not every batch.

import { readSettings } from '../settings.js';
import { hasDataFor } from './allowed.js';
import { count, duration, epochText, percent } from './format.js';
import { bestPoint, isValidated, pointInUse, runStatus } from './run.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./run.js').Run} Run */

/** @param {Run} run */
function testCount(run) {
  return run.confusion ? count(run.confusion.reduce((sum, n) => sum + n, 0)) : 'the';
}

/** @param {Run} run */
function scores(run) {
  const point = pointInUse(run);
  if (!point || point.epoch === 0) {
    return '';
  }
  const best = bestPoint(run.points);
  const after = (/** @type {number} */ epoch) => `after epoch ${epochText(epoch)}`;
  const now = `Test accuracy ${percent(point.testAccuracy)} on ${testCount(run)} images ${after(point.epoch)}`;
  if (isValidated(best)) {
    return best === point
      ? `${now}, where validation loss is lowest${run.running ? ' so far' : ''}.`
      : `${now}; ${percent(best.testAccuracy)} ${after(best.epoch)}, where validation loss is lowest.`;
  }
  if (best !== point) {
    return `${now}; best ${percent(best.testAccuracy)} ${after(best.epoch)}.`;
  }
  return run.running ? `${now}, the best so far.` : `${now}, the best of this run.`;
}

/** Whose weights are in use, if not the last epoch's. @param {Run} run */
function bestBack({ progress }) {
  return progress?.bestIsBack ? ` The weights of epoch ${count(progress.bestEpoch)} are back.` : '';
}

/** @param {Run} run */
function runSentence(run) {
  const { progress } = run;
  if (!progress) {
    return '';
  }
  const { epochs, epochsDone, keptEpoch, step, imagesSeen, imagesPerEpoch, evaluating, bestEpoch } = progress;
  switch (runStatus(run)) {
    case 'running':
      return `Training: ${count(epochsDone)} of ${count(epochs)} epochs done. ${scores(run)}`;
    case 'paused':
      return step === 0
        ? 'Fresh weights from the seed, nothing learned yet. Press Resume or Step.'
        : `Paused after step ${count(step)}, epoch ${epochText(imagesSeen / imagesPerEpoch)} of ${count(epochs)}${
            evaluating ? ', not measured yet' : ''
          }. ${scores(run)}`;
    case 'finished':
      return `Finished ${count(epochsDone)} ${epochsDone === 1 ? 'epoch' : 'epochs'} in ${duration(run.seconds)}.${bestBack(run)} ${scores(run)}`;
    case 'stopped':
      return `Stopped early after epoch ${count(epochsDone)}: validation loss had its lowest value after epoch ${count(bestEpoch)}.${bestBack(run)} ${scores(run)}`;
    case 'diverged':
      return (
        `Diverged at step ${count(step)}: the loss is no longer a finite number. The weights ` +
        `${keptEpoch === 0 ? 'of the start' : `from the end of epoch ${count(keptEpoch)}`} are kept. ` +
        'A smaller learning rate usually helps.'
      );
    case 'lost':
      return 'The network of this run was lost when the training process stopped. Its curves are kept; press Train to start again.';
  }
}

/** @param {State} state */
export function statusSentence(state) {
  if (state.worker === 'failed' || state.worker === 'gone') {
    return 'The training process stopped.';
  }
  if (state.worker === 'silent') {
    return 'The training process has not answered for ten seconds. It may only be busy. “Start it again” ends it; what this run has learned is then lost.';
  }
  if (state.waiting) {
    return state.waiting.settings.drawnShare > 0
      ? 'Training starts as soon as the images are here and the drawings are made.'
      : 'Training starts as soon as the images are here.';
  }
  if (state.run) {
    return runSentence(state.run).trim();
  }
  const { trainImages = 1 } = readSettings(state.texts).settings;
  const { data } = state;
  // Without its drawings: those are made when Train asks for them.
  if (data && hasDataFor(data, { trainImages, drawnShare: 0 })) {
    return 'Ready: press Train.';
  }
  return state.dataFailure
    ? 'Some of the images that the run needs could not be loaded.'
    : 'Loading the images of clothes. You can press Train already.';
}
