// Settings as a form writes them: the inverse of readSettings(). Pure.

import { DEFAULT_TEXTS, SETTING_NAMES } from './settings.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./settings.js').SettingTexts} SettingTexts */

/** Shares in the settings, per cent in the form. @type {Set<import('./settings.js').SettingName>} */
const SHARES = new Set(['validationShare', 'drawnShare', 'photoShare']);

/** Without the noise of the multiplication. @param {number} share */
const inPerCent = (share) => String(Number((share * 100).toPrecision(12)));

/** @param {unknown} value */
function written(value) {
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/**
 * A setting that an older build of the page did not have gets its default.
 * @param {Settings} settings
 * @returns {SettingTexts}
 */
export function writeSettings(settings) {
  const texts = SETTING_NAMES.map((name) => {
    const value = settings[name];
    const isShare = SHARES.has(name) && typeof value === 'number';
    return [name, value === undefined ? DEFAULT_TEXTS[name] : isShare ? inPerCent(value) : written(value)];
  });
  return /** @type {SettingTexts} */ (Object.fromEntries(texts));
}
