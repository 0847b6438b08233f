// What a person can do on the pad, the scores of what the network is shown, and the sheet of garments, as functions: each asks
// the worker and puts the answer into the store.

import { createAttempt } from './attempt.js';
import { encodeStrokes, isEmpty } from './pad.js';
import { shownToNetwork } from './subject.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./worker-client.js').WorkerClient} WorkerClient */

const SAMPLES_PER_CLASS = 6;
const MOST_DRAWINGS = 2; // on their way to the worker
const SCORES_MS = 250; // how often what stands still is scored again while the network learns

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void }} store
 * @param {WorkerClient} client
 */
export function createPadActions({ getState, dispatch }, client) {
  const attempt = createAttempt(dispatch);
  let drawingsInFlight = 0;
  let lastScores = 0;

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

  /** The network answers anew to what it is shown. */
  const scoreAgain = () =>
    attempt(async () => {
      const { run } = getState();
      const { pixels, isOwn } = shownToNetwork(getState());
      if (run && !run.lost && pixels) {
        const answer = await client.request({ type: 'classify', pixels, isOwn });
        dispatch({ type: 'answer-arrived', pixels, answer });
      }
    });

  return {
    draw,
    scoreAgain,

    /** @param {import('./subject.js').Subject} subject */
    chooseSubject: (subject) => {
      dispatch({ type: 'subject-chosen', subject });
      void scoreAgain();
    },

    /** A fresh worker has come up: gives it what the pad shows. */
    redraw: () => {
      if (!isEmpty(getState().pad)) {
        void draw();
      }
    },

    /** The network has changed: scores what stands still again, not too often. */
    networkChanged: async () => {
      const isDue = performance.now() - lastScores >= SCORES_MS || !getState().run?.running;
      if (isDue && drawingsInFlight === 0) {
        lastScores = performance.now();
        await scoreAgain();
      }
    },

    /** @param {number | undefined} index a test image, or any when it is not given */
    loadTestImage: (index) =>
      attempt(async () => {
        const count = getState().data?.test ?? 0;
        if (count === 0) {
          dispatch({ type: 'notice', message: 'The test images are not here yet.' });
          return;
        }
        const chosen = index ?? Math.floor(Math.random() * count);
        const { label } = await client.request({ type: 'test-image', index: chosen });
        dispatch({ type: 'base-loaded', base: { index: chosen, label } });
        await draw();
      }),

    /** The first images are here: gets a few of each class for the sheet. */
    loadSamples: () =>
      attempt(async () => {
        const { samples, data } = getState();
        if (!samples && (data?.train ?? 0) > 0) {
          dispatch({
            type: 'samples-arrived',
            samples: await client.request({ type: 'samples', perClass: SAMPLES_PER_CLASS }),
          });
        }
      }),
  };
}
