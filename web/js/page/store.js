// The page's state: one object, changed only by reduce(state, action), which is pure. Views read it; main.js and the
// actions write to it.

import { DEFAULT_TEXTS } from '../settings.js';
import { assertNever } from '../protocol.js';
import { addReport, emptyRun, summarize } from './run.js';
import { emptyPad, reducePad } from './pad.js';

/** @typedef {import('../settings.js').SettingTexts} SettingTexts */
/** @typedef {import('../settings.js').SettingName} SettingName */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../protocol.js').RunReport} RunReport */
/** @typedef {import('../protocol.js').DataReport} DataReport */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./run.js').RunSummary} RunSummary */
/** @typedef {import('./pad.js').Pad} Pad */
/** @typedef {import('./pad.js').PadAction} PadAction */

/** @typedef {'train' | 'step'} Intent */

/**
 * worker: 'starting' until it says that it is ready; 'silent' when it has not answered for ten seconds; 'failed' when
 * it is being replaced, 'gone' when it is not any more.
 * waiting: the run to start as soon as its data is there. replacedRun: the last one before run that had made a step.
 * notice: the last thing that went wrong, in a sentence; gone with the next thing that works.
 * @typedef {{
 *   texts: SettingTexts,
 *   worker: 'starting' | 'ready' | 'silent' | 'failed' | 'gone',
 *   data: DataReport | undefined,
 *   dataFailure: string | undefined,
 *   samples: Uint8Array[][] | undefined,
 *   waiting: { intent: Intent, settings: Settings } | undefined,
 *   run: Run | undefined,
 *   replacedRun: Run | undefined,
 *   summaries: RunSummary[],
 *   notice: string | undefined,
 *   pad: Pad,
 * }} State
 */

/**
 * @typedef {(
 *   | { type: 'setting-changed', name: SettingName, text: string }
 *   | { type: 'worker-ready' }
 *   | { type: 'worker-silent', silent: boolean }
 *   | { type: 'worker-failed', reason: string, again: boolean }
 *   | { type: 'data-reported', data: DataReport }
 *   | { type: 'data-failed', message: string }
 *   | { type: 'data-requested' }
 *   | { type: 'samples-arrived', samples: Uint8Array[][] }
 *   | { type: 'waiting', waiting: State['waiting'] }
 *   | { type: 'run-created', report: RunReport, settings: Settings }
 *   | { type: 'run-reset', report: RunReport }
 *   | { type: 'run-brought-back', report: RunReport }
 *   | { type: 'run-reported', report: RunReport }
 *   | { type: 'notice', message: string | undefined }
 *   | PadAction
 * )} Action
 */

/** @returns {State} */
export function initialState() {
  return {
    texts: { ...DEFAULT_TEXTS },
    worker: 'starting',
    data: undefined,
    dataFailure: undefined,
    samples: undefined,
    waiting: undefined,
    run: undefined,
    replacedRun: undefined,
    summaries: [],
    notice: undefined,
    pad: emptyPad(),
  };
}

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
function reduceReport(state, report) {
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
function reduceReset(state, report) {
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
function reduceBroughtBack(state, report) {
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
 * @param {Action} action
 * @returns {State}
 */
export function reduce(state, action) {
  switch (action.type) {
    case 'setting-changed':
      return { ...state, texts: { ...state.texts, [action.name]: action.text }, notice: undefined };
    case 'worker-ready':
      return { ...state, worker: 'ready', notice: undefined };
    case 'worker-silent':
      return { ...state, worker: action.silent ? 'silent' : 'ready' };
    case 'worker-failed': {
      // The session is gone with its worker: the curves stay to be looked at, the weights are lost.
      const run = state.run && { ...state.run, running: false, lost: true };
      return {
        ...state,
        worker: action.again ? 'failed' : 'gone',
        waiting: undefined,
        data: undefined,
        run,
        replacedRun: undefined,
        summaries: run ? withSummary(state.summaries, run) : state.summaries,
        notice: `The training process stopped: ${action.reason}. ${
          action.again ? 'It is being started again.' : 'Reload the page to try again.'
        }`,
      };
    }
    case 'data-reported':
      return { ...state, data: action.data, dataFailure: undefined };
    case 'data-failed':
      return {
        ...state,
        dataFailure: action.message,
        waiting: undefined,
        notice: state.waiting ? 'Not started: the images that the run needs could not be loaded.' : state.notice,
      };
    case 'data-requested':
      return { ...state, dataFailure: undefined };
    case 'samples-arrived':
      return { ...state, samples: action.samples };
    case 'waiting':
      return { ...state, waiting: action.waiting, notice: undefined };
    case 'run-created':
      return {
        ...state,
        run: addReport(emptyRun(action.report.run, action.settings), action.report),
        ...replaced(state, action.report),
        waiting: undefined,
        notice: undefined,
      };
    case 'run-reset':
      return reduceReset(state, action.report);
    case 'run-brought-back':
      return reduceBroughtBack(state, action.report);
    case 'run-reported':
      return reduceReport(state, action.report);
    case 'notice':
      return { ...state, notice: action.message };
    case 'base-loaded':
      return { ...state, pad: reducePad(state.pad, action), notice: undefined };
    case 'stroke-begun':
    case 'stroke-extended':
    case 'pad-undone':
    case 'pad-redone':
    case 'pad-cleared':
    case 'pad-tool-changed':
    case 'drawing-classified':
    case 'scores-arrived':
      return { ...state, pad: reducePad(state.pad, action) };
    default:
      return assertNever(action);
  }
}

/**
 * @param {State} state
 * @returns {{ getState: () => State, dispatch: (action: Action) => void,
 *   subscribe: (listener: (state: State, action: Action) => void) => void }}
 */
export function createStore(state) {
  /** @type {((state: State, action: Action) => void)[]} */
  const listeners = [];
  return {
    getState: () => state,
    dispatch(action) {
      state = reduce(state, action);
      for (const listener of listeners) {
        listener(state, action);
      }
    },
    subscribe: (listener) => listeners.push(listener),
  };
}
