import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeSettings, DEFAULT_TEXTS } from '../../web/js/settings.js';
import {
  forwardOperations,
  layerSizes,
  parameterCount,
  runSeconds,
  trainingOperations,
} from '../../web/js/network-costs.js';

test('the report’s network: its layers, parameters and operations', () => {
  assert.deepEqual(layerSizes([392, 128]), [
    { inputs: 784, outputs: 392 },
    { inputs: 392, outputs: 128 },
    { inputs: 128, outputs: 10 },
  ]);
  assert.equal(parameterCount([392, 128]), 784 * 392 + 392 + 392 * 128 + 128 + 128 * 10 + 10);
  assert.equal(forwardOperations([392, 128]), 2 * (784 * 392 + 392 * 128 + 128 * 10));
  assert.equal(trainingOperations([392, 128]), 4 * 784 * 392 + 6 * (392 * 128 + 128 * 10));
  assert.equal(parameterCount([]), 7850);
  assert.equal(trainingOperations([]), 4 * 7840);
});

test('the time of a run is that of its images and of measuring its points', () => {
  const settings = completeSettings({ ...DEFAULT_TEXTS, hidden: '', epochs: '5' }) ?? assert.fail('complete');
  // No hidden layer: measuring an image is half of training on it.
  assert.equal(runSeconds(settings, 1000), (5 * 10_000 + 6 * 20_000 * 0.5) / 1000);
  const all = { ...settings, trainImages: 60_000, epochs: 1 };
  assert.equal(runSeconds(all, 1000), (60_000 + 7 * 20_000 * 0.5) / 1000); // a point every 10,000 images at first
  const split = { ...settings, validationShare: 0.2, epochs: 1 };
  assert.equal(runSeconds(split, 1000), (8000 + 2 * (8000 + 2000 + 10_000) * 0.5) / 1000);
});
