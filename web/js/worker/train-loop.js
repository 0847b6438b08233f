// Moves a run forward in short slices, so that commands are heard between them, and reports where it stands.
// The clock and the scheduler come from outside; the numbers of a run depend on neither.

import { unwrap } from './module-session.js';

/** @typedef {import('./module-session.js').Session} Session */
/** @typedef {import('../protocol.js').RunReport} RunReport */
/** @typedef {import('../../wasm/ffnn.js').Progress} Progress */

const SLICE_MS = 8; // short enough that a stroke on the pad is answered at once
const REPORT_MS = 100;
const FIRST_FLOPS = 1e8; // a slice's work until its speed has been measured
const FEWEST_FLOPS = 1e6;
const MOST_FLOPS = 4.5e8; // 30 ms on a slow machine
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * @typedef {object} TrainLoopOptions
 * @property {Session} session
 * @property {(report: RunReport) => void} report called with news, at most ten times a second unless a point is new
 * @property {() => number} now milliseconds
 * @property {(task: () => void) => void} schedule runs the task soon, after pending messages
 */

export class TrainLoop {
  #options;
  #run = 0;
  #running = false;
  #scheduled = false;
  #stopAtStep = NEVER;
  #flops = FIRST_FLOPS;
  #seconds = 0;
  #pointsSent = 0;
  #lastReport = 0;

  /** @param {TrainLoopOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * The session has another run now; nothing runs.
   * @param {number} run its number
   * @param {number} seconds of work that it has had already
   * @returns {RunReport}
   */
  adopt(run, seconds) {
    this.#running = false;
    this.#run = run;
    this.#seconds = seconds;
    this.#pointsSent = 0;
    return this.currentReport();
  }

  /** Seconds of work that the run has had. */
  get seconds() {
    return this.#seconds;
  }

  /**
   * Goes on until the run's end, or until `steps` more updates are made.
   * @param {number} [steps]
   * @returns {RunReport}
   */
  start(steps) {
    const { step } = unwrap(this.#options.session.progress());
    this.#stopAtStep = steps === undefined ? NEVER : step + steps;
    this.#running = true;
    this.#scheduleSlice();
    return this.currentReport();
  }

  /** @returns {RunReport} */
  pause() {
    this.#running = false;
    return this.currentReport();
  }

  /**
   * The run's state now, with the points that no report had yet.
   * @returns {RunReport}
   */
  currentReport() {
    const { session } = this.#options;
    const progress = unwrap(session.progress());
    const firstPoint = this.#pointsSent;
    const points = unwrap(session.curve(firstPoint));
    this.#pointsSent = progress.curvePoints;
    this.#lastReport = this.#options.now();
    return {
      run: this.#run,
      running: this.#running,
      progress,
      seconds: this.#seconds,
      imagesPerSecond: this.#seconds > 0 ? progress.imagesSeen / this.#seconds : 0,
      firstPoint,
      points,
      confusion: points.length > 0 ? unwrap(session.testConfusion()) : undefined,
    };
  }

  #scheduleSlice() {
    if (!this.#scheduled) {
      this.#scheduled = true;
      this.#options.schedule(() => {
        this.#scheduled = false;
        if (this.#running) {
          this.#slice();
        }
      });
    }
  }

  #slice() {
    const { session, now, report } = this.#options;
    const started = now();
    const progress = unwrap(session.advance(this.#flops, this.#stopAtStep));
    const elapsed = now() - started;
    this.#seconds += elapsed / 1000;
    this.#adaptSlice(elapsed);
    const atRest = progress.state !== 'training' || (progress.step >= this.#stopAtStep && !progress.evaluating);
    this.#running = !atRest;
    if (atRest || progress.curvePoints > this.#pointsSent || now() - this.#lastReport >= REPORT_MS) {
      report(this.currentReport());
    }
    if (this.#running) {
      this.#scheduleSlice();
    }
  }

  /** @param {number} elapsed milliseconds that the last slice took */
  #adaptSlice(elapsed) {
    const factor = Math.min(2, Math.max(0.5, SLICE_MS / Math.max(elapsed, 0.1)));
    this.#flops = Math.min(MOST_FLOPS, Math.max(FEWEST_FLOPS, this.#flops * factor));
  }
}
