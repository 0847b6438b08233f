import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  completeSettings,
  DEFAULT_TEXTS,
  describeSettings,
  differingSettings,
  readSettings,
  SETTING_LABELS,
  SETTING_NAMES,
} from '../../web/js/settings.js';
import { parameterCount } from '../../web/js/setting-readers.js';
import { PRESETS, presetOf, presetTexts } from '../../web/js/presets.js';
import { FIRST_SETTINGS, HELP, HINTS, MORE_SETTINGS } from '../../web/js/page/setting-texts.js';

test('the defaults are the report’s network, everything beyond it off', () => {
  assert.deepEqual(completeSettings(DEFAULT_TEXTS), {
    trainImages: 10000,
    inputScaling: 'unit',
    validationShare: 0,
    mirror: false,
    drawnShare: 0,
    photoShare: 0,
    shuffledLabels: false,
    hidden: [392, 128],
    activation: 'relu',
    initialization: 'automatic',
    initialDeviation: 0.05,
    gradient: 'exact',
    learningRate: 0.1,
    schedule: 'constant',
    warmUpEpochs: 0,
    stepEpochs: 10,
    stepFactor: 0.1,
    optimizer: 'sgd',
    momentum: 0.9,
    beta1: 0.9,
    beta2: 0.999,
    weightDecay: 0,
    batchSize: 100,
    epochs: 10,
    dropout: 0,
    labelSmoothing: 0,
    clipNorm: 0,
    patience: 0,
    restoreBest: false,
    seed: 1,
  });
});

/** A form in which every field has an effect. */
const ALL_COUNT = {
  ...DEFAULT_TEXTS,
  initialization: 'normal',
  optimizer: 'momentum',
  schedule: 'step',
  validationShare: '10',
};

const NUMBERS = SETTING_NAMES.filter((name) => /^[\d.]+$/.test(DEFAULT_TEXTS[name]));
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

/** Whether a field takes fractions down to nothing, and so what is nearly nothing. @param {import('../../web/js/settings.js').SettingName} name */
const mayBeNearlyNothing = (name) =>
  ['0', '0.001'].every((text) => readSettings({ ...ALL_COUNT, [name]: text }).errors[name] === undefined);

for (const name of NUMBERS) {
  for (const text of BAD.filter((bad) => bad !== '1e-320' || !mayBeNearlyNothing(name))) {
    test(`${name} refuses “${text}” and names the field`, () => {
      const optimizer = name.startsWith('beta') ? 'adam' : 'momentum';
      const { settings, errors } = readSettings({ ...ALL_COUNT, optimizer, [name]: text });
      assert.ok(errors[name]?.startsWith(`${SETTING_LABELS[name]} must be`), errors[name]);
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
    ['validationShare', '50', true],
    ['validationShare', '50.1', false],
    ['dropout', '0.9', true],
    ['dropout', '0.91', false],
    ['labelSmoothing', '0.9', true],
    ['labelSmoothing', '1', false],
    ['weightDecay', '1', true],
    ['weightDecay', '1.1', false],
    ['clipNorm', '1000000', true],
    ['clipNorm', '1000001', false],
    ['warmUpEpochs', '0.5', true],
    ['warmUpEpochs', '10001', false],
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

test('a field without effect counts as its default, whatever stands in it', () => {
  const texts = { ...DEFAULT_TEXTS, momentum: 'abc', patience: '7', stepFactor: '0.5' };
  assert.deepEqual(completeSettings(texts), completeSettings(DEFAULT_TEXTS));
  assert.match(readSettings({ ...texts, optimizer: 'nesterov' }).errors.momentum ?? '', /^Momentum must be/);
  assert.equal(completeSettings({ ...texts, validationShare: '10' })?.patience, 7);
});

test('a comma for a decimal point is named as what is wrong', () => {
  assert.match(readSettings({ ...DEFAULT_TEXTS, learningRate: '0,1' }).errors.learningRate ?? '', /is a point/);
});

test('every setting is in the form once, with a hint and an explanation', () => {
  const shown = [...FIRST_SETTINGS, ...MORE_SETTINGS.flatMap(({ names }) => names)];
  assert.deepEqual([...shown].sort(), [...SETTING_NAMES].sort());
  for (const name of SETTING_NAMES) {
    assert.ok(HINTS[name] && HELP[name], name);
  }
});

test('every run of a preset is a whole form, and a preset of one run is known again, with any seed', () => {
  for (const [key, preset] of Object.entries(PRESETS)) {
    preset.runs.forEach((_, run) => assert.ok(completeSettings(presetTexts(preset, '42', run)), key));
    const texts = presetTexts(preset, '42');
    assert.equal(texts.seed, '42');
    if (preset.runs.length === 1) {
      assert.equal(presetOf(texts), key);
      // What makes no difference to the run makes none here.
      assert.equal(presetOf({ ...texts, hidden: texts.hidden.replaceAll(' ', ''), stepFactor: '0.5' }), key);
    }
    assert.equal(presetOf({ ...texts, batchSize: '99' }), undefined);
  }
});

test('a run is described by the report’s settings, its inputs, and what else is not the default', () => {
  const defaults = /** @type {any} */ (completeSettings(DEFAULT_TEXTS));
  assert.equal(
    describeSettings(defaults),
    '784-392-128-10 ReLU, rate 0.1, batch 100, 10,000 images, inputs 0 to 1, seed 1',
  );
  const texts = { ...DEFAULT_TEXTS, optimizer: 'adamw', inputScaling: 'standardized', dropout: '0.2', mirror: 'yes' };
  assert.match(
    describeSettings(/** @type {any} */ (completeSettings(texts))),
    /standardised inputs, mirrored, AdamW, dropout 0\.2, seed 1$/,
  );
});
