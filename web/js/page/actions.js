// What a person can do, as functions: each asks the worker and puts the answer into the store. Views get these.

import { completeSettings } from '../settings.js';
import { CommandError } from './worker-client.js';
import { encodeStrokes, isEmpty } from './pad.js';
import { runStatus } from './run.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./store.js').Intent} Intent */
/** @typedef {import('./worker-client.js').WorkerClient} WorkerClient */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {ReturnType<typeof createActions>} Actions */

const SAMPLES_PER_CLASS = 6;
const MOST_DRAWINGS = 2; // on their way to the worker
const SCORES_MS = 250; // how often a drawing at rest is scored again while the network learns

/**
 * Whether the data that a run with these settings needs is there.
 * @param {State} state
 * @param {Settings} settings
 */
export function dataIsReady(state, settings) {
  const { data } = state;
  return (
    state.worker !== 'starting' &&
    data !== undefined &&
    data.train >= settings.trainImages &&
    data.test === data.testTotal &&
    data.test > 0
  );
}

/**
 * Whether the run can go on: it has epochs left, or the form asks for more than it has done.
 * @param {State} state
 */
export function canResume({ run, texts }) {
  if (!run || run.running || !run.progress) {
    return false;
  }
  const status = runStatus(run);
  const epochs = completeSettings({ ...texts, trainImages: '1' })?.epochs;
  return status !== 'lost' && status !== 'diverged' && epochs !== undefined && epochs > run.progress.epochsDone;
}

/**
 * Whether one batch can be made: with a new run, in the middle of one, or after its end if it can go on.
 * @param {State} state
 */
export function canStep(state) {
  return !state.run || state.run.lost || state.run.running || canResume(state);
}

/**
 * Whether a new run can be started: while one is running it would be lost by a slip of the finger.
 * @param {State} state
 */
export function canTrain({ run, waiting }) {
  return !run?.running && !waiting;
}

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void }} store
 * @param {WorkerClient} client
 */
export function createActions(store, client) {
  const { getState, dispatch } = store;
  let nextRun = 1;
  let beginning = false;
  let drawingsInFlight = 0;
  let lastScores = 0;

  /**
   * Runs a piece of work; what goes wrong becomes a notice. A dead worker reports itself.
   * @param {() => Promise<void>} work
   */
  const attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof CommandError) {
        dispatch({ type: 'notice', message: `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.` });
      }
    }
  };

  /** The form's settings; if there are none, the fields say why. */
  const settingsOrRefusal = () => {
    const settings = completeSettings(getState().texts);
    if (!settings) {
      dispatch({ type: 'settings-refused' });
    }
    return settings;
  };

  /**
   * Creates a run and moves it, or waits for the data that it needs.
   * @param {Intent} intent
   */
  const begin = async (intent) => {
    const settings = beginning ? undefined : settingsOrRefusal();
    if (!settings) {
      return;
    }
    if (!dataIsReady(getState(), settings)) {
      dispatch({ type: 'waiting', intent });
      loadData();
      return;
    }
    beginning = true;
    await attempt(async () => {
      const report = await client.request({ type: 'create-run', run: nextRun++, settings });
      dispatch({ type: 'run-created', report, settings });
      await proceed(intent, settings.epochs);
    });
    beginning = false;
  };

  /**
   * @param {Intent} intent
   * @param {number} epochs
   */
  const proceed = async (intent, epochs) => {
    const report = await client.request({ type: intent === 'step' ? 'step' : 'resume', epochs });
    dispatch({ type: 'run-reported', report });
  };

  /** @param {Intent} intent */
  const goOn = (intent) =>
    attempt(async () => {
      const settings = settingsOrRefusal();
      if (settings) {
        await proceed(intent, settings.epochs);
      }
    });

  const loadData = () => {
    const settings = completeSettings(getState().texts);
    dispatch({ type: 'data-requested' });
    client.request({ type: 'load-data', trainImages: settings?.trainImages ?? 1 }).catch(() => {});
  };

  const loadSamples = () =>
    attempt(async () => {
      const samples = await client.request({ type: 'samples', perClass: SAMPLES_PER_CLASS });
      dispatch({ type: 'samples-arrived', samples });
    });

  /**
   * Has the pad rendered and classified. A second request may leave before the first is answered, so that the end of a
   * stroke does not wait for its middle; of more changes than that only the last one counts.
   */
  const draw = async () => {
    if (drawingsInFlight === MOST_DRAWINGS) {
      return;
    }
    drawingsInFlight += 1;
    const { strokes, base, version } = getState().pad;
    await attempt(async () => {
      const baseImage = base ? base.index : -1;
      const result = await client.request({ type: 'draw', strokes: encodeStrokes(strokes), baseImage });
      dispatch({ type: 'drawing-classified', result, strokes: strokes.length });
    });
    drawingsInFlight -= 1;
    if (drawingsInFlight === 0 && getState().pad.version !== version) {
      await draw();
    }
  };

  return {
    train: async () => {
      if (canTrain(getState())) {
        await begin('train');
      }
    },
    pause: () =>
      attempt(async () => {
        dispatch({ type: 'waiting', intent: undefined });
        dispatch({ type: 'run-reported', report: await client.request({ type: 'pause' }) });
      }),
    resume: async () => {
      if (canResume(getState())) {
        await goOn('train');
      }
    },
    step: async () => {
      const { run } = getState();
      if (canStep(getState())) {
        await (run && !run.lost ? goOn('step') : begin('step'));
      }
    },
    reset: () =>
      attempt(async () => {
        dispatch({ type: 'waiting', intent: undefined });
        if (!getState().run || getState().run?.lost) {
          return;
        }
        dispatch({ type: 'run-reset', report: await client.request({ type: 'reset-run', run: nextRun++ }) });
        await draw();
      }),
    undoReset: () =>
      attempt(async () => {
        dispatch({ type: 'reset-undone', report: await client.request({ type: 'undo-reset', run: nextRun++ }) });
        await draw();
      }),

    loadData,
    /** Data has arrived: does what was waiting for it. */
    dataArrived: () => {
      const { waiting, samples, texts } = getState();
      const settings = completeSettings(texts);
      if (!samples && (getState().data?.train ?? 0) > 0) {
        void loadSamples();
      }
      if (waiting && settings && dataIsReady(getState(), settings)) {
        void begin(waiting);
      }
    },

    draw,
    /** The network has changed: scores the drawing at rest again, not too often. */
    networkChanged: () =>
      attempt(async () => {
        const { result, version } = getState().pad;
        const due = performance.now() - lastScores >= SCORES_MS || !getState().run?.running;
        if (drawingsInFlight > 0 || !due || result?.content !== 'drawn') {
          return;
        }
        lastScores = performance.now();
        const scores = await client.request({ type: 'classify', pixels: result.seen });
        if (getState().pad.version === version) {
          dispatch({ type: 'scores-arrived', scores });
        }
      }),

    /** @param {number | undefined} index a test image, or any when it is not given */
    loadTestImage: (index) =>
      attempt(async () => {
        const count = getState().data?.test ?? 0;
        if (count === 0) {
          dispatch({ type: 'notice', message: 'The test images are still loading.' });
          return;
        }
        const chosen = index ?? Math.floor(Math.random() * count);
        const { label } = await client.request({ type: 'test-image', index: chosen });
        dispatch({ type: 'base-loaded', base: { index: chosen, label } });
        await draw();
      }),

    /** A fresh worker has come up: gives it the data, and what the pad shows. */
    workerReady: () => {
      loadData();
      if (!isEmpty(getState().pad)) {
        void draw();
      }
    },
  };
}
