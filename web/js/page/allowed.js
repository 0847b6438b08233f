// What can be done in a state: the rules behind the buttons, which the actions hold to as well. Pure.

import { readSettings } from '../settings.js';
import { runStatus } from './run.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('../settings.js').Settings} Settings */

/** Which buttons of a run are on. @typedef {{ train: boolean, pause: boolean, resume: boolean, step: boolean, reset: boolean, bringBack: boolean }} Allowed */

/**
 * Whether a worker that reports this has what a run with these settings needs.
 * @param {import('../protocol.js').DataReport} data
 * @param {{ trainImages: number, drawnShare: number }} settings
 */
export function hasDataFor({ train, test, testTotal, drawn, drawnTotal }, { trainImages, drawnShare }) {
  const hasDrawings = drawnShare === 0 || (drawn > 0 && drawn === drawnTotal);
  return train >= trainImages && test === testTotal && test > 0 && hasDrawings;
}

/**
 * Whether the data that a run with these settings needs is there.
 * @param {State} state
 * @param {Settings} settings
 */
export function dataIsReady({ worker, data }, settings) {
  return worker !== 'starting' && data !== undefined && hasDataFor(data, settings);
}

/**
 * Whether the run can go on: it has epochs left, or the form asks for more than it has done. Of the form only Epochs
 * matters: everything else applies to the next run.
 * @param {State} state
 */
function canResume({ run, texts }) {
  if (!run?.progress || run.running) {
    return false;
  }
  switch (runStatus(run)) {
    case 'paused':
      return true;
    case 'finished':
    case 'stopped': {
      const { epochs } = readSettings(texts).settings;
      return epochs !== undefined && epochs > run.progress.epochsDone;
    }
    default:
      return false;
  }
}

/**
 * What the buttons may do. Train is off while a run is running: a slip of the finger would end it.
 * @param {State} state
 * @returns {Allowed}
 */
export function allowed(state) {
  const { run, waiting, worker, replacedRun } = state;
  const running = Boolean(run?.running);
  const waits = waiting !== undefined;
  const idle = !running && !waits && worker !== 'gone';
  const resume = canResume(state) && !waits;
  return {
    train: idle,
    pause: running || waits,
    resume,
    step: running || resume || (idle && (!run || run.lost)),
    reset: waits || (run !== undefined && !run.lost && (running || (run.progress?.step ?? 0) > 0)),
    bringBack: idle && replacedRun !== undefined,
  };
}
