// The page's state: one object, changed only by reduce(state, action), which is pure. Views read it; main.js and the
// actions write to it.

import { DEFAULT_TEXTS } from '../settings.js';
import { assertNever } from '../protocol.js';
import {
  reduceBroughtBack,
  reduceCreated,
  reduceOpened,
  reduceReport,
  reduceReset,
  reduceWorkerFailed,
} from './run-reducers.js';
import { reduceGrid } from './grid-state.js';
import { emptyNotebook, reduceNotebook } from './notebook.js';
import { emptyPad, reducePad } from './pad.js';
import { reducePhoto } from './photo.js';
import { afterOtherSettings, newPlan, reducePlan } from './plan-state.js';
import { writeSettings } from '../settings-written.js';

/** @typedef {import('../settings.js').SettingTexts} SettingTexts */
/** @typedef {import('../settings.js').SettingName} SettingName */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../protocol.js').RunReport} RunReport */
/** @typedef {import('../protocol.js').DataReport} DataReport */
/** @typedef {import('./run.js').Run} Run */
/** @typedef {import('./grid-state.js').Grid} Grid */
/** @typedef {import('./grid-state.js').GridAction} GridAction */
/** @typedef {import('./notebook.js').Notebook} Notebook */
/** @typedef {import('./notebook.js').NotebookAction} NotebookAction */
/** @typedef {import('./pad.js').Pad} Pad */
/** @typedef {import('./pad.js').PadAction} PadAction */
/** @typedef {import('./photo.js').Photo} Photo */
/** @typedef {import('./photo.js').PhotoAction} PhotoAction */
/** @typedef {import('./subject.js').Subject} Subject */
/** @typedef {import('./plan-state.js').Plan} Plan */
/** @typedef {import('./plan-state.js').PlanAction} PlanAction */

/** @typedef {'train' | 'step'} Intent */

/**
 * worker: 'starting' until it says that it is ready; 'silent' when it has not answered for ten seconds; 'failed' when
 * it is being replaced, 'gone' when it is not any more.
 * visit: this opening of the page, unique; build: which build of the page this is; dataHash: of the images
 * that belong to it, and that the worker checks.
 * textsBeforePreset: what stood in the form when a preset or a run's settings were put there, until something else changes it.
 * plan: the preset that was chosen last, until the form is changed by hand.
 * engine: which build of the module runs, how many threads it can have, how many were chosen and work.
 * coresOffered: from the next navigation on the page will be isolated, and so can use all cores.
 * waiting: the run to start as soon as its data is there. replacedRun: the last one before run that had made a step.
 * subject: what the network is shown.
 * notice: the last thing that went wrong, in a sentence; gone with the next thing that works.
 * @typedef {{
 *   visit: string,
 *   build: string,
 *   dataHash: string,
 *   texts: SettingTexts,
 *   textsBeforePreset: SettingTexts | undefined,
 *   plan: Plan | undefined,
 *   grid: Grid | undefined,
 *   worker: 'starting' | 'ready' | 'silent' | 'failed' | 'gone',
 *   engine: { build: import('../protocol.js').Build, mostThreads: number, choice: string, threads: number } | undefined,
 *   coresOffered: boolean,
 *   data: DataReport | undefined,
 *   dataFailure: string | undefined,
 *   samples: Uint8Array[][] | undefined,
 *   waiting: { intent: Intent, settings: Settings } | undefined,
 *   run: Run | undefined,
 *   replacedRun: Run | undefined,
 *   notebook: Notebook,
 *   notice: string | undefined,
 *   subject: Subject,
 *   pad: Pad,
 *   photo: Photo | undefined,
 * }} State
 */

/**
 * @typedef {(
 *   | { type: 'setting-changed', name: SettingName, text: string }
 *   | { type: 'preset-chosen', key: string, texts: SettingTexts }
 *   | { type: 'preset-undone' }
 *   | { type: 'worker-ready', build: import('../protocol.js').Build, mostThreads: number }
 *   | { type: 'threads-set', choice: string, threads: number }
 *   | { type: 'cores-offered' }
 *   | { type: 'worker-silent', silent: boolean }
 *   | { type: 'worker-failed', reason: string, again: boolean }
 *   | { type: 'data-reported', data: DataReport }
 *   | { type: 'data-failed', message: string }
 *   | { type: 'data-requested' }
 *   | { type: 'samples-arrived', samples: Uint8Array[][] }
 *   | { type: 'waiting', waiting: State['waiting'] }
 *   | { type: 'run-created', report: RunReport, settings: Settings, at: number }
 *   | { type: 'run-reset', report: RunReport, at: number }
 *   | { type: 'run-brought-back', report: RunReport }
 *   | { type: 'run-opened', report: RunReport, run: Run }
 *   | { type: 'run-reported', report: RunReport }
 *   | { type: 'notice', message: string | undefined }
 *   | { type: 'build-known', build: string, dataHash: string }
 *   | { type: 'settings-taken', settings: Settings }
 *   | PlanAction
 *   | GridAction
 *   | NotebookAction
 *   | { type: 'subject-chosen', subject: Subject }
 *   | PadAction
 *   | PhotoAction
 * )} Action
 */

