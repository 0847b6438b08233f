// How the text of a field becomes a value, for each kind of field. Pure; what cannot be used is a SettingError.

export const LIMITS = Object.freeze({
  hiddenLayers: 6,
  width: 2048,
  parameters: 8_000_000,
  batchSize: 4096,
  epochs: 10_000,
  seed: 4_294_967_295,
});

const INPUTS = 784;
const CLASSES = 10;
// The smallest number that is not zero, or nearly, in the 32 bits that training uses.
const SMALLEST = 1.2e-38;

const COUNT = new Intl.NumberFormat('en-US'); // kept: to make one takes longer than to write a thousand numbers

/** @param {number} value */
export const formatCount = (value) => COUNT.format(value);

/** A problem with one field; its message is a sentence without the field's name. */
export class SettingError extends Error {}

/**
 * Plain decimal notation only: Number() alone would also take "", "0x10" and "Infinity".
 * @param {string} text
 * @returns {number} NaN if it is none
 */
function decimal(text) {
  const trimmed = text.trim();
  return /^(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(trimmed) ? Number(trimmed) : NaN;
}

/** What is wrong with a text that would be fine with a point for its comma. @param {string} text */
const commaHint = (text) => (/^\s*\d*,\d+\s*$/.test(text) ? ' The decimal sign is a point.' : '');

/** @param {number} low @param {number} high */
export const wholeNumber = (low, high) => (/** @type {string} */ text) => {
  const trimmed = text.trim();
  const value = Number(trimmed);
  if (!/^\d{1,12}$/.test(trimmed) || value < low || value > high) {
    throw new SettingError(`must be a whole number from ${formatCount(low)} to ${formatCount(high)}.`);
  }
  return value;
};

/** @param {number} high @param {string} example */
export const aboveZero = (high, example) => (/** @type {string} */ text) => {
  const value = decimal(text);
  if (!(value >= SMALLEST && value <= high)) {
    throw new SettingError(
      `must be a number above 0 and at most ${formatCount(high)}, such as ${example}.${commaHint(text)}`,
    );
  }
  return value;
};

/** @param {number} high */
export const fromZero = (high) => (/** @type {string} */ text) => {
  const value = decimal(text);
  if (!(value <= high)) {
    throw new SettingError(`must be a number from 0 to ${formatCount(high)}.${commaHint(text)}`);
  }
  return value;
};

/** For what would be divided by one minus itself, in the 32 bits that training uses. @param {string} text */
export const belowOne = (text) => {
  const value = decimal(text);
  if (!(Math.fround(value) < 1)) {
    throw new SettingError(`must be a number from 0 to below 1, such as 0.9.${commaHint(text)}`);
  }
  return value;
};

/** A part in per cent, read as a share. @param {number} high per cent */
export const percentage = (high) => (/** @type {string} */ text) => {
  const value = decimal(text);
  if (!(value <= high)) {
    throw new SettingError(`must be a number from 0 to ${high}, in per cent.${commaHint(text)}`);
  }
  return value / 100;
};

/**
 * @template {string} Value
 * @param {Record<Value, string>} choices
 */
export const choiceOf = (choices) => (/** @type {string} */ text) => {
  if (!Object.hasOwn(choices, text)) {
    throw new SettingError(`must be one of ${Object.values(choices).join(', ')}.`);
  }
  return /** @type {Value} */ (text);
};

/** @param {Record<'yes' | 'no', string>} choices */
export const yesOrNo = (choices) => (/** @type {string} */ text) => choiceOf(choices)(text) === 'yes';

/** @param {string} text */
export function hiddenWidths(text) {
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
 * Weights and biases of a network with these hidden layers.
 * @param {number[]} hidden
 */
export function parameterCount(hidden) {
  const widths = [INPUTS, ...hidden, CLASSES];
  return widths.slice(1).reduce((sum, width, l) => sum + /** @type {number} */ (widths[l] + 1) * width, 0);
}
