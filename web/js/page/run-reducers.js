// How the page's state changes when a run is made, moves on, is replaced, or is lost. Pure; store.js calls these.

import { addReport, emptyRun, summarize } from './run.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./run.js').RunSummary} RunSummary */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../protocol.js').RunReport} RunReport */

/**
 * The table of this visit's runs, with the current run's row brought up to date.
 * @param {RunSummary[]} summaries
 * @param {Run} run
 */
function withSummary(summaries, run) {
  const others = summaries.filter(({ number }) => number !== run.number);
  const hasRow = run.points.length > 0 && (run.progress?.step ?? 0) > 0;
  return hasRow ? [...others, summarize(run)].sort((a, b) => a.number - b.number) : others;
}

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
  const summaries = report.points.length > 0 || !run.running ? withSummary(state.summaries, run) : state.summaries;
  return { ...state, run, summaries };
}

/**
 * @param {State} state
 * @param {RunReport} report
 * @returns {State}
 */
export function reduceReset(state, report) {
  const { run } = state;
  if (!run || run.lost) {
    return state;
  }
  return {
    ...state,
    run: addReport(emptyRun(report.run, run.settings), report),
    ...replaced(state, report),
    notice: undefined,
  };
}

/**
 * The run that can be brought back once the report's run is the current one, and the table's row of it.
 * @param {State} state
 * @param {RunReport} report
 * @returns {Pick<State, 'replacedRun' | 'summaries'>}
 */
function replaced({ run, replacedRun, summaries }, report) {
  if (!run || report.replacedRun !== run.number) {
    return { replacedRun: replacedRun?.number === report.replacedRun ? replacedRun : undefined, summaries };
  }
  const paused = { ...run, running: false };
  return { replacedRun: paused, summaries: withSummary(summaries, paused) };
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
 * @param {State} state
 * @param {RunReport} report
 * @param {Settings} settings
 * @returns {State}
 */
export function reduceCreated(state, report, settings) {
  return {
    ...state,
    run: addReport(emptyRun(report.run, settings), report),
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
    summaries: run ? withSummary(state.summaries, run) : state.summaries,
    notice: `The training process stopped: ${reason}. ${
      again ? 'It is being started again.' : 'Reload the page to try again.'
    }`,
  };
}
