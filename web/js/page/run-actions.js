// What a person can do with a run and its data, as functions: each asks the worker and puts the answer into the store.

import { completeSettings, readSettings } from '../settings.js';
import { allowed, dataIsReady } from './allowed.js';
import { createAttempt } from './attempt.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./store.js').Intent} Intent */
/** @typedef {import('./worker-client.js').WorkerClient} WorkerClient */
/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../settings.js').SettingName} SettingName */

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void }} store
 * @param {WorkerClient} client
 * @param {{ showField: (name: SettingName) => void, networkReplaced: () => void }} page showField: brings a field that
 *   cannot be used before the person's eyes
 */
export function createRunActions({ getState, dispatch }, client, { showField, networkReplaced }) {
  const attempt = createAttempt(dispatch);
  let nextRun = 1;
  let replacing = false;

  /**
   * Says why a run cannot be started or go on.
   * @param {string} what “Not started”
   * @param {import('../settings.js').SettingErrors} errors
   */
  const refuse = (what, errors) => {
    const [name, message] = /** @type {[SettingName, string]} */ (Object.entries(errors)[0]);
    dispatch({ type: 'notice', message: `${what}: ${message}` });
    showField(name);
  };

  /** One change of the network at a time: of twenty clicks the first counts. @param {() => Promise<void>} work */
  const replace = async (work) => {
    if (!replacing) {
      replacing = true;
      await attempt(work);
      replacing = false;
    }
  };

  /**
   * Creates a run and moves it, or waits for the data that it needs.
   * @param {Intent} intent
   * @param {Settings} settings
   */
  const begin = (intent, settings) => {
    if (!dataIsReady(getState(), settings)) {
      dispatch({ type: 'waiting', waiting: { intent, settings } });
      loadData(settings);
      return;
    }
    return replace(async () => {
      const report = await client.request({ type: 'create-run', run: nextRun++, settings });
      dispatch({ type: 'run-created', report, settings, at: Date.now() });
      await proceed(intent, settings.epochs);
    });
  };

  /** @param {Intent} intent */
  const beginWithForm = (intent) => {
    const { texts } = getState();
    const settings = completeSettings(texts);
    return settings ? begin(intent, settings) : refuse('Not started', readSettings(texts).errors);
  };

  /**
   * @param {Intent} intent
   * @param {number} epochs
   */
  const proceed = async (intent, epochs) => {
    const report = await client.request({ type: intent === 'step' ? 'step' : 'resume', epochs });
    dispatch({ type: 'run-reported', report });
  };

  /** Goes on with the run; of the form only Epochs counts. @param {Intent} intent */
  const goOn = (intent) => {
    const { settings, errors } = readSettings(getState().texts);
    // A preset may have been shortened; its run ends where it says, not where the form does.
    const { plan, run } = getState();
    const planned = plan?.phase === 'running' && plan.begun.at(-1) === run?.id ? run?.settings.epochs : undefined;
    const epochs = planned ?? settings.epochs;
    return epochs === undefined
      ? refuse('Not resumed', { epochs: errors.epochs ?? '' })
      : attempt(() => proceed(intent, epochs));
  };

  /** @param {Partial<Settings>} settings whose data is wanted first */
  const loadData = ({ trainImages = 1, drawnShare = 0 }) => {
    dispatch({ type: 'data-requested' });
    client.request({ type: 'load-data', trainImages, withDrawings: drawnShare > 0 }).catch(() => {});
  };

  return {
    train: async () => {
      if (allowed(getState()).train) {
        await beginWithForm('train');
      }
    },
    /** Starts a run with settings that do not stand in the form. @param {Settings} settings */
    trainWith: (settings) => void begin('train', settings),
    pause: () =>
      attempt(async () => {
        dispatch({ type: 'waiting', waiting: undefined });
        if (getState().run) {
          dispatch({ type: 'run-reported', report: await client.request({ type: 'pause' }) });
        }
      }),
    resume: async () => {
      if (allowed(getState()).resume) {
        await goOn('train');
      }
    },
    step: async () => {
      const { run } = getState();
      if (allowed(getState()).step) {
        await (run && !run.lost ? goOn('step') : beginWithForm('step'));
      }
    },
    reset: async () => {
      dispatch({ type: 'waiting', waiting: undefined });
      if (allowed(getState()).reset) {
        await replace(async () => {
          const report = await client.request({ type: 'reset-run', run: nextRun++ });
          dispatch({ type: 'run-reset', report, at: Date.now() });
          networkReplaced();
        });
      }
    },
    /**
     * Makes a run of the notebook the one on the page again.
     * @param {import('./notebook.js').Entry} entry
     * @param {import('../../wasm/ffnn.js').Checkpoint} checkpoint of its end
     */
    openRun: async ({ run }, checkpoint) => {
      if (allowed(getState()).train && dataIsReady(getState(), run.settings)) {
        await replace(async () => {
          const command = /** @type {const} */ ({
            type: 'restore-run',
            run: nextRun++,
            checkpoint,
            seconds: run.seconds,
          });
          dispatch({ type: 'run-opened', report: await client.request(command), run });
          networkReplaced();
        });
      } else {
        dispatch({
          type: 'notice',
          message: 'Not opened: another run is under way, or the images of this one are not here yet.',
        });
        loadData(run.settings);
      }
    },
    bringBack: async () => {
      if (allowed(getState()).bringBack) {
        await replace(async () => {
          dispatch({ type: 'run-brought-back', report: await client.request({ type: 'bring-back' }) });
          networkReplaced();
        });
      }
    },

    /** Loads what the form's size needs, then the rest. */
    loadData: () => loadData(getState().waiting?.settings ?? readSettings(getState().texts).settings),
    /** Data has arrived: starts what was waiting for it, with the settings of that time. */
    dataArrived: async () => {
      const { waiting } = getState();
      if (waiting && dataIsReady(getState(), waiting.settings)) {
        await begin(waiting.intent, waiting.settings);
      }
    },
  };
}
