// One run as the page knows it: its settings, where it stands, and its curves. Pure.

import { readInsides, readPoints } from './packed-points.js';

/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../protocol.js').RunReport} RunReport */
/** @typedef {import('../protocol.js').Progress} Progress */

/** @typedef {import('../../wasm/ffnn.js').Verdict} Verdict */

/**
 * A point of the curves. Validation: NaN without a validation part.
 * @typedef {{ epoch: number, trainLoss: number, trainAccuracy: number, testLoss: number, testAccuracy: number,
 *   validationLoss: number, validationAccuracy: number }} Point
 */
/** See core/include/ffnn/insides.h. @typedef {{ gradientNorm: number, updateRatio: number, flatShare: number }} LayerInsides */

/**
 * id: of the run in the notebook; createdAt: milliseconds since 1970. number: which of the visit's runs. points: of the curves, oldest first. insides: for each whole
 * epoch, its layers from the input side. lost: its weights went with a worker
 * or with a visit; elsewhere: that visit goes on in another window.
 * @typedef {{
 *   id: string, createdAt: number, number: number, settings: Settings, running: boolean, progress: Progress | undefined, seconds: number,
 *   imagesPerSecond: number, points: Point[], confusion: Float64Array | undefined,
 *   insides: LayerInsides[][], verdict: Verdict | undefined, lost: boolean,
 *   elsewhere?: boolean,
 * }} Run
 */

/** @typedef {'running' | 'paused' | 'finished' | 'stopped' | 'diverged' | 'lost'} RunStatus */

/**
 * @param {{ id: string, createdAt: number, number: number, settings: Settings }} run
 * @returns {Run}
 */
export function emptyRun({ id, createdAt, number, settings }) {
  return {
    id,
    createdAt,
    number,
    settings,
    running: false,
    progress: undefined,
    seconds: 0,
    imagesPerSecond: 0,
    points: [],
    confusion: undefined,
    insides: [],
    verdict: undefined,
    lost: false,
  };
}

/**
 * @param {Run} run
 * @param {RunReport} report
 * @returns {Run}
 */
export function addReport(run, report) {
  const points =
    report.points.length > 0 ? [...run.points.slice(0, report.firstPoint), ...readPoints(report.points)] : run.points;
  return {
    ...run,
    settings:
      run.settings.epochs === report.progress.epochs
        ? run.settings
        : { ...run.settings, epochs: report.progress.epochs },
    running: report.running,
    progress: report.progress,
    seconds: report.seconds,
    imagesPerSecond: report.imagesPerSecond,
    points,
    confusion: report.confusion ?? run.confusion,
    insides:
      report.insides.length > 0
        ? [...run.insides.slice(0, report.firstInsides), ...readInsides(report.insides, run.settings.hidden.length + 1)]
        : run.insides,
    verdict: report.verdict ?? run.verdict,
  };
}

/** @param {Run} run @returns {RunStatus} */
export function runStatus(run) {
  if (run.lost) {
    return 'lost';
  }
  if (run.running) {
    return 'running';
  }
  const state = run.progress?.state;
  return state === undefined || state === 'training' ? 'paused' : state;
}

/**
 * What is said of the fit. Nothing of a run that has diverged: it ended at no epoch of its own choosing.
 * @param {Run} run
 */
export const verdictOf = (run) => (runStatus(run) === 'diverged' ? undefined : run.verdict);

/**
 * Whether the network has learned nothing: it has made no step, or diverged back to its start.
 * @param {Run} run
 */
export function isUntrained({ progress }) {
  const { step = 0, state, keptEpoch = 0 } = progress ?? {};
  return step === 0 || (state === 'diverged' && keptEpoch === 0);
}

/** Whether the point has a validation curve's values. @param {Point} point */
export const isValidated = (point) => !Number.isNaN(point.validationLoss);

/**
 * The point with the lowest validation loss, as early stopping chooses; without a validation part the one with the highest
 * test accuracy. The first of several.
 * @param {Point[]} points at least one
 */
export function bestPoint(points) {
  const measure = (/** @type {Point} */ point) => (isValidated(point) ? -point.validationLoss : point.testAccuracy);
  return points.reduce((best, point) => (measure(point) > measure(best) ? point : best));
}

/** The point measured with the weights that the network has now, if any was measured. @param {Run} run */
export function pointInUse({ points, progress }) {
  return progress?.bestIsBack ? points.find(({ epoch }) => epoch === progress.bestEpoch) : points.at(-1);
}

/**
 * Seconds of work left until the run's end, at its speed so far; nothing before that is known.
 * @param {Run} run
 */
export function secondsLeft(run) {
  if (!run.progress || run.imagesPerSecond <= 0) {
    return undefined;
  }
  const { epochs, imagesPerEpoch, imagesSeen } = run.progress;
  return Math.max(0, epochs * imagesPerEpoch - imagesSeen) / run.imagesPerSecond;
}

/**
 * Rows of the table under a chart: whole epochs only, the last 100 of them and every k-th before, at most 200.
 * @param {Point[]} points
 */
export function tableRows(points) {
  const LAST = 100;
  const MOST = 200;
  const whole = points.filter(({ epoch }) => Number.isInteger(epoch));
  const early = whole.slice(0, -LAST);
  const every = Math.max(1, Math.ceil(early.length / (MOST - LAST)));
  return [...early.filter((_, i) => i % every === 0), ...whole.slice(-LAST)];
}
