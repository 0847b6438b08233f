import assert from 'node:assert/strict';
import { test } from 'node:test';
import { significant } from '../../web/js/page/format.js';
import { axisNumber, layerCurves, layerName, quantitiesOf } from '../../web/js/page/layer-curves.js';

const EPOCHS = [1, 2, 3].map((epoch) =>
  [1, 2, 3].map((layer) => ({ gradientNorm: 10 * epoch + layer, updateRatio: 0.001, flatShare: layer / 10 })),
);
const SETTINGS = /** @type {const} */ ({ activation: 'relu', gradient: 'exact', batchSize: 100 });
const quantity = (/** @type {number} */ i) =>
  /** @type {import('../../web/js/page/layer-curves.js').Quantity} */ (quantitiesOf(SETTINGS)[i]);

test('each layer has a curve from the first epoch on, the output layer last', () => {
  const curves = layerCurves(EPOCHS, quantity(0), 100);
  assert.deepEqual(
    curves.map(({ label, colour }) => [label, colour]),
    [
      ['Hidden 1', '--run-1'],
      ['Hidden 2', '--run-2'],
      ['Output', '--run-3'],
    ],
  );
  assert.deepEqual(curves[1]?.epochs, [1, 2, 3]);
  assert.deepEqual(curves[1]?.values, [12, 22, 32]);
  assert.equal(layerName(0, 1), 'Output');
});

test('the output layer has no curve of flat units, and no epoch no curve', () => {
  assert.deepEqual(
    layerCurves(EPOCHS, quantity(2), 100).map(({ label }) => label),
    ['Hidden 1', 'Hidden 2'],
  );
  assert.deepEqual(layerCurves([], quantity(0), 100), []);
});

test('of a long run the first and the last epoch are drawn, and no more points than can be told apart', () => {
  const long = Array.from({ length: 10_000 }, () => EPOCHS[0] ?? []);
  const drawn = layerCurves(long, quantity(1), 50)[0]?.epochs ?? [];
  assert.equal(drawn.length, 50);
  assert.deepEqual([drawn[0], drawn.at(-1)], [1, 10_000]);
});

test('flat units are named after the activation, and the report’s gradient is explained with its batch size', () => {
  assert.equal(quantitiesOf(SETTINGS)[2]?.title, 'Dead units');
  assert.equal(quantitiesOf({ ...SETTINGS, activation: 'tanh' })[2]?.title, 'Saturated units');
  assert.equal(quantitiesOf({ ...SETTINGS, activation: 'gelu' })[2]?.title, 'Units never above 0');
  assert.match(quantitiesOf({ ...SETTINGS, gradient: 'report' })[0]?.see ?? '', /divided by the batch size \(100\)/);
});

test('numbers beside an axis are short', () => {
  assert.deepEqual([0.5, 0.002, 0.0001, 1e-5, 2e-7, 10, 20_000].map(axisNumber), [
    '0.5',
    '0.002',
    '10⁻⁴',
    '10⁻⁵',
    '2·10⁻⁷',
    '10',
    '2·10⁴',
  ]);
});

test('a number in the table has two digits, whatever its size', () => {
  assert.deepEqual([0, 0.00123, 2.34e-7, 20_000, NaN].map(significant), [
    '0',
    '0.0012',
    '2.3 × 10⁻⁷',
    '2.0 × 10⁴',
    '–',
  ]);
});
