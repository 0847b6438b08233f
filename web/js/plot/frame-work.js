// Drawing that goes on while a run trains, such as its curves. Quick pieces share a frame, that of the call if there is one: with
// all cores at work the training waits for every frame, whatever is drawn in it. Slow pieces get a frame each, so that the page
// answers in between.

const SHARED_MS = 12; // of a frame's 16: nothing more is begun after that

/** @type {(() => void)[]} */
const queue = [];
let isWaiting = false;

async function doSome() {
  const began = performance.now();
  do {
    try {
      queue.shift()?.();
    } catch (error) {
      reportError(error);
    }
    await undefined; // a chart draws after the piece that gave it its numbers: that belongs to its time
  } while (queue.length > 0 && performance.now() - began < SHARED_MS);
  isWaiting = queue.length > 0;
  if (isWaiting) {
    requestAnimationFrame(doSome);
  }
}

/** @param {() => void} work done in this frame or one of the next, in the order of the calls */
export function drawSoon(work) {
  queue.push(work);
  if (!isWaiting) {
    isWaiting = true;
    queueMicrotask(doSome);
  }
}