/** @param {string} [visit] @returns {State} */
export function initialState(visit = 'visit') {
  return {
    visit,
    build: 'unknown',
    dataHash: 'unknown',
    texts: { ...DEFAULT_TEXTS },
    textsBeforePreset: undefined,
    plan: undefined,
    grid: undefined,
    worker: 'starting',
    engine: undefined,
    coresOffered: false,
    data: undefined,
    dataFailure: undefined,
    samples: undefined,
    waiting: undefined,
    run: undefined,
    replacedRun: undefined,
    notebook: emptyNotebook(),
    notice: undefined,
    subject: 'drawing',
    pad: emptyPad(),
    photo: undefined,
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
      return {
        ...state,
        texts: { ...state.texts, [action.name]: action.text },
        textsBeforePreset: undefined,
        plan: afterOtherSettings(state.plan),
        notice: undefined,
      };
    case 'preset-chosen':
      return {
        ...state,
        texts: action.texts,
        textsBeforePreset: state.textsBeforePreset ?? state.texts,
        plan: newPlan(action.key, state.texts.seed),
        notice: undefined,
      };
    case 'preset-undone':
      return {
        ...state,
        texts: state.textsBeforePreset ?? state.texts,
        textsBeforePreset: undefined,
        plan: afterOtherSettings(state.plan),
        notice: undefined,
      };
    case 'worker-ready':
      return {
        ...state,
        worker: 'ready',
        engine: { build: action.build, mostThreads: action.mostThreads, choice: '1', threads: 1 },
        notice: undefined,
      };
    case 'threads-set':
      return {
        ...state,
        engine: state.engine && { ...state.engine, choice: action.choice, threads: action.threads },
      };
    case 'cores-offered':
      return { ...state, coresOffered: true };
    case 'worker-silent':
      return { ...state, worker: action.silent ? 'silent' : 'ready' };
    case 'worker-failed':
      return reduceWorkerFailed(state, action.reason, action.again);
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
      return reduceCreated(state, action.report, action.settings, action.at);
    case 'run-reset':
      return reduceReset(state, action.report, action.at);
    case 'run-brought-back':
      return reduceBroughtBack(state, action.report);
    case 'run-opened':
      return reduceOpened(state, action.report, action.run);
    case 'run-reported':
      return reduceReport(state, action.report);
    case 'notice':
      return { ...state, notice: action.message };
    case 'build-known':
      return { ...state, build: action.build, dataHash: action.dataHash };
    case 'settings-taken':
      return {
        ...state,
        texts: writeSettings(action.settings),
        textsBeforePreset: state.textsBeforePreset ?? state.texts,
        plan: afterOtherSettings(state.plan),
        notice: undefined,
      };
    case 'notebook-opened':
    case 'entry-added':
    case 'visit-ended':
    case 'notebook-not-kept':
    case 'entry-ticked':
    case 'entry-renamed':
    case 'entry-noted':
    case 'entry-removed':
    case 'entry-brought-back':
      return { ...state, notebook: reduceNotebook(state.notebook, action) };
    case 'plan-measured':
    case 'plan-length-chosen':
    case 'plan-started':
    case 'plan-run-begun':
    case 'plan-cut':
    case 'plan-done':
    case 'plan-dropped':
      return { ...state, plan: reducePlan(state.plan, action) };
    case 'grid-started':
    case 'grid-reported':
    case 'grid-failed':
    case 'grid-paused':
    case 'grid-resumed':
    case 'grid-cancelled':
      return { ...state, grid: reduceGrid(state.grid, action) };
    case 'base-loaded':
      return { ...state, pad: reducePad(state.pad, action), notice: undefined };
    case 'stroke-begun':
    case 'stroke-extended':
    case 'pad-undone':
    case 'pad-redone':
    case 'pad-cleared':
    case 'pad-tool-changed':
    case 'drawing-classified':
    case 'outlines-filled':
    case 'sketch-arrived':
      return { ...state, pad: reducePad(state.pad, action) };
    case 'subject-chosen':
      return { ...state, subject: action.subject };
    case 'photo-opened':
    case 'photo-framed':
    case 'photo-seen':
      return { ...state, photo: reducePhoto(state.photo, action) };
    case 'answer-arrived':
      return { ...state, pad: reducePad(state.pad, action), photo: reducePhoto(state.photo, action) };
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
