// A preset that was chosen: how far it has come. Pure.

/** @typedef {import('../settings.js').SettingTexts} SettingTexts */
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
