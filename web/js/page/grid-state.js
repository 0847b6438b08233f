// How the experiment grid's state changes as its runs come in. Pure.

import { addReport, emptyRun, runStatus } from './run.js';

/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../settings.js').SettingName} SettingName */
/** @typedef {import('./run.js').Run} Run */

/** A setting that is varied, and what its field would hold for each of its values. @typedef {{ name: SettingName, texts: string[] }} Axis */

/**
 * One run of a grid. createdAt: milliseconds since 1970. cell: row by row. run: as far as it has come; failed: its worker died twice.
 * @typedef {{ id: string, createdAt: number, cell: number, settings: Settings, run: Run | undefined, failed: boolean }} Job
 */

/**
 * axes: the rows, and the columns if there are two. busySeconds: since it began, pauses left out; since: when the clock was
 * last set going, in seconds.
 * @typedef {{ number: number, axes: Axis[], seeds: number, workers: number, jobs: Job[],
 *   status: 'running' | 'paused' | 'done' | 'cancelled', busySeconds: number, since: number }} Grid
 */

/**
 * at: seconds, of any clock.
 * @typedef {(
 *   | { type: 'grid-started', grid: Grid }
 *   | { type: 'grid-reported', id: string, report: import('../protocol.js').RunReport, at: number }
 *   | { type: 'grid-failed', id: string }
 *   | { type: 'grid-paused', at: number }
 *   | { type: 'grid-resumed', at: number }
 *   | { type: 'grid-cancelled', at: number }
 * )} GridAction
 */

/** @param {Job} job */
export const hasEnded = ({ run, failed }) =>
  failed || (run !== undefined && !run.running && ['finished', 'stopped', 'diverged'].includes(runStatus(run)));

/** @param {Grid} grid @param {number} at */
const clockStopped = (grid, at) => ({ ...grid, busySeconds: grid.busySeconds + at - grid.since, since: at });

/** The grid, done if nothing is left to do. @param {Grid} grid @returns {Grid} */
const settled = (grid) => (grid.jobs.every(hasEnded) ? { ...grid, status: 'done' } : grid);

/**
 * @param {Grid | undefined} grid
 * @param {GridAction} action
 * @returns {Grid | undefined}
 */
export function reduceGrid(grid, action) {
  if (action.type === 'grid-started') {
    return action.grid;
  }
  if (!grid || grid.status === 'done' || grid.status === 'cancelled') {
    return grid;
  }
  /** @param {string} id @param {(job: Job) => Job} change */
  const withJob = (id, change) => ({ ...grid, jobs: grid.jobs.map((job) => (job.id === id ? change(job) : job)) });
  switch (action.type) {
    case 'grid-reported': {
      const { id, report, at } = action;
      const next = withJob(id, (job) => {
        const begun = job.run ?? emptyRun({ ...job, number: report.run });
        // A report from the start is of the run begun anew, in another worker.
        return { ...job, run: addReport(report.firstPoint === 0 ? { ...begun, points: [] } : begun, report) };
      });
      return settled(grid.status === 'running' ? clockStopped(next, at) : next);
    }
    case 'grid-failed':
      return settled(withJob(action.id, (job) => ({ ...job, failed: true })));
    case 'grid-paused':
      return { ...clockStopped(grid, action.at), status: 'paused' };
    case 'grid-resumed':
      return { ...grid, since: action.at, status: 'running' };
    case 'grid-cancelled':
      return { ...(grid.status === 'running' ? clockStopped(grid, action.at) : grid), status: 'cancelled' };
  }
}
