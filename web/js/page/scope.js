// What a change of the form applies to, in a sentence. Pure.

import { completeSettings, differingSettings, SETTING_LABELS } from '../settings.js';
import { count } from './format.js';
import { runStatus } from './run.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./run.js').Run} Run */

const MOST_NAMED = 4; // settings, in one sentence

/**
 * When another number of epochs counts.
 * @param {Run} run
 * @param {number} epochs
 */
function epochsScope(run, epochs) {
  const done = run.progress?.epochsDone ?? 0;
  switch (runStatus(run)) {
    case 'running':
      return 'Epochs: counts after Pause and Resume.';
    case 'paused':
      return epochs > done
        ? `Epochs: Resume goes on with run ${run.number} to epoch ${count(epochs)}.`
        : `Epochs: Resume ends run ${run.number} with the epoch under way.`;
    case 'finished':
    case 'stopped':
      return epochs > done
        ? `Epochs: Resume goes on with run ${run.number} to epoch ${count(epochs)}.`
        : 'Epochs: counts for the next run.';
    default:
      return 'Epochs: counts for the next run.';
  }
}

/**
 * Nothing when the form is the run's own settings, or cannot be used.
 * @param {State} state
 */
export function scopeSentence({ texts, run }) {
  const settings = completeSettings(texts);
  if (!run || !settings) {
    return '';
  }
  const differing = differingSettings(settings, run.settings).map((name) => SETTING_LABELS[name]);
  const parts = [];
  if (differing.length > MOST_NAMED) {
    parts.push(`${differing.length} settings apply to the next run.`);
  } else if (differing.length > 0) {
    parts.push(`${differing.join(', ')}: ${differing.length === 1 ? 'applies' : 'apply'} to the next run.`);
  }
  if (settings.epochs !== run.settings.epochs) {
    parts.push(epochsScope(run, settings.epochs));
  }
  return parts.join(' ');
}
