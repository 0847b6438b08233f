// Whole forms to start from: what each changes of the defaults. Pure.

import { DEFAULT_TEXTS, SETTING_NAMES } from './settings.js';

/** @typedef {import('./settings.js').SettingTexts} SettingTexts */
/** @typedef {{ name: string, about: string, texts: Partial<SettingTexts> }} Preset */

/** @type {Record<string, Preset>} */
export const PRESETS = Object.freeze({
  quick: {
    name: 'Quick start',
    about: 'The report’s network on 10,000 images, with the exact gradient: a good network within seconds.',
    texts: {},
  },
  report: {
    name: 'The report’s run',
    about: 'All 60,000 images, 50 epochs, and the report’s own gradient with its slip: ends near its 0.84.',
    texts: { trainImages: '60000', epochs: '50', gradient: 'report' },
  },
  exact: {
    name: 'The report, made exact',
    about: 'The same with the exact gradient: passes the report’s best, 0.8732 after 1,000 epochs, within 12.',
    texts: { trainImages: '60000', epochs: '12' },
  },
  best: {
    name: 'Best accuracy',
    about:
      'The report’s layers with what helps them most, each chosen on a validation part: GELU, AdamW, a cosine schedule with warm-up, mirrored images, standardised inputs, some dropout and label smoothing.',
    texts: {
      trainImages: '60000',
      inputScaling: 'standardized',
      mirror: 'yes',
      activation: 'gelu',
      learningRate: '0.001',
      epochs: '30',
      optimizer: 'adamw',
      weightDecay: '0.1',
      schedule: 'cosine',
      warmUpEpochs: '1',
      dropout: '0.15',
      labelSmoothing: '0.05',
    },
  },
});

/**
 * The whole form of a preset. The seed is none of its business.
 * @param {Preset} preset
 * @param {string} seed
 * @returns {SettingTexts}
 */
export function presetTexts(preset, seed) {
  return { ...DEFAULT_TEXTS, ...preset.texts, seed };
}

/**
 * The key of the preset that the form is, if any; its seed may be any.
 * @param {SettingTexts} texts
 */
export function presetOf(texts) {
  const same = (/** @type {SettingTexts} */ other) =>
    SETTING_NAMES.every((name) => name === 'seed' || texts[name].trim() === other[name]);
  return Object.keys(PRESETS).find((key) => same(presetTexts(/** @type {Preset} */ (PRESETS[key]), texts.seed)));
}
