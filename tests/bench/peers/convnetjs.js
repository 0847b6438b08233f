// ConvNetJS: plain JavaScript, one image at a time.

import { Net, Trainer, Vol } from 'convnetjs';
import { compete, cycle, WIDTHS } from './measure.js';

/** @typedef {import('./measure.js').Batch} Batch */

const [INPUTS = 0, ...REST] = WIDTHS;
const CLASSES = REST.pop();

/** @param {Batch} batch */
function volumesOf({ pixels, labels }) {
  return Array.from(labels, (label, row) => {
    const volume = new Vol(1, 1, INPUTS, 0);
    volume.w.set(pixels.subarray(row * INPUTS, (row + 1) * INPUTS));
    return { volume, label };
  });
}

compete((batches, { learningRate, batchSize }) => {
  const net = new Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: INPUTS },
    ...REST.map((width) => ({ type: 'fc', num_neurons: width, activation: 'relu' })),
    { type: 'softmax', num_classes: CLASSES },
  ]);
  const trainer = new Trainer(net, {
    method: 'sgd',
    momentum: 0,
    learning_rate: learningRate,
    batch_size: batchSize,
  });
  const nextBatch = cycle(batches.map(volumesOf));
  return (steps) => {
    let loss = 0;
    for (let step = 0; step < steps; ++step) {
      for (const { volume, label } of nextBatch()) {
        loss += trainer.train(volume, label).loss;
      }
    }
    return loss / (steps * batchSize);
  };
});
