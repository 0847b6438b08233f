// What a network costs: parameters, operations, and with a measured speed the time of a run. Pure.

/** @typedef {import('./settings.js').Settings} Settings */

const INPUTS = 784;
const CLASSES = 10;
const TEST_IMAGES = 10_000;
const MOST_EXAMINED = 10_000; // training images at each point of the curves
const IMAGES_PER_POINT = 10_000; // within the first epoch

/**
 * The layers from the input side, the output layer included.
 * @param {number[]} hidden widths
 */
export function layerSizes(hidden) {
  const widths = [INPUTS, ...hidden, CLASSES];
  return widths.slice(1).map((outputs, l) => ({ inputs: /** @type {number} */ (widths[l]), outputs }));
}

/** Weights and biases. @param {number[]} hidden */
export const parameterCount = (hidden) =>
  layerSizes(hidden).reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);

/** Operations to classify an image: a product and a sum for each weight. @param {number[]} hidden */
export const forwardOperations = (hidden) =>
  layerSizes(hidden).reduce((sum, { inputs, outputs }) => sum + 2 * inputs * outputs, 0);

/**
 * Operations to train on an image: forwards, then as many for the gradient of the weights, and as many again for that of each
 * layer's input; the first layer's needs none.
 * @param {number[]} hidden
 */
export function trainingOperations(hidden) {
  const [first] = layerSizes(hidden);
  return 3 * forwardOperations(hidden) - 2 * INPUTS * (first?.outputs ?? CLASSES);
}

/**
 * How long a run will take, measuring included.
 * @param {Settings} settings
 * @param {number} imagesPerSecond of training alone
 */
export function runSeconds({ trainImages, validationShare, hidden, epochs }, imagesPerSecond) {
  const validation = Math.round(trainImages * validationShare);
  const training = trainImages - validation;
  const points = 1 + epochs + Math.floor((training - 1) / IMAGES_PER_POINT);
  const examined = Math.min(MOST_EXAMINED, training) + validation + TEST_IMAGES;
  const share = forwardOperations(hidden) / trainingOperations(hidden);
  return (epochs * training + points * examined * share) / imagesPerSecond;
}
