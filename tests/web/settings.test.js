import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  completeSettings,
  DEFAULT_TEXTS,
  differingSettings,
  parameterCount,
  readSettings,
} from '../../web/js/settings.js';

test('the defaults are the report’s network', () => {
  assert.deepEqual(completeSettings(DEFAULT_TEXTS), {
    trainImages: 10000,
    hidden: [392, 128],
    activation: 'relu',
    learningRate: 0.1,
    batchSize: 100,
    epochs: 10,
    seed: 1,
    gradient: 'exact',
  });
});

const NUMBERS = /** @type {const} */ (['learningRate', 'batchSize', 'epochs', 'seed', 'trainImages']);
const BAD = [
  '',
  ' ',
  'NaN',
  'Infinity',
  '-Infinity',
  '-0',
  '-1',
  '1e-320',
  '1e999',
  '0x10',
  '1,5',
  '1 000',
  'abc',
  '１',
];

for (const name of NUMBERS) {
  for (const text of BAD) {
    test(`${name} refuses “${text}” and names the field`, () => {
      const { settings, errors } = readSettings({ ...DEFAULT_TEXTS, [name]: text });
      assert.match(errors[name] ?? '', /^(Learning rate|Batch size|Epochs|Seed|Training images) must be/);
      assert.equal(settings[name], undefined);
      assert.deepEqual(Object.keys(errors), [name]);
    });
  }
}

test('the edges of the ranges are taken, one beyond is not', () => {
  /** @type {[import('../../web/js/settings.js').SettingName, string, boolean][]} */
  const cases = [
    ['learningRate', '100', true],
    ['learningRate', '100.1', false],
    ['learningRate', '0', false],
    ['batchSize', '1', true],
    ['batchSize', '4096', true],
    ['batchSize', '4097', false],
    ['batchSize', '1.5', false],
    ['epochs', '10000', true],
    ['epochs', '10001', false],
    ['seed', '0', true],
    ['seed', '4294967295', true],
    ['seed', '4294967296', false],
  ];
  for (const [name, text, good] of cases) {
    assert.equal(completeSettings({ ...DEFAULT_TEXTS, [name]: text }) !== undefined, good, `${name} ${text}`);
  }
});

test('hidden layers: lists are read, impossible ones are refused', () => {
  const hidden = (/** @type {string} */ text) => readSettings({ ...DEFAULT_TEXTS, hidden: text }).settings.hidden;
  assert.deepEqual(hidden(''), []);
  assert.deepEqual(hidden('64'), [64]);
  assert.deepEqual(hidden('392; 128 , 32'), [392, 128, 32]);
  assert.equal(hidden('0'), undefined);
  assert.equal(hidden('2049'), undefined);
  assert.equal(hidden('1,1,1,1,1,1,1'), undefined);
  assert.equal(hidden('64, x'), undefined);
  assert.equal(hidden('2048, 2048, 2048'), undefined);
});

test('parameters are counted with their biases', () => {
  assert.equal(parameterCount([]), 7850);
  assert.equal(parameterCount([392, 128]), 784 * 392 + 392 + 392 * 128 + 128 + 128 * 10 + 10);
});

test('a change of epochs alone is not one for the next run', () => {
  const settings = /** @type {any} */ (completeSettings(DEFAULT_TEXTS));
  assert.deepEqual(differingSettings(settings, { ...settings, epochs: 20 }), []);
  assert.deepEqual(differingSettings(settings, { ...settings, batchSize: 20, hidden: [392] }), ['hidden', 'batchSize']);
});
