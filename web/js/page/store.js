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
 * worker: 'starting' until it says that it is ready; 'silent' when it has not answered for ten seconds.
 * waiting: what to do as soon as the data is there. refused: show what is wrong with the fields.
 * notice: the last thing that went wrong, in a sentence; gone with the next thing that works.
 * @typedef {{
 *   texts: SettingTexts,
 *   refused: boolean,
 *   worker: 'starting' | 'ready' | 'silent' | 'failed',
 *   data: DataReport | undefined,
 *   dataFailure: string | undefined,
 *   samples: Uint8Array[][] | undefined,
 *   waiting: Intent | undefined,
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
 *   | { type: 'settings-refused' }
 *   | { type: 'worker-ready' }
 *   | { type: 'worker-silent', silent: boolean }
 *   | { type: 'worker-failed', reason: string, again: boolean }
 *   | { type: 'data-reported', data: DataReport }
 *   | { type: 'data-failed', message: string }
 *   | { type: 'data-requested' }
 *   | { type: 'samples-arrived', samples: Uint8Array[][] }
 *   | { type: 'waiting', intent: Intent | undefined }
 *   | { type: 'run-created', report: RunReport, settings: Settings }
 *   | { type: 'run-reset', report: RunReport }
 *   | { type: 'reset-undone', report: RunReport }
 *   | { type: 'run-reported', report: RunReport }
 *   | { type: 'notice', message: string | undefined }
 *   | PadAction
 * )} Action
 */

/** @returns {State} */
export function initialState() {
  return {
    texts: { ...DEFAULT_TEXTS },
    refused: false,
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
  return run.points.length > 1 ? [...others, summarize(run)] : others;
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
    replacedRun: run,
    notice: undefined,
  };
}

/**
 * @param {State} state
 * @param {RunReport} report
 * @returns {State}
 */
function reduceResetUndone(state, report) {
  const { replacedRun } = state;
  if (!replacedRun) {
    return state;
  }
  return {
    ...state,
    run: addReport({ ...replacedRun, number: report.run, points: [] }, report),
    // The row keeps its place under the number that the run has now.
    summaries: state.summaries.map((row) => (row.number === replacedRun.number ? { ...row, number: report.run } : row)),
    replacedRun: undefined,
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
    case 'settings-refused':
      return { ...state, refused: true, waiting: undefined };
    case 'worker-ready':
      return { ...state, worker: 'ready' };
    case 'worker-silent':
      return { ...state, worker: action.silent ? 'silent' : 'ready' };
    case 'worker-failed':
      // The session is gone with its worker: the curves stay to be looked at, the weights are lost.
      return {
        ...state,
        worker: 'failed',
        waiting: undefined,
        data: undefined,
        run: state.run && { ...state.run, running: false, lost: true },
        replacedRun: undefined,
        notice: `The training process stopped: ${action.reason}. ${
          action.again ? 'It is being started again.' : 'Reload the page to try again.'
        }`,
      };
    case 'data-reported':
      return { ...state, data: action.data, dataFailure: undefined };
    case 'data-failed':
      return { ...state, dataFailure: action.message, waiting: undefined };
    case 'data-requested':
      return { ...state, dataFailure: undefined };
    case 'samples-arrived':
      return { ...state, samples: action.samples };
    case 'waiting':
      return { ...state, waiting: action.intent, notice: undefined };
    case 'run-created':
      return {
        ...state,
        run: addReport(emptyRun(action.report.run, action.settings), action.report),
        replacedRun: undefined,
        waiting: undefined,
        refused: false,
        notice: undefined,
      };
    case 'run-reset':
      return reduceReset(state, action.report);
    case 'reset-undone':
      return reduceResetUndone(state, action.report);
    case 'run-reported':
      return reduceReport(state, action.report);
    case 'notice':
      return { ...state, notice: action.message };
    case 'stroke-begun':
    case 'stroke-extended':
    case 'pad-undone':
    case 'pad-redone':
    case 'pad-cleared':
    case 'pad-tool-changed':
    case 'base-loaded':
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
