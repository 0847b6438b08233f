// Work that is worth a frame by itself, such as drawing the curves of many runs: one piece a frame, so that the page answers in
// between.

/** @type {(() => void)[]} */
const queue = [];
let isDue = false;

function askForFrame() {
  if (!isDue && queue.length > 0) {
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      queue.shift()?.();
      askForFrame();
    });
  }
}

/** @param {() => void} work done in one of the next frames, in the order of the calls */
export function oneAFrame(work) {
  queue.push(work);
  askForFrame();
}
