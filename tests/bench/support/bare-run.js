// A run by the page's own worker without the page: nothing is drawn.

/** @typedef {import('../../../web/js/settings.js').Settings} Settings */
/** @typedef {import('./browser.js').BenchPage} BenchPage */

/** Runs in the bench's page. @param {{ settings: Settings, threads: number }} options @returns {Promise<void>} */
function start({ settings, threads }) {
  const worker = new Worker('/web/js/worker/worker.js', { type: 'module' });
  let nextId = 0;
  /** @param {object} command */
  const send = (command) => worker.postMessage({ id: ++nextId, ...command });
  Object.assign(globalThis, { bareWorker: worker, sendToBareWorker: send });
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }) => {
      if (data.type === 'ready') {
        send({ type: 'set-threads', threads });
        send({ type: 'load-data', trainImages: settings.trainImages });
      } else if (data.type === 'data' && data.data.loadedBytes === data.data.totalBytes) {
        resolve();
      }
    };
  });
}

/** Runs in the bench's page. @param {Settings} settings @returns {Promise<number>} milliseconds */
function train(settings) {
  const { bareWorker: worker, sendToBareWorker: send } = /** @type {any} */ (globalThis);
  const began = performance.now();
  send({ type: 'create-run', run: 1, settings });
  send({ type: 'resume', epochs: settings.epochs });
  return new Promise((resolve) => {
    worker.onmessage = (/** @type {MessageEvent} */ { data }) => {
      if (data.type === 'run' && data.report.progress.state !== 'training') {
        resolve(performance.now() - began);
      }
    };
  });
}

/**
 * @param {BenchPage} where
 * @param {Settings} settings
 * @param {number} threads
 */
export async function openBareWorker({ page }, settings, threads) {
  await page.evaluate(start, { settings, threads });
  return {
    /** A run to its end. @returns {Promise<number>} milliseconds */
    train: () => page.evaluate(train, settings),
    close: () => page.evaluate(() => /** @type {any} */ (globalThis).bareWorker.terminate()),
  };
}
