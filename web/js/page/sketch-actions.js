// What is asked beside the scores: a drawing to start from, and the training images most like what the network is shown.

import { createAttempt } from './attempt.js';
import { IMAGE_SIZE } from '../classes.js';
import { decodeStrokes } from './pad.js';
import { shownToNetwork } from './subject.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('../protocol.js').NearImage} NearImage */

const REST_MS = 300; // without a change, before its neighbours are looked for
const PIXELS = IMAGE_SIZE * IMAGE_SIZE;
const SEEDS = 1e9; // whole numbers that the module takes

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void,
 *   subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {import('./worker-client.js').WorkerClient} client
 * @param {{ draw: () => Promise<void>, onNearest: (images: NearImage[]) => void }} page onNearest: of what it is shown now;
 *   none when there is nothing to compare
 */
export function createSketchActions({ getState, dispatch, subscribe }, client, { draw, onNearest }) {
  const attempt = createAttempt(dispatch);
  /** What the neighbours on the page belong to. @type {Uint8Array | undefined} */
  let shown;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isAsking = false;

  const findNearest = async () => {
    const { pixels } = shownToNetwork(getState());
    if (isAsking || pixels === undefined || pixels === shown) {
      return;
    }
    isAsking = true;
    shown = pixels;
    const images = await client.request({ type: 'nearest', pixels: pixels.slice(0, PIXELS) }).catch(() => []);
    isAsking = false;
    if (shownToNetwork(getState()).pixels === shown) {
      onNearest(images);
    } else {
      lookSoon();
    }
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void findNearest(), REST_MS);
  };

  /** What was shown when it was looked last. @type {Uint8Array | undefined} */
  let seen;
  const notice = () => {
    const { pixels } = shownToNetwork(getState());
    if (pixels === seen) {
      return;
    }
    seen = pixels;
    if (pixels) {
      lookSoon();
    } else {
      clearTimeout(timer);
      shown = undefined;
      onNearest([]);
    }
  };
  subscribe(notice);
  notice();

  return {
    /** Draws a garment of a class on the pad, another one every time. @param {number} label */
    sketch: (label) =>
      attempt(async () => {
        const seed = Math.floor(Math.random() * SEEDS);
        const strokes = await client.request({ type: 'sketch', label, seed });
        dispatch({ type: 'sketch-arrived', strokes: decodeStrokes(strokes) });
        await draw();
      }),
  };
}
