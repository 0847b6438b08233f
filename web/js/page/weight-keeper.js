// Keeps the state of every run that ends, and knows which runs can be opened again.

import { idsWithoutRun } from './notebook-storage.js';
import { createWeightStore } from './weight-store.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./worker-client.js').WorkerClient} WorkerClient */

/**
 * @param {{ getState: () => State, subscribe: (listener: (state: State, action: Action) => void) => void }} store
 * @param {WorkerClient} client
 * @param {() => void} onNews called when other runs can be opened than before
 */
export function createWeightKeeper({ getState, subscribe }, client, onNews) {
  const store = createWeightStore();
  /** @type {Set<string>} */
  let kept = new Set();
  let lastKept = ''; // which run’s end was taken last: it is reported more than once

  const refresh = async () => {
    kept = new Set((await store.sizes()).keys());
    onNews();
  };

  /**
   * Asks for the state before anything else can happen to it.
   * @param {string} id
   * @param {WorkerClient} from whose run it is
   */
  const keep = async (id, from = client) => {
    try {
      await store.save(id, await from.request({ type: 'checkpoint' }));
      await Promise.all((await idsWithoutRun([...kept], getState)).map(store.remove));
      await refresh();
    } catch {
      // Not kept: no room, or the worker is gone. The run’s row and its scores are there all the same.
    }
  };
  subscribe((state, action) => {
    const { run } = state;
    if (action.type === 'run-reported' && run?.number === action.report.run) {
      const { running, progress } = action.report;
      const hasEnded = !running && progress.state !== 'training' && progress.step > 0;
      const moment = `${run.id} ${progress.step}`;
      if (hasEnded && moment !== lastKept) {
        lastKept = moment;
        void keep(run.id);
      }
    }
  });

  void refresh().catch(() => {});
  return {
    keep,
    /** @param {string} id */
    has: (id) => kept.has(id),
    load: store.load,
  };
}
