// One run as the page knows it: its settings, where it stands, and its curves. Pure.

/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../protocol.js').RunReport} RunReport */
/** @typedef {import('../protocol.js').Progress} Progress */

/** @typedef {{ epoch: number, trainLoss: number, trainAccuracy: number, testLoss: number, testAccuracy: number }} Point */

/**
 * number: which of the visit's runs. points: of the curves, oldest first. lost: its weights went with a worker.
 * @typedef {{
 *   number: number, settings: Settings, running: boolean, progress: Progress | undefined, seconds: number,
 *   imagesPerSecond: number, points: Point[], confusion: Float64Array | undefined, lost: boolean,
 * }} Run
 */

/**
 * A run in one row of a table. best: the point with the highest test accuracy, the first if there are several.
 * @typedef {{ number: number, settings: Settings, status: RunStatus, seconds: number, epochs: number,
 *   best: Point, last: Point }} RunSummary
 */

/** @typedef {'running' | 'paused' | 'finished' | 'diverged' | 'lost'} RunStatus */

const NUMBERS_PER_POINT = 5;

/**
 * @param {number} number
 * @param {Settings} settings
 * @returns {Run}
 */
export function emptyRun(number, settings) {
  return {
    number,
    settings,
    running: false,
    progress: undefined,
    seconds: 0,
    imagesPerSecond: 0,
    points: [],
    confusion: undefined,
    lost: false,
  };
}

/** @param {Float64Array} numbers @returns {Point[]} */
function readPoints(numbers) {
  const points = [];
  for (let i = 0; i < numbers.length; i += NUMBERS_PER_POINT) {
    const [epoch, trainLoss, trainAccuracy, testLoss, testAccuracy] =
      /** @type {[number, number, number, number, number]} */ ([...numbers.subarray(i, i + NUMBERS_PER_POINT)]);
    points.push({ epoch, trainLoss, trainAccuracy, testLoss, testAccuracy });
  }
  return points;
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
 * Whether the network has learned nothing: it has made no step, or diverged back to its start.
 * @param {Run} run
 */
export function isUntrained({ progress }) {
  const { step = 0, state, keptEpoch = 0 } = progress ?? {};
  return step === 0 || (state === 'diverged' && keptEpoch === 0);
}

/**
 * The point with the highest test accuracy, the first of several.
 * @param {Point[]} points at least one
 */
export function bestPoint(points) {
  return points.reduce((best, point) => (point.testAccuracy > best.testAccuracy ? point : best));
}

/**
 * @param {Run} run with at least one point
 * @returns {RunSummary}
 */
export function summarize(run) {
  return {
    number: run.number,
    settings: run.settings,
    status: runStatus(run),
    seconds: run.seconds,
    epochs: run.progress?.epochsDone ?? 0,
    best: bestPoint(run.points),
    last: /** @type {Point} */ (run.points.at(-1)),
  };
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
