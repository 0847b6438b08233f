// The network that all contestants train, and its arithmetic as core/src/training_config.cpp counts it.

/** A rate at which batches of one image do not diverge. */
export const BATCH_OF_ONE = { batchSize: 1, learningRate: 0.01 };

const WIDTHS = [784, 392, 128, 10];

/** @param {number[]} widths */
const weightsOf = (widths) => widths.slice(1).reduce((sum, width, layer) => sum + (widths[layer] ?? 0) * width, 0);

/** Floating-point operations of one image's way forward. @param {number[]} [widths] */
export const forwardFlops = (widths = WIDTHS) => 2 * weightsOf(widths);

/** And of its training: forward, weight gradients, all but the first layer's input gradients. @param {number[]} [widths] */
export const trainingFlops = (widths = WIDTHS) => 4 * weightsOf(widths) + 2 * weightsOf(widths.slice(1));
