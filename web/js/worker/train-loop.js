// Moves a run forward in short slices, so that commands are heard between them, and reports where it stands.
// The clock and the scheduler come from outside; the numbers of a run depend on neither.

import { unwrap } from './module-session.js';

/** @typedef {import('./module-session.js').Session} Session */
/** @typedef {import('../protocol.js').RunReport} RunReport */
/** @typedef {import('../../wasm/ffnn.js').Progress} Progress */

const SLICE_MS = 8; // short enough that a stroke on the pad is answered at once
// Every report costs the page a frame, and with all cores at work the training waits for it: no more than the eye needs. New
// points wait for the next one, as a report of their own would be a frame more.
const REPORT_MS = 250;
const SPARING_REPORT_MS = 400;
const AWAITED_POINTS = 2; // before training and after the first epoch: told of at once, as somebody waits to see it learn
const FIRST_FLOPS = 1e8; // a slice's work until its speed has been measured
const FEWEST_FLOPS = 1e6;
const MOST_FLOPS = 4.5e8; // 30 ms on a slow machine
const NEVER = Number.MAX_SAFE_INTEGER;

/**
 * @typedef {object} TrainLoopOptions
 * @property {Session} session
 * @property {(report: RunReport) => void} report called with news four times a second, two or three times when no core is left
 *   for the page, with the first two points, and when a run comes to rest
 * @property {() => boolean} leavesCore whether a core is left for the page
 * @property {() => number} now milliseconds
 * @property {(task: () => void) => void} schedule runs the task soon, after pending messages
 */

export class TrainLoop {
  #options;
  /** The current run, and the one that can be brought back: number and seconds of work. Number 0: there is none. */
  #run = { number: 0, seconds: 0 };
  #replacedRun = { number: 0, seconds: 0 };
  #running = false;
  #scheduled = false;
  #stopAtStep = NEVER;
  #flops = FIRST_FLOPS;
  #pointsSent = 0;
  #epochsSent = 0; // of the insides
  #bestWasBack = false;
  #lastReport = 0;

  /** @param {TrainLoopOptions} options */
  constructor(options) {
    this.#options = options;
  }

  /**
   * Has the session make another run, which is at rest. The session keeps the one before if it has made a step.
   * @param {number} number of the new run
   * @param {() => import('../../wasm/ffnn.js').Outcome<Progress>} create
   * @param {number} [seconds] of work that it has taken already
   * @returns {RunReport}
   */
  replaceRun(number, create, seconds = 0) {
    const { session } = this.#options;
    const keeps = this.#run.number > 0 && unwrap(session.progress()).step > 0;
    unwrap(create());
    if (keeps) {
      this.#replacedRun = this.#run;
    }
    return this.#adopt({ number, seconds });
  }

  /**
   * The replaced run and the present one change places; neither runs.
   * @returns {RunReport}
   */
  bringBack() {
    unwrap(this.#options.session.bringBack());
    const back = this.#replacedRun;
    this.#replacedRun = this.#run;
    return this.#adopt(back);
  }

  /** @param {{ number: number, seconds: number }} run that the session has now */
  #adopt(run) {
    this.#running = false;
    this.#run = run;
    this.#pointsSent = 0;
    this.#epochsSent = 0;
    this.#bestWasBack = false;
    return this.currentReport();
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

  get running() {
    return this.#running;
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
    const { seconds } = this.#run;
    const firstPoint = this.#pointsSent;
    const points = unwrap(session.curve(firstPoint));
    const firstInsides = this.#epochsSent;
    const insides = unwrap(session.insides(firstInsides));
    const hasNews = points.length > 0 || progress.bestIsBack !== this.#bestWasBack;
    this.#pointsSent = progress.curvePoints;
    this.#epochsSent = insides.length > 0 ? progress.keptEpoch : firstInsides;
    this.#bestWasBack = progress.bestIsBack;
    this.#lastReport = this.#options.now();
    return {
      run: this.#run.number,
      replacedRun: this.#replacedRun.number,
      running: this.#running,
      progress,
      seconds,
      imagesPerSecond: seconds > 0 ? progress.imagesSeen / seconds : 0,
      firstPoint,
      points,
      confusion: hasNews ? unwrap(session.testConfusion()) : undefined,
      verdict: hasNews ? unwrap(session.verdict()) : undefined,
      firstInsides,
      insides,
      testScores: !this.#running && progress.state !== 'training' ? unwrap(session.lastTestScores()) : undefined,
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
    const { session, now, report, leavesCore } = this.#options;
    const started = now();
    const progress = unwrap(session.advance(this.#flops, this.#stopAtStep));
    const elapsed = now() - started;
    this.#run.seconds += elapsed / 1000;
    this.#adaptSlice(elapsed);
    const atRest = progress.state !== 'training' || (progress.step >= this.#stopAtStep && !progress.evaluating);
    this.#running = !atRest;
    const isAwaited = this.#pointsSent < AWAITED_POINTS && progress.curvePoints > this.#pointsSent;
    if (atRest || isAwaited || now() - this.#lastReport >= (leavesCore() ? REPORT_MS : SPARING_REPORT_MS)) {
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
