// Carries out presets: measures how long one will take, starts short ones at once, and trains its runs one after the other.

import { forwardOperations, trainingOperations } from '../network-costs.js';
import { PRESETS, presetTexts } from '../presets.js';
import { allowed, dataIsReady } from './allowed.js';
import { planSeconds, planSettings, SHORT_SECONDS } from './plan.js';
import { runStatus } from './run.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('./run.js').RunStatus} RunStatus */

const MEASURED_IMAGES = 1000; // at most; see Session::tryOut

/** @type {RunStatus[]} */
const ENDS = ['finished', 'stopped', 'diverged'];

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void,
 *   subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {import('./worker-client.js').WorkerClient} client
 * @param {(settings: Settings) => void} train starts a run with these settings as soon as its data is there
 */
export function createPlanActions({ getState, dispatch, subscribe }, client, train) {
  /** What the next run will be created with, while it waits for that. @type {Settings | undefined} */
  let expected;

  const trainNext = () => {
    const { plan } = getState();
    expected = plan && !plan.cut ? planSettings(plan)[plan.begun.length] : undefined;
    if (expected) {
      train(expected);
    } else {
      dispatch({ type: 'plan-done' });
    }
  };

  const start = () => {
    if (getState().plan?.phase === 'offered' && allowed(getState()).train) {
      dispatch({ type: 'plan-started' });
      getState().notebook.ticked.forEach((id) => dispatch({ type: 'entry-ticked', id, ticked: false }));
      trainNext();
    }
  };

  /** Speeds of these runs, one by one; nothing where the machine is busy. @param {Settings[]} runs */
  const speedsOf = async (runs) => {
    /** @type {number[]} */
    const speeds = [];
    for (const settings of runs) {
      if (!allowed(getState()).train) {
        return undefined;
      }
      // Every thousand images the trial measures as many, forwards: that is no training.
      const measuring = forwardOperations(settings.hidden) / trainingOperations(settings.hidden);
      speeds.push((1 + measuring) * (await client.request({ type: 'try-out', settings })));
    }
    return speeds;
  };

  let measuring = false;
  /** Measures the plan as soon as there are images to do it with, and starts one that is short. */
  const measure = async () => {
    const { plan } = getState();
    const runs = plan?.phase === 'measuring' ? planSettings(plan) : [];
    const fewImages = runs.map((it) => ({
      ...it,
      trainImages: Math.min(it.trainImages, MEASURED_IMAGES),
      drawnShare: 0, // as fast without drawings
    }));
    if (!plan || fewImages.length === 0 || measuring || !fewImages.every((it) => dataIsReady(getState(), it))) {
      return;
    }
    measuring = true;
    const speeds = await speedsOf(runs).catch(() => undefined);
    measuring = false;
    dispatch({ type: 'plan-measured', key: plan.key, speeds });
    const measured = getState().plan;
    if (measured?.key === plan.key) {
      const seconds = planSeconds(measured);
      if (seconds !== undefined && seconds <= SHORT_SECONDS) {
        start();
      }
    } else {
      void measure(); // another preset was chosen meanwhile
    }
  };

  /** A run of the plan has its row: ticked, so that its curves are seen, and named where there are several. @param {State} state */
  const showRuns = ({ plan, notebook }) => {
    const preset = plan && PRESETS[plan.key];
    plan?.begun.forEach((id, run) => {
      const entry = notebook.entries.find((it) => it.id === id);
      if (entry && !shown.has(id)) {
        shown.add(id);
        const name = preset?.runs[run]?.name;
        if (name) {
          dispatch({ type: 'entry-renamed', id, name });
        }
        dispatch({ type: 'entry-ticked', id, ticked: true });
      }
    });
  };
  /** @type {Set<string>} */
  const shown = new Set();

  subscribe((state, action) => {
    const { plan, run } = state;
    if (action.type === 'data-reported') {
      void measure();
    } else if (action.type === 'data-failed' && plan) {
      dispatch({ type: 'plan-measured', key: plan.key, speeds: undefined });
    }
    if (plan?.phase !== 'running') {
      return;
    }
    if (action.type === 'run-created') {
      if (action.settings !== expected || !run) {
        dispatch({ type: 'plan-dropped' }); // a person has begun something else
        return;
      }
      expected = undefined;
      dispatch({ type: 'plan-run-begun', id: run.id });
    } else if (
      action.type === 'run-reset' ||
      action.type === 'run-brought-back' ||
      action.type === 'run-opened' ||
      action.type === 'worker-failed'
    ) {
      dispatch({ type: 'plan-dropped' });
    } else if (action.type === 'notice' && action.message && (expected || !run?.running)) {
      dispatch({ type: 'plan-dropped' }); // refused, as for want of memory
    } else if (expected && (action.type === 'data-failed' || (action.type === 'waiting' && !action.waiting))) {
      dispatch({ type: 'plan-dropped' }); // its data did not come, or Pause was pressed before
    } else if (action.type === 'run-reported' && run && run.id === plan.begun.at(-1)) {
      showRuns(state);
      if (!run.running && ENDS.includes(runStatus(run)) && expected === undefined) {
        trainNext();
      }
    }
  });

  return {
    /** @param {string} key of PRESETS */
    choosePreset: (key) => {
      const preset = PRESETS[key];
      if (preset) {
        dispatch({ type: 'preset-chosen', key, texts: presetTexts(preset, getState().texts.seed) });
      }
      const { dataFailure, worker } = getState();
      if (preset && (dataFailure || worker === 'gone')) {
        dispatch({ type: 'plan-measured', key, speeds: undefined }); // there will be nothing to measure with
      }
      void measure();
    },
    /** @param {import('./plan-state.js').PlanLength} length */
    chooseLength: (length) => dispatch({ type: 'plan-length-chosen', length }),
    start,
    stopAfterThis: () => dispatch({ type: 'plan-cut' }),
  };
}
