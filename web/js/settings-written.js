// Settings as a form writes them: the inverse of readSettings(). Pure.

import { DEFAULT_TEXTS, SETTING_NAMES } from './settings.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./settings.js').SettingTexts} SettingTexts */

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
  const texts = SETTING_NAMES.map((name) => [
    name,
    settings[name] === undefined ? DEFAULT_TEXTS[name] : written(settings[name]),
  ]);
  // A share in the settings, per cent in the form; without the noise of the multiplication.
  const validationShare = String(Number((settings.validationShare * 100).toPrecision(12)));
  return /** @type {SettingTexts} */ ({ ...Object.fromEntries(texts), validationShare });
}
