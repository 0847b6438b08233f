// Drawing that goes on while a run trains, such as its curves: quick pieces share the frame of their call, since with all cores at
// work the training waits for every frame, whatever is drawn in it. What does not fit gets a frame each.

import { oneAFrame } from './one-a-frame.js';

const SHARED_MS = 12; // of a frame's 16: nothing more is begun after that

/** @type {(() => void)[]} */
const queue = [];
let isUnderWay = false;

async function drawTogether() {
  const began = performance.now();
  while (queue.length > 0 && performance.now() - began < SHARED_MS) {
    try {
      queue.shift()?.();
    } catch (error) {
      reportError(error);
    }
    await undefined; // a chart draws after the piece that gave it its numbers: that belongs to its time
  }
  isUnderWay = false;
  queue.splice(0).forEach(oneAFrame);
}

/** @param {() => void} work done in this frame or one of the next */
export function shareFrame(work) {
  queue.push(work);
  if (!isUnderWay) {
    isUnderWay = true;
    queueMicrotask(drawTogether);
  }
}
