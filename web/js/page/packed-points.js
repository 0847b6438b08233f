// The curves of a run as flat numbers: as the module reports them, and as the database copies them fastest. Pure.

/** @typedef {import('./run.js').Point} Point */
/** @typedef {import('./run.js').LayerInsides} LayerInsides */

const NUMBERS_PER_POINT = 7;
const NUMBERS_PER_LAYER = 3;

/** @param {Float64Array} numbers @returns {Point[]} */
export function readPoints(numbers) {
  const points = [];
  const at = (/** @type {number} */ i) => /** @type {number} */ (numbers[i]);
  for (let i = 0; i < numbers.length; i += NUMBERS_PER_POINT) {
    points.push({
      epoch: at(i),
      trainLoss: at(i + 1),
      trainAccuracy: at(i + 2),
      testLoss: at(i + 3),
      testAccuracy: at(i + 4),
      validationLoss: at(i + 5),
      validationAccuracy: at(i + 6),
    });
  }
  return points;
}

/** @param {Point[]} points */
export const writePoints = (points) =>
  Float64Array.from(
    points.flatMap((point) => [
      point.epoch,
      point.trainLoss,
      point.trainAccuracy,
      point.testLoss,
      point.testAccuracy,
      point.validationLoss,
      point.validationAccuracy,
    ]),
  );

/**
 * @param {Float64Array} numbers
 * @param {number} layers a network's, the output layer included
 * @returns {LayerInsides[][]} of each epoch
 */
export function readInsides(numbers, layers) {
  /** @type {LayerInsides[][]} */
  const epochs = [];
  const at = (/** @type {number} */ i) => /** @type {number} */ (numbers[i]);
  for (let i = 0; i < numbers.length; i += NUMBERS_PER_LAYER) {
    if ((i / NUMBERS_PER_LAYER) % layers === 0) {
      epochs.push([]);
    }
    epochs.at(-1)?.push({ gradientNorm: at(i), updateRatio: at(i + 1), flatShare: at(i + 2) });
  }
  return epochs;
}

/** @param {LayerInsides[][]} epochs */
export const writeInsides = (epochs) =>
  Float64Array.from(
    epochs.flatMap((layers) => layers.flatMap((layer) => [layer.gradientNorm, layer.updateRatio, layer.flatShare])),
  );
