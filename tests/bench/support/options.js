// The options of the benchmarks' command lines.

/**
 * @param {string} name
 * @param {string} text
 * @param {number} most
 */
export function positive(name, text, most) {
  const value = Number(text);
  if (!(value > 0 && value <= most)) {
    throw new Error(`--${name} must be above 0 and at most ${most}, not “${text}”`);
  }
  return value;
}

/**
 * @param {string} name
 * @param {string} text
 * @param {number} most
 */
export function count(name, text, most) {
  const value = Number(text);
  if (!(Number.isInteger(value) && value >= 1 && value <= most)) {
    throw new Error(`--${name} must be a whole number from 1 to ${most}, not “${text}”`);
  }
  return value;
}

/**
 * @param {string} name
 * @param {string} text names with commas between them
 * @param {string[]} choices
 */
export function subset(name, text, choices) {
  const chosen = text.split(',');
  if (!chosen.every((value) => choices.includes(value))) {
    throw new Error(`--${name} takes ${choices.join(', ')}, not “${text}”`);
  }
  return chosen;
}
