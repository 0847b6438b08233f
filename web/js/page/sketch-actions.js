// What the pad asks beyond what is drawn on it: a drawing to start from, and the training images most like it.

import { createAttempt } from './attempt.js';
import { decodeStrokes } from './pad.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('../protocol.js').NearImage} NearImage */

const REST_MS = 300; // without a change of the drawing, before its neighbours are looked for
const SEEDS = 1e9; // whole numbers that the module takes

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void,
 *   subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {import('./worker-client.js').WorkerClient} client
 * @param {{ draw: () => Promise<void>, onNearest: (images: NearImage[]) => void }} page onNearest: of what is drawn now;
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
    const { result } = getState().pad;
    if (isAsking || result === undefined || result.seen === shown) {
      return;
    }
    isAsking = true;
    shown = result.seen;
    const images = await client.request({ type: 'nearest', pixels: result.seen }).catch(() => []);
    isAsking = false;
    if (getState().pad.result?.seen === shown) {
      onNearest(images);
    } else {
      lookSoon();
    }
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void findNearest(), REST_MS);
  };

  subscribe(({ pad: { result } }, action) => {
    if (action.type !== 'drawing-classified' || !result) {
      return;
    }
    if (result.content === 'drawn') {
      lookSoon();
    } else {
      clearTimeout(timer);
      shown = result.seen;
      onNearest([]);
    }
  });
  if (getState().pad.result?.content === 'drawn') {
    lookSoon();
  }

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
