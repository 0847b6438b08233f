// How the page's state changes when a run is made, moves on, is replaced, or is lost. Pure; store.js calls these.

import { withRun } from './notebook.js';
import { addReport, emptyRun } from './run.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../protocol.js').RunReport} RunReport */

/**
 * A new run of this visit, as its first report has it.
 * @param {State} state
 * @param {RunReport} report
 * @param {Settings} settings
 * @param {number} at milliseconds since 1970
 */
const newRun = ({ visit }, report, settings, at) =>
  addReport(emptyRun({ id: `${visit}-${report.run}`, createdAt: at, number: report.run, settings }), report);

/**
 * @param {State} state
 * @param {RunReport} report
 * @returns {State}
 */
export function reduceReport(state, report) {
  if (!state.run || state.run.lost || report.run !== state.run.number) {
    return state; // from a run that has been replaced, or from a worker that is gone
  }
  const run = addReport(state.run, report);
  const hasNews = report.points.length > 0 || run.running !== state.run.running || !run.running;
  return { ...state, run, notebook: hasNews ? withRun(state.notebook, run, state) : state.notebook };
}

/**
 * @param {State} state
 * @param {RunReport} report
 * @param {number} at milliseconds since 1970
 * @returns {State}
 */
export function reduceReset(state, report, at) {
  const { run } = state;
  if (!run || run.lost) {
    return state;
  }
  return {
    ...state,
    run: newRun(state, report, run.settings, at),
    ...replaced(state, report),
    notice: undefined,
  };
}

/**
 * The run that can be brought back once the report's run is the current one, and the notebook with it.
 * @param {State} state
 * @param {RunReport} report
 * @returns {Pick<State, 'replacedRun' | 'notebook'>}
 */
function replaced({ run, replacedRun, notebook, build, dataHash }, report) {
  if (!run || report.replacedRun !== run.number) {
    return { replacedRun: replacedRun?.number === report.replacedRun ? replacedRun : undefined, notebook };
  }
  const paused = { ...run, running: false };
  return { replacedRun: paused, notebook: withRun(notebook, paused, { build, dataHash }) };
}

/**
 * @param {State} state
 * @param {RunReport} report
 * @returns {State}
 */
export function reduceBroughtBack(state, report) {
  const { replacedRun } = state;
  if (replacedRun?.number !== report.run) {
    return state;
  }
  return {
    ...state,
    run: addReport({ ...replacedRun, points: [] }, report),
    ...replaced(state, report),
    notice: undefined,
  };
}

/**
 * A run of the notebook is the one on the page again.
 * @param {State} state
 * @param {RunReport} report
 * @param {Run} run as the notebook has it
 * @returns {State}
 */
export function reduceOpened(state, report, run) {
  return {
    ...state,
    run: addReport({ ...run, number: report.run, lost: false, points: [], insides: [] }, report),
    ...replaced(state, report),
    notice: undefined,
  };
}

/**
 * @param {State} state
 * @param {RunReport} report
 * @param {Settings} settings
 * @param {number} at milliseconds since 1970
 * @returns {State}
 */
export function reduceCreated(state, report, settings, at) {
  return {
    ...state,
    run: newRun(state, report, settings, at),
    ...replaced(state, report),
    waiting: undefined,
    notice: undefined,
  };
}

/**
 * The session is gone with its worker: the curves stay to be looked at, the weights are lost.
 * @param {State} state
 * @param {string} reason
 * @param {boolean} again whether another worker is being started
 * @returns {State}
 */
export function reduceWorkerFailed(state, reason, again) {
  const run = state.run && { ...state.run, running: false, lost: true };
  return {
    ...state,
    worker: again ? 'failed' : 'gone',
    waiting: undefined,
    data: undefined,
    run,
    replacedRun: undefined,
    notebook: run ? withRun(state.notebook, run, state) : state.notebook,
    notice: `The training process stopped: ${reason}. ${
      again ? 'It is being started again.' : 'Reload the page to try again.'
    }`,
  };
}
