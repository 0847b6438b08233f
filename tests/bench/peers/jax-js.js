// jax-js on WebAssembly: loss, gradient and update compiled into one function.

import { blockUntilReady, defaultDevice, init, jit, nn, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { compete, cycle, firstWeights, WIDTHS } from './measure.js';

const STEPS_QUEUED = 8; // its manual wants waits now and then; one a step is a little slower
const [INPUTS = 0, ...OUTPUTS] = WIDTHS;
const CLASSES = /** @type {number} */ (OUTPUTS.at(-1));

function makeLayers() {
  return OUTPUTS.map((outputs, layer) => {
    const inputs = WIDTHS[layer] ?? 0;
    return {
      weights: np.array(firstWeights(inputs, outputs)).reshape([inputs, outputs]),
      biases: np.zeros([outputs]),
    };
  });
}

/** @param {any[]} layers @param {any} x @param {any} y one-hot rows */
function lossOf(layers, x, y) {
  const images = y.shape[0];
  const logits = layers.reduce((input, { weights, biases }, layer) => {
    const z = np.dot(input, weights).add(biases);
    return layer < layers.length - 1 ? nn.relu(z) : z;
  }, x);
  return nn
    .logSoftmax(logits)
    .mul(y)
    .sum()
    .mul(-1 / images);
}

/** Layers, x and y → the loss before the step, and the layers after it. @param {number} learningRate @returns {any} */
function compileStep(learningRate) {
  const descend = (/** @type {any} */ parameter, /** @type {any} */ gradient) =>
    parameter.sub(gradient.mul(learningRate));
  return jit((/** @type {any} */ layers, /** @type {any} */ x, /** @type {any} */ y) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(layers), x, y);
    return [loss, tree.map(descend, layers, gradients)];
  });
}

compete(async (batches, { learningRate }) => {
  await init('wasm');
  defaultDevice('wasm');
  const makeStep = compileStep(learningRate);
  let layers = makeLayers();
  const nextBatch = cycle(
    batches.map(({ pixels, labels }) => ({
      x: np.array(pixels).reshape([labels.length, INPUTS]),
      y: nn.oneHot(np.array(Int32Array.from(labels), { dtype: np.int32 }), CLASSES),
    })),
  );
  return async (steps) => {
    for (let step = 1; ; ++step) {
      const { x, y } = nextBatch();
      const [loss, next] = makeStep(layers, x.ref, y.ref);
      layers = next;
      if (step % STEPS_QUEUED === 0 || step === steps) {
        await blockUntilReady(layers);
      }
      if (step === steps) {
        return (await loss.data())[0];
      }
      loss.dispose();
    }
  };
});
