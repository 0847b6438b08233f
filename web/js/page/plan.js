// A preset under way: what it will train, how long that will take, and how far it has come. Pure.

import { runSeconds } from '../network-costs.js';
import { PRESETS, presetTexts } from '../presets.js';
import { completeSettings } from '../settings.js';

/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {'whole' | 'tenth' | 'one'} PlanLength */

/**
 * phase: 'measuring' how fast this machine is; 'offered': waits to be started; 'running'; 'done'. speeds: training images per
 * second of each of its runs, where they were measured. begun: ids of its runs in the notebook, so far. cut: the one under way
 * is to be the last.
 * @typedef {{ key: string, seed: string, length: PlanLength, phase: 'measuring' | 'offered' | 'running' | 'done',
 *   speeds: number[] | undefined, begun: string[], cut: boolean }} Plan
 */

/**
 * @typedef {(
 *   | { type: 'plan-measured', key: string, speeds: number[] | undefined }
 *   | { type: 'plan-length-chosen', length: PlanLength }
 *   | { type: 'plan-started' }
 *   | { type: 'plan-run-begun', id: string }
 *   | { type: 'plan-cut' }
 *   | { type: 'plan-done' }
 *   | { type: 'plan-dropped' }
 * )} PlanAction
 */

/** @type {Record<PlanLength, string>} */
export const PLAN_LENGTHS = Object.freeze({
  whole: 'all its epochs',
  tenth: 'a tenth of its epochs',
  one: 'one epoch, to try',
});

/** What a person waits for without being asked first. */
export const SHORT_SECONDS = 30;

/** @param {string} key of PRESETS @param {string} seed @returns {Plan} */
export const newPlan = (key, seed) => ({
  key,
  seed,
  length: 'whole',
  phase: 'measuring',
  speeds: undefined,
  begun: [],
  cut: false,
});

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

/**
 * @param {Plan | undefined} plan
 * @param {PlanAction} action
 * @returns {Plan | undefined}
 */
export function reducePlan(plan, action) {
  if (!plan) {
    return plan;
  }
  switch (action.type) {
    case 'plan-measured':
      return plan.phase === 'measuring' && plan.key === action.key
        ? { ...plan, phase: 'offered', speeds: action.speeds }
        : plan;
    case 'plan-length-chosen':
      return { ...plan, length: action.length };
    case 'plan-started':
      return { ...plan, phase: 'running', begun: [], cut: false };
    case 'plan-run-begun':
      return plan.phase === 'running' ? { ...plan, begun: [...plan.begun, action.id] } : plan;
    case 'plan-cut':
      return plan.phase === 'running' ? { ...plan, cut: true } : plan;
    case 'plan-done':
      return plan.phase === 'running' ? { ...plan, phase: 'done' } : plan;
    case 'plan-dropped':
      return undefined;
  }
}

/** The plan after the form was changed by hand: one that has not begun is not meant any more. @param {Plan | undefined} plan */
export const afterOtherSettings = (plan) => (plan?.phase === 'running' ? plan : undefined);
