// Whole forms to start from: what each changes of the defaults. Pure.

import { completeSettings, DEFAULT_TEXTS, differingSettings } from './settings.js';

/** @typedef {import('./settings.js').SettingTexts} SettingTexts */
/**
 * about: what it is, and what to look for. runs: trained one after the other; a name where there are several: what the run is
 * called in the notebook.
 * @typedef {{ name: string, group: PresetGroup, about: string, runs: { name?: string, texts: Partial<SettingTexts> }[] }} Preset
 * @typedef {'start' | 'question' | 'table'} PresetGroup
 */

/** @type {Record<PresetGroup, string>} */
export const PRESET_GROUPS = Object.freeze({
  start: 'To start from',
  question: 'Questions',
  table: 'The report’s table',
});

/** A row of the report's Table 3: its network on all images, with the slip in its gradient. @param {Partial<SettingTexts>} texts */
const asReported = (texts) => ({ trainImages: '60000', gradient: 'report', ...texts });

/**
 * @param {string} batchSize
 * @param {'relu' | 'sigmoid'} activation
 * @param {string} epochs
 * @param {string} found
 * @returns {Preset}
 */
const tableRow = (batchSize, activation, epochs, found) => ({
  name: `${batchSize === '1000' ? '1,000' : batchSize} a batch, ${activation === 'relu' ? 'ReLU' : 'Sigmoid'}, ${
    epochs.length > 3 ? `${epochs[0]},000` : epochs
  } epochs`,
  group: 'table',
  about: `As in the course report of 2023: all 60,000 images, and a gradient with a slip in it. ${found}`,
  runs: [{ texts: asReported({ batchSize, activation, epochs }) }],
});

/** @type {Partial<SettingTexts>} */
const BEST = {
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
};

/** @type {Record<string, Preset>} */
export const PRESETS = Object.freeze({
  quick: {
    name: 'Quick start',
    group: 'start',
    about: 'Two hidden layers on 10,000 images: a good network within seconds.',
    runs: [{ texts: {} }],
  },
  fastest: {
    name: 'Fastest to 0.8732',
    group: 'start',
    about:
      'Passes the report’s best test accuracy within seconds: one narrow layer, Nesterov momentum and a cosine schedule that ends after three epochs. Of seven recipes tried with three seeds, all with 88 % or more on a validation part, the one with the least arithmetic.',
    runs: [
      {
        texts: {
          trainImages: '60000',
          inputScaling: 'standardized',
          hidden: '100',
          learningRate: '0.05',
          epochs: '3',
          optimizer: 'nesterov',
          schedule: 'cosine',
          warmUpEpochs: '0.1',
        },
      },
    ],
  },
  exact: {
    name: 'The report, made exact',
    group: 'start',
    about:
      'The report’s network without the slip. Its best test accuracy, 87.3 % after 1,000 epochs, is passed within 12.',
    runs: [{ texts: { trainImages: '60000', epochs: '12' } }],
  },
  best: {
    name: 'Best accuracy',
    group: 'start',
    about:
      'The report’s layers with what helps them most, each chosen on a validation part: GELU, AdamW, a cosine schedule with warm-up, mirrored images, standardised inputs, some dropout and label smoothing. Ends above 90 % test accuracy.',
    runs: [
      {
        texts: BEST,
      },
    ],
  },
  drawings: {
    name: 'Recognise drawings and photos',
    group: 'start',
    about:
      'For the pad: two in five pictures of every batch are drawings, made by this page as people make them, some of them of none of the ten; of the rest three in ten are made to look like photos. Costs one to two points of test accuracy; making the drawings takes some 20 seconds before training starts.',
    runs: [
      {
        texts: {
          ...BEST,
          inputScaling: 'unit',
          batchSize: '128',
          epochs: '32',
          weightDecay: '0.05',
          dropout: '0.1',
          drawnShare: '40',
          photoShare: '30',
        },
      },
    ],
  },
  activations: {
    name: 'ReLU against Sigmoid',
    group: 'question',
    about:
      'Figures 10 and 11 of the report, over each other. Look at how many epochs each takes to 75 %: Sigmoid’s slope is at most a quarter, so little of the error reaches the first layer (“Inside” shows its gradient), and with the report’s slip still less.',
    runs: [
      { name: 'ReLU', texts: asReported({ activation: 'relu', epochs: '300' }) },
      { name: 'Sigmoid', texts: asReported({ activation: 'sigmoid', epochs: '300' }) },
    ],
  },
  gradients: {
    name: 'The report’s gradient against the exact one',
    group: 'question',
    about:
      'The same network, seed and order of images; only the gradient differs. Look at how far apart the losses are after one epoch, and in “Inside” at the first layer’s gradient: the slip divides it by the batch size twice too often.',
    runs: [
      { name: 'As in the report', texts: asReported({ epochs: '12' }) },
      { name: 'Exact', texts: asReported({ epochs: '12', gradient: 'exact' }) },
    ],
  },
  overfit: {
    name: 'Overfit on purpose',
    group: 'question',
    about:
      'A large network and only 1,000 images. Look at where the test loss turns up while the training loss goes on falling: from there on it learns its images by heart.',
    runs: [
      {
        texts: { trainImages: '1000', hidden: '512, 256', optimizer: 'momentum', learningRate: '0.05', epochs: '40' },
      },
    ],
  },
  shuffled: {
    name: 'Shuffled labels',
    group: 'question',
    about:
      'The training images get each other’s labels, so there is nothing to understand. Look at the training accuracy: it still nears 100 %, by heart alone, while the test accuracy stays at a guess, 10 %.',
    runs: [
      {
        texts: {
          trainImages: '1000',
          shuffledLabels: 'yes',
          hidden: '512, 256',
          optimizer: 'adam',
          learningRate: '0.001',
          epochs: '40',
        },
      },
    ],
  },
  report: tableRow('100', 'relu', '50', 'Its test accuracy then was 83.93 %.'),
  relu300: tableRow('100', 'relu', '300', 'Its test accuracy then was 86.90 %.'),
  relu1000: tableRow('100', 'relu', '1000', 'Its best: 87.32 % then. “The report, made exact” needs 12 epochs for it.'),
  relu3000: tableRow(
    '100',
    'relu',
    '3000',
    'Its test accuracy then was 85.12 %, with a lower training accuracy than after 1,000 epochs, which is strange: look at whether yours falls too.',
  ),
  sigmoid300: tableRow('100', 'sigmoid', '300', 'Its test accuracy then was 82.10 %.'),
  large50: tableRow('1000', 'relu', '50', 'Its test accuracy then was 74.46 %: ten times fewer steps an epoch.'),
  large300: tableRow('1000', 'relu', '300', 'Its test accuracy then was 79.86 %.'),
});

/**
 * The whole form of a run of a preset. The seed is none of its business.
 * @param {Preset} preset
 * @param {string} seed
 * @param {number} [run] which of its runs
 * @returns {SettingTexts}
 */
export function presetTexts({ runs }, seed, run = 0) {
  return { ...DEFAULT_TEXTS, ...runs[run]?.texts, seed };
}

/**
 * The key of the preset of one run that gives the same run as the form, whatever the seed, if any.
 * @param {SettingTexts} texts
 */
export function presetOf(texts) {
  const settings = completeSettings(texts);
  return Object.entries(PRESETS).find(([, preset]) => {
    const its = preset.runs.length === 1 ? completeSettings(presetTexts(preset, texts.seed)) : undefined;
    return settings && its && settings.epochs === its.epochs && differingSettings(settings, its).length === 0;
  })?.[0];
}
