// The settings of a run: names, choices, defaults and ranges, in one table. Pure; the form, and whatever else brings
// settings from outside, read them here, and the core checks them again.

import {
  aboveZero,
  belowOne,
  choiceOf,
  formatCount,
  fromZero,
  hiddenWidths,
  LIMITS,
  percentage,
  SettingError,
  wholeNumber,
  yesOrNo,
} from './setting-readers.js';

/** @typedef {import('../wasm/ffnn.js').TrainingConfig} Settings */
/** @typedef {keyof Settings} SettingName */
/** @typedef {Record<SettingName, string>} SettingTexts  what stands in the fields */
/** @typedef {Partial<Record<SettingName, string>>} SettingErrors  a sentence a field */

const ACTIVATIONS = Object.freeze({
  relu: 'ReLU',
  'leaky-relu': 'Leaky ReLU',
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  gelu: 'GELU',
});
const YES_NO = Object.freeze({ no: 'No', yes: 'Yes' });

/** What the fields with a list to choose from offer. @type {Partial<Record<SettingName, Record<string, string>>>} */
export const CHOICES = Object.freeze({
  inputScaling: { unit: '0 to 1', standardized: 'Standardised' },
  mirror: YES_NO,
  shuffledLabels: YES_NO,
  activation: ACTIVATIONS,
  initialization: {
    automatic: 'Automatic',
    'he-normal': 'He normal',
    'he-uniform': 'He uniform',
    'glorot-normal': 'Glorot normal',
    'glorot-uniform': 'Glorot uniform',
    'lecun-normal': 'LeCun normal',
    'lecun-uniform': 'LeCun uniform',
    normal: 'Normal',
  },
  gradient: { exact: 'Exact', report: 'As in the report' },
  optimizer: { sgd: 'SGD', momentum: 'Momentum', nesterov: 'Nesterov', adam: 'Adam', adamw: 'AdamW' },
  schedule: { constant: 'Constant', step: 'Steps', cosine: 'Cosine', 'one-cycle': 'One cycle' },
  restoreBest: YES_NO,
});

const choice = (/** @type {SettingName} */ name) => choiceOf(/** @type {Record<string, string>} */ (CHOICES[name]));

/**
 * Each setting: the label that the page and its messages write, the text that its field starts with, how that is read, and
 * when it has any effect (always, if left out).
 * @type {{ [Name in SettingName]: { label: string, text: string, read: (text: string) => Settings[Name],
 *   counts?: (texts: SettingTexts) => boolean } }}
 */
const FIELDS = {
  trainImages: { label: 'Training images', text: '10000', read: wholeNumber(1, 60_000) },
  hidden: { label: 'Hidden layers', text: '392, 128', read: hiddenWidths },
  activation: { label: 'Activation', text: 'relu', read: choice('activation') },
  learningRate: { label: 'Learning rate', text: '0.1', read: aboveZero(100, '0.1') },
  batchSize: { label: 'Batch size', text: '100', read: wholeNumber(1, LIMITS.batchSize) },
  epochs: { label: 'Epochs', text: '10', read: wholeNumber(1, LIMITS.epochs) },
  inputScaling: { label: 'Input scaling', text: 'unit', read: choice('inputScaling') },
  validationShare: { label: 'Validation part, %', text: '0', read: percentage(50) },
  drawnShare: { label: 'Recognise drawings, %', text: '0', read: percentage(90) },
  photoShare: { label: 'Recognise photos, %', text: '0', read: percentage(90) },
  mirror: { label: 'Mirror images', text: 'no', read: yesOrNo(YES_NO) },
  shuffledLabels: { label: 'Shuffle labels', text: 'no', read: yesOrNo(YES_NO) },
  initialization: { label: 'First weights', text: 'automatic', read: choice('initialization') },
  initialDeviation: {
    label: 'Weight deviation',
    text: '0.05',
    read: aboveZero(10, '0.05'),
    counts: (texts) => texts.initialization === 'normal',
  },
  seed: { label: 'Seed', text: '1', read: wholeNumber(0, LIMITS.seed) },
  gradient: { label: 'Gradient', text: 'exact', read: choice('gradient') },
  optimizer: { label: 'Optimizer', text: 'sgd', read: choice('optimizer') },
  momentum: {
    label: 'Momentum',
    text: '0.9',
    read: belowOne,
    counts: ({ optimizer }) => optimizer === 'momentum' || optimizer === 'nesterov',
  },
  beta1: { label: 'Beta 1', text: '0.9', read: belowOne, counts: ({ optimizer }) => isAdam(optimizer) },
  beta2: { label: 'Beta 2', text: '0.999', read: belowOne, counts: ({ optimizer }) => isAdam(optimizer) },
  schedule: { label: 'Schedule', text: 'constant', read: choice('schedule') },
  stepEpochs: {
    label: 'Epochs a step',
    text: '10',
    read: wholeNumber(1, LIMITS.epochs),
    counts: ({ schedule }) => schedule === 'step',
  },
  stepFactor: {
    label: 'Step factor',
    text: '0.1',
    read: aboveZero(1, '0.1'),
    counts: ({ schedule }) => schedule === 'step',
  },
  warmUpEpochs: { label: 'Warm-up', text: '0', read: fromZero(LIMITS.epochs) },
  weightDecay: { label: 'Weight decay', text: '0', read: fromZero(1) },
  dropout: { label: 'Dropout', text: '0', read: fromZero(0.9) },
  labelSmoothing: { label: 'Label smoothing', text: '0', read: fromZero(0.9) },
  clipNorm: { label: 'Gradient clipping', text: '0', read: fromZero(1e6) },
  patience: {
    label: 'Patience',
    text: '0',
    read: wholeNumber(0, LIMITS.epochs),
    counts: ({ validationShare }) => Number(validationShare) > 0,
  },
  restoreBest: {
    label: 'Keep the best',
    text: 'no',
    read: yesOrNo(YES_NO),
    counts: ({ validationShare }) => Number(validationShare) > 0,
  },
};

