// What a person can do with the experiment grid: start it, pause it, cancel it.

import { gridRuns, jobName } from './grid.js';
import { hasEnded } from './grid-state.js';
import { createGridPool } from './grid-pool.js';

/** @typedef {import('./store.js').State} State */
/** @typedef {import('./store.js').Action} Action */
/** @typedef {import('./grid-state.js').Axis} Axis */

const MEMORY_A_WORKER_GIB = 0.5; // of the machine's, so that other programs keep theirs
const MOST_WORKERS = 16;

/** As many workers as the machine has cores, fewer where it has little memory. */
export function mostWorkers() {
  const memory = /** @type {{ deviceMemory?: number }} */ (navigator).deviceMemory ?? 8;
  return Math.max(1, Math.min(navigator.hardwareConcurrency, Math.floor(memory / MEMORY_A_WORKER_GIB), MOST_WORKERS));
}

/**
 * @param {{ getState: () => State, dispatch: (action: Action) => void }} store
 * @param {() => Worker} createWorker one with a single thread
 * @param {(id: string, client: import('./worker-client.js').WorkerClient) => Promise<void>} keepWeights of a run that has ended
 */
export function createGridActions({ getState, dispatch }, createWorker, keepWeights) {
  /** @type {ReturnType<typeof createGridPool> | undefined} */
  let pool;
  let number = 0;
  const now = () => performance.now() / 1000;

  /** A run that has just ended gets its row. @param {string} id */
  const keep = (id) => {
    const { grid } = getState();
    const job = grid?.jobs.find((it) => it.id === id);
    if (grid && job?.run && hasEnded(job)) {
      dispatch({ type: 'entry-added', run: job.run, name: jobName(grid, job), origin: getState() });
    }
  };

  return {
    /**
     * Starts a grid; what is not varied stands in the form.
     * @param {Axis[]} axes
     * @param {number} seeds
     * @param {number} workers
     * @returns {string | undefined} why not
     */
    start: (axes, seeds, workers) => {
      const { texts, visit } = getState();
      const runs = gridRuns(texts, axes, seeds);
      if (typeof runs === 'string') {
        return runs;
      }
      number += 1;
      const createdAt = Date.now();
      const jobs = runs.map((run, i) => ({
        ...run,
        id: `${visit}-g${number}.${i}`,
        createdAt,
        run: undefined,
        failed: false,
      }));
      dispatch({
        type: 'grid-started',
        grid: { number, axes, seeds, workers, jobs, status: 'running', busySeconds: 0, since: now() },
      });
      pool = createGridPool({
        createWorker,
        workers,
        jobs,
        onReport: (id, report) => {
          dispatch({ type: 'grid-reported', id, report, at: now() });
          keep(id);
        },
        onEnd: keepWeights,
        onFailure: (id) => dispatch({ type: 'grid-failed', id }),
      });
      return undefined;
    },
    pause: () => {
      dispatch({ type: 'grid-paused', at: now() });
      pool?.pause();
    },
    resume: () => {
      dispatch({ type: 'grid-resumed', at: now() });
      pool?.resume();
    },
    /** What has ended stays in the notebook; what is under way is lost. */
    cancel: () => {
      pool?.cancel();
      dispatch({ type: 'grid-cancelled', at: now() });
    },
  };
}
