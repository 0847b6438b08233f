// TensorFlow.js on one of its backends, with its own optimizer and loss. The batches lie on the device from the start.

import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { compete, cycle, firstWeights, WIDTHS } from './measure.js';

const [INPUTS = 0, ...OUTPUTS] = WIDTHS;
const CLASSES = OUTPUTS.at(-1);

/** @param {string} name */
async function chooseBackend(name) {
  setWasmPaths(new URL('./', import.meta.url).href); // which binary it takes, with threads or not, is its own choice
  if (!(await tf.setBackend(name)) || tf.getBackend() !== name) {
    throw new Error(`TensorFlow.js has no ${name} backend here`);
  }
  await tf.ready();
}

function makeLayers() {
  return OUTPUTS.map((outputs, layer) => {
    const inputs = WIDTHS[layer] ?? 0;
    return {
      weights: tf.variable(tf.tensor2d(firstWeights(inputs, outputs), [inputs, outputs])),
      biases: tf.variable(tf.zeros([outputs])),
    };
  });
}

compete(async (batches, { learningRate, backend = '' }) => {
  await chooseBackend(backend);
  const layers = makeLayers();
  const nextBatch = cycle(
    batches.map(({ pixels, labels }) => ({
      x: tf.tensor2d(pixels, [labels.length, INPUTS]),
      y: tf.tidy(() => tf.cast(tf.oneHot(tf.tensor1d(Int32Array.from(labels), 'int32'), CLASSES), 'float32')),
    })),
  );
  const optimizer = tf.train.sgd(learningRate);
  /** @param {any} x @param {any} y */
  const lossOf = (x, y) => {
    const logits = layers.reduce((input, { weights, biases }, layer) => {
      const z = tf.add(tf.matMul(input, weights), biases);
      return layer < layers.length - 1 ? tf.relu(z) : z;
    }, x);
    return tf.losses.softmaxCrossEntropy(y, logits);
  };
  return async (steps) => {
    for (let step = 1; ; ++step) {
      const { x, y } = nextBatch();
      const loss = optimizer.minimize(() => lossOf(x, y), step === steps);
      if (loss) {
        const [value] = await loss.data();
        await Promise.all(layers.map(({ weights }) => weights.data())); // the update comes after the loss
        loss.dispose();
        return value;
      }
    }
  };
});