/** @param {string} optimizer */
const isAdam = (optimizer) => optimizer === 'adam' || optimizer === 'adamw';

export const SETTING_NAMES = /** @type {SettingName[]} */ (Object.keys(FIELDS));

/** @param {(name: SettingName) => string} pick */
const eachName = (pick) =>
  Object.freeze(/** @type {SettingTexts} */ (Object.fromEntries(SETTING_NAMES.map((name) => [name, pick(name)]))));

export const DEFAULT_TEXTS = eachName((name) => FIELDS[name].text);

/** The label of each field, as the page and its messages write it. */
export const SETTING_LABELS = eachName((name) => FIELDS[name].label);

/**
 * Whether a field has any effect beside the others.
 * @param {SettingName} name
 * @param {SettingTexts} texts
 */
export function settingCounts(name, texts) {
  return FIELDS[name].counts?.(texts) ?? true;
}

/**
 * Reads every field; one without effect counts as its default, whatever stands in it. Errors hold one sentence for each
 * field that cannot be used; without any, settings is whole.
 * @param {SettingTexts} texts
 * @returns {{ settings: Partial<Settings>, errors: SettingErrors }}
 */
export function readSettings(texts) {
  /** @type {Record<string, unknown>} */
  const settings = {};
  /** @type {SettingErrors} */
  const errors = {};
  for (const name of SETTING_NAMES) {
    try {
      settings[name] = FIELDS[name].read(settingCounts(name, texts) ? texts[name] : DEFAULT_TEXTS[name]);
    } catch (error) {
      if (!(error instanceof SettingError)) {
        throw error;
      }
      errors[name] = `${SETTING_LABELS[name]} ${error.message}`;
    }
  }
  return { settings, errors };
}

/**
 * All settings, or nothing if a field cannot be used.
 * @param {SettingTexts} texts
 * @returns {Settings | undefined}
 */
export function completeSettings(texts) {
  const { settings, errors } = readSettings(texts);
  return Object.keys(errors).length === 0 ? /** @type {Settings} */ (settings) : undefined;
}

/**
 * Settings that a change applies to the next run only: those in which two runs differ, epochs aside.
 * @param {Settings} a
 * @param {Settings} b
 * @returns {SettingName[]}
 */
export function differingSettings(a, b) {
  return SETTING_NAMES.filter((name) => name !== 'epochs' && String(a[name]) !== String(b[name]));
}

/** How a setting beyond the report's reads in a list, where it is not the default. @type {Partial<Record<SettingName, (settings: Settings) => string>>} */
const PHRASES = {
  validationShare: ({ validationShare }) => `${perCent(validationShare)}\u00a0% set aside`,
  photoShare: ({ photoShare }) => `${perCent(photoShare)}\u00a0% like photos`,
  drawnShare: ({ drawnShare }) => `${perCent(drawnShare)}\u00a0% drawings`,
  mirror: () => 'mirrored',
  shuffledLabels: () => 'labels shuffled',
  initialization: ({ initialization }) => `${chosen('initialization', initialization)} weights`,
  gradient: () => 'the report’s gradient',
  optimizer: ({ optimizer }) => chosen('optimizer', optimizer),
  schedule: ({ schedule }) => chosen('schedule', schedule).toLowerCase(),
  restoreBest: () => 'best kept',
};

/** @param {number} share */
const perCent = (share) => Number((share * 100).toFixed(2));

/** @param {SettingName} name @param {string} value */
const chosen = (name, value) => CHOICES[name]?.[value] ?? value;

const ALWAYS_DESCRIBED = new Set(
  /** @type {SettingName[]} */ ([
    'trainImages',
    'hidden',
    'activation',
    'learningRate',
    'batchSize',
    'epochs',
    'inputScaling',
    'seed',
  ]),
);
/** What the form starts with. */
export const DEFAULT_SETTINGS = Object.freeze(/** @type {Settings} */ (completeSettings(DEFAULT_TEXTS)));

/**
 * A run's settings in one line: the report's always, the others where they are not the default.
 * @param {Settings} settings
 */
export function describeSettings(settings) {
  const network = ['784', ...settings.hidden, '10'].join('-');
  const others = differingSettings(settings, DEFAULT_SETTINGS)
    .filter((name) => !ALWAYS_DESCRIBED.has(name))
    .map((name) => PHRASES[name]?.(settings) ?? `${SETTING_LABELS[name].toLowerCase()} ${settings[name]}`);
  return [
    `${network} ${chosen('activation', settings.activation)}`,
    `rate ${settings.learningRate}`,
    `batch ${settings.batchSize}`,
    `${formatCount(settings.trainImages)} images`,
    settings.inputScaling === 'unit' ? 'inputs 0 to 1' : 'standardised inputs',
    ...others,
    `seed ${settings.seed}`,
  ].join(', ');
}
