// What the runs of a preset are trained with, and how long that will take. Pure.

import { runSeconds } from '../network-costs.js';
import { PRESETS, presetTexts } from '../presets.js';
import { completeSettings } from '../settings.js';

/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('./plan-state.js').Plan} Plan */
/** @typedef {import('./plan-state.js').PlanLength} PlanLength */

/** @type {Record<PlanLength, string>} */
export const PLAN_LENGTHS = Object.freeze({
  whole: 'all its epochs',
  tenth: 'a tenth of its epochs',
  one: 'one epoch, to try',
});

/** What a person waits for without being asked first. */
export const SHORT_SECONDS = 30;

/** @param {number} epochs @param {PlanLength} length */
function shortened(epochs, length) {
  switch (length) {
    case 'whole':
      return epochs;
    case 'tenth':
      return Math.max(1, Math.round(epochs / 10));
    case 'one':
      return 1;
  }
}

/**
 * What the plan's runs are trained with, in their order.
 * @param {Pick<Plan, 'key' | 'seed' | 'length'>} plan
 * @returns {Settings[]}
 */
export function planSettings({ key, seed, length }) {
  const preset = PRESETS[key];
  return (preset?.runs ?? []).flatMap((_, run) => {
    const settings = preset && completeSettings(presetTexts(preset, seed, run));
    return settings ? [{ ...settings, epochs: shortened(settings.epochs, length) }] : [];
  });
}

/** How long it will take on this machine; nothing before that was measured. @param {Plan} plan */
export function planSeconds(plan) {
  const { speeds } = plan;
  return speeds && planSettings(plan).reduce((sum, settings, run) => sum + runSeconds(settings, speeds[run] ?? NaN), 0);
}
