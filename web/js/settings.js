// The settings of a run: names, units, ranges, and how text becomes a value. Pure; the form, and whatever else brings
// settings from outside, read them here, and the core checks them again.

/** @typedef {import('../wasm/ffnn.js').TrainingConfig} Settings */
/** @typedef {keyof Settings} SettingName */
/** @typedef {Record<SettingName, string>} SettingTexts  what stands in the fields */
/** @typedef {Partial<Record<SettingName, string>>} SettingErrors  a sentence a field */

export const LIMITS = Object.freeze({
  hiddenLayers: 6,
  width: 2048,
  parameters: 8_000_000,
  learningRate: 100,
  batchSize: 4096,
  epochs: 10_000,
  seed: 4_294_967_295,
});

const INPUTS = 784;
const CLASSES = 10;
// The smallest rate that is not zero, or nearly, in the 32-bit numbers that training uses.
const SMALLEST_RATE = 1.2e-38;

/** @type {SettingTexts} */
export const DEFAULT_TEXTS = Object.freeze({
  trainImages: '10000',
  hidden: '392, 128',
  activation: 'relu',
  learningRate: '0.1',
  batchSize: '100',
  epochs: '10',
  seed: '1',
  gradient: 'exact',
});

/** The label of each field, as the page and its messages write it. @type {Record<SettingName, string>} */
export const SETTING_LABELS = Object.freeze({
  trainImages: 'Training images',
  hidden: 'Hidden layers',
  activation: 'Activation',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  epochs: 'Epochs',
  seed: 'Seed',
  gradient: 'Gradient',
});

export const ACTIVATIONS = Object.freeze({ relu: 'ReLU', sigmoid: 'Sigmoid' });
export const GRADIENTS = Object.freeze({ exact: 'Exact', report: 'As in the report' });

/** @param {number} value */
export function formatCount(value) {
  return value.toLocaleString('en-US');
}

/** A problem with one field; its message is a sentence without the field's name. */
class SettingError extends Error {}

/**
 * @param {string} text
 * @param {number} low
 * @param {number} high
 */
function wholeNumber(text, low, high) {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (!/^\d{1,12}$/.test(trimmed) || value < low || value > high) {
    throw new SettingError(`must be a whole number from ${formatCount(low)} to ${formatCount(high)}.`);
  }
  return value;
}

/** @param {string} text */
function learningRate(text) {
  const trimmed = text.trim();
  const value = Number(trimmed);
  // Plain decimal notation only: Number() alone would also take "", "0x10" and "Infinity".
  if (!/^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(trimmed) || value < SMALLEST_RATE || value > LIMITS.learningRate) {
    throw new SettingError(`must be a number above 0 and at most ${LIMITS.learningRate}, such as 0.1.`);
  }
  return value;
}

/** @param {string} text */
function hiddenWidths(text) {
  if (text.trim() === '') {
    return [];
  }
  const widths = text.split(/[,;\s]+/).filter((part) => part !== '');
  if (widths.length > LIMITS.hiddenLayers) {
    throw new SettingError(`can be at most ${LIMITS.hiddenLayers}; there are ${widths.length}.`);
  }
  const values = widths.map((part) => {
    const value = Number(part);
    if (!/^\d{1,6}$/.test(part) || value < 1 || value > LIMITS.width) {
      const shown = part.slice(0, 20);
      throw new SettingError(
        `must be widths from 1 to ${formatCount(LIMITS.width)}, such as 392, 128; “${shown}” is not.`,
      );
    }
    return value;
  });
  const parameters = parameterCount(values);
  if (parameters > LIMITS.parameters) {
    throw new SettingError(
      `would make ${formatCount(parameters)} parameters; at most ${formatCount(LIMITS.parameters)} are allowed.`,
    );
  }
  return values;
}

/**
 * @param {Record<string, string>} choices
 * @param {string} text
 */
function choice(choices, text) {
  if (!Object.hasOwn(choices, text)) {
    throw new SettingError(`must be one of ${Object.values(choices).join(', ')}.`);
  }
  return text;
}

/** @type {{ [Name in SettingName]: (text: string) => Settings[Name] }} */
const READERS = {
  trainImages: (text) => wholeNumber(text, 1, 60_000),
  hidden: hiddenWidths,
  activation: (text) => choice(ACTIVATIONS, text),
  learningRate,
  batchSize: (text) => wholeNumber(text, 1, LIMITS.batchSize),
  epochs: (text) => wholeNumber(text, 1, LIMITS.epochs),
  seed: (text) => wholeNumber(text, 0, LIMITS.seed),
  gradient: (text) => choice(GRADIENTS, text),
};

const NAMES = /** @type {SettingName[]} */ (Object.keys(READERS));

/**
 * Reads every field. Errors hold one sentence for each field that cannot be used; without any, settings is whole.
 * @param {SettingTexts} texts
 * @returns {{ settings: Partial<Settings>, errors: SettingErrors }}
 */
export function readSettings(texts) {
  /** @type {Record<string, unknown>} */
  const settings = {};
  /** @type {SettingErrors} */
  const errors = {};
  for (const name of NAMES) {
    try {
      settings[name] = READERS[name](texts[name]);
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
  return NAMES.filter((name) => name !== 'epochs' && String(a[name]) !== String(b[name]));
}

/**
 * Weights and biases of a network with these hidden layers.
 * @param {number[]} hidden
 */
export function parameterCount(hidden) {
  const widths = [INPUTS, ...hidden, CLASSES];
  return widths.slice(1).reduce((sum, width, l) => sum + /** @type {number} */ (widths[l] + 1) * width, 0);
}

/**
 * A run's settings in one line.
 * @param {Settings} settings
 */
export function describeSettings(settings) {
  const network = ['784', ...settings.hidden, '10'].join('-');
  const activation = ACTIVATIONS[/** @type {keyof typeof ACTIVATIONS} */ (settings.activation)];
  const gradient = settings.gradient === 'exact' ? '' : ', the report’s gradient';
  return `${network} ${activation}, rate ${settings.learningRate}, batch ${settings.batchSize}, ${formatCount(
    settings.trainImages,
  )} images, seed ${settings.seed}${gradient}`;
}
