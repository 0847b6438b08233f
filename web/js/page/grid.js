// The experiment grid: every combination of the values of one or two settings, with one to five seeds each, and what came out
// of it. Pure.

import { trainingOperations } from '../network-costs.js';
import { CHOICES, readSettings, SETTING_LABELS, settingCounts } from '../settings.js';
import { hasEnded } from './grid-state.js';
import { runStatus } from './run.js';

/** @typedef {import('../settings.js').Settings} Settings */
/** @typedef {import('../settings.js').SettingName} SettingName */
/** @typedef {import('../settings.js').SettingTexts} SettingTexts */
/** @typedef {import('./run.js').Run} Run */

/** @typedef {import('./grid-state.js').Axis} Axis */
/** @typedef {import('./grid-state.js').Job} Job */
/** @typedef {import('./grid-state.js').Grid} Grid */

const MOST_VALUES = 8;
export const MOST_SEEDS = 5;
const MOST_RUNS = 200;

/** What a setting's values are at first. @type {Partial<Record<SettingName, string>>} */
export const SUGGESTED_VALUES = Object.freeze({
  trainImages: '1000; 5000; 10000',
  hidden: '128; 392, 128; 512, 256, 128',
  learningRate: '0.03; 0.1; 0.3',
  batchSize: '10; 100; 1000',
  epochs: '5; 10; 20',
  momentum: '0.5; 0.9; 0.98',
  weightDecay: '0; 0.0001; 0.001',
  dropout: '0; 0.1; 0.3',
  labelSmoothing: '0; 0.05; 0.1',
});

/** Settings that can be varied: all but the seed, which has a field of its own. @param {SettingTexts} texts the form */
export const gridSettings = (texts) =>
  /** @type {SettingName[]} */ (Object.keys(SETTING_LABELS)).filter(
    (name) => name !== 'seed' && settingCounts(name, texts),
  );

/** How a value reads as the head of a row or column. @param {SettingName} name @param {string} text */
export const valueLabel = (name, text) => CHOICES[name]?.[text] ?? (text === '' ? 'none' : text);

/** A list as typed, its parts trimmed. @param {string} list */
export const listedValues = (list) => list.split(';').map((text) => text.trim());

/**
 * The runs of a grid, or a sentence about why there are none.
 * @param {SettingTexts} form everything that is not varied, and the first seed
 * @param {Axis[]} axes one or two
 * @param {number} seeds
 * @returns {{ cell: number, settings: Settings }[] | string}
 */
export function gridRuns(form, axes, seeds) {
  const [rows, columns] = axes;
  if (rows && rows.name === columns?.name) {
    return 'The two settings are the same one.';
  }
  for (const { name, texts } of axes) {
    if (texts.length === 0 || texts.length > MOST_VALUES) {
      return `${SETTING_LABELS[name]} needs from one to ${MOST_VALUES} values.`;
    }
    if (new Set(texts).size < texts.length) {
      return `${SETTING_LABELS[name]} has the same value twice.`;
    }
  }
  const count = axes.reduce((product, { texts }) => product * texts.length, seeds);
  if (count > MOST_RUNS) {
    return `That would be ${count} runs; at most ${MOST_RUNS} can be made at once.`;
  }
  const runs = [];
  let cell = 0;
  for (const rowText of rows?.texts ?? []) {
    for (const columnText of columns?.texts ?? [undefined]) {
      const texts = { ...form };
      if (rows) {
        texts[rows.name] = rowText;
      }
      if (columns && columnText !== undefined) {
        texts[columns.name] = columnText;
      }
      const { settings, errors } = readSettings(texts);
      const [problem] = Object.values(errors);
      if (problem !== undefined) {
        return problem;
      }
      const whole = /** @type {Settings} */ (settings);
      for (let i = 0; i < seeds; ++i) {
        runs.push({ cell, settings: { ...whole, seed: (whole.seed + i) % 2 ** 32 } });
      }
      cell += 1;
    }
  }
  return runs;
}

/** Operations of a job's training. @param {Job} job */
const work = ({ settings }) => settings.epochs * settings.trainImages * trainingOperations(settings.hidden);

/** How much of the work is done, from 0 to 1. @param {Grid} grid */
export function gridShare({ jobs }) {
  const done = jobs.map((job) => {
    const { imagesSeen = 0, imagesPerEpoch = 1, epochs = 1 } = job.run?.progress ?? {};
    return work(job) * (hasEnded(job) ? 1 : imagesSeen / (imagesPerEpoch * epochs));
  });
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);
  return sum(done) / sum(jobs.map(work));
}

/** At the speed so far; nothing in the first seconds. @param {Grid} grid */
export function gridSecondsLeft(grid) {
  const share = gridShare(grid);
  return grid.busySeconds > 2 && share > 0.01 ? (grid.busySeconds * (1 - share)) / share : undefined;
}

/** What a cell can show. @type {Record<string, { name: string, value: (run: Run) => number, higherIsBetter: boolean }>} */
export const GRID_MEASURES = Object.freeze({
  testAccuracy: {
    name: 'Test accuracy at the end',
    value: ({ points }) => points.at(-1)?.testAccuracy ?? NaN,
    higherIsBetter: true,
  },
  validationAccuracy: {
    name: 'Validation accuracy at the end',
    value: ({ points }) => points.at(-1)?.validationAccuracy ?? NaN,
    higherIsBetter: true,
  },
  trainAccuracy: {
    name: 'Training accuracy at the end',
    value: ({ points }) => points.at(-1)?.trainAccuracy ?? NaN,
    higherIsBetter: true,
  },
  testLoss: {
    name: 'Test loss at the end',
    value: ({ points }) => points.at(-1)?.testLoss ?? NaN,
    higherIsBetter: false,
  },
  seconds: { name: 'Time', value: ({ seconds }) => seconds, higherIsBetter: false },
});

/**
 * Each cell in numbers. ids: of its runs that were made. values: how many the mean is of. mean, lowest and highest: of those that have not diverged; NaN if there is
 * none. heat: 0, the worst cell, to 1, the best.
 * @param {Grid} grid
 * @param {string} measure of GRID_MEASURES
 * @returns {{ ids: string[], runs: number, ended: number, diverged: number, values: number, mean: number, lowest: number, highest: number, heat: number }[]}
 */
export function gridCells(grid, measure) {
  const { value = () => NaN, higherIsBetter = true } = GRID_MEASURES[measure] ?? {};
  const cells = grid.axes.reduce((product, { texts }) => product * texts.length, 1);
  const summaries = Array.from({ length: cells }, (_, cell) => {
    const jobs = grid.jobs.filter((job) => job.cell === cell);
    const ended = jobs.filter(hasEnded);
    const runs = ended.flatMap(({ run, failed }) => (run && !failed ? [run] : []));
    const fine = runs.filter((run) => runStatus(run) !== 'diverged');
    const values = fine.map(value).filter((number) => !Number.isNaN(number));
    return {
      ids: runs.map(({ id }) => id),
      runs: jobs.length,
      ended: ended.length,
      diverged: runs.length - fine.length,
      values: values.length,
      mean: values.reduce((sum, number) => sum + number, 0) / values.length,
      lowest: Math.min(...values),
      highest: Math.max(...values),
      heat: 0,
    };
  });
  const means = summaries.map(({ mean }) => mean).filter((mean) => !Number.isNaN(mean));
  const low = Math.min(...means);
  const range = Math.max(...means) - low;
  return summaries.map((summary) => {
    const height = range > 0 ? (summary.mean - low) / range : 1;
    return { ...summary, heat: higherIsBetter || range === 0 ? height : 1 - height };
  });
}

/** What a run of a grid is called in the notebook. @param {Grid} grid @param {Job} job */
export function jobName({ number, axes, seeds }, { cell, settings }) {
  const columns = axes[1]?.texts.length ?? 1;
  const places = [Math.floor(cell / columns), cell % columns];
  const values = axes.map(({ name, texts }, axis) => {
    const text = texts[/** @type {number} */ (places[axis])] ?? '';
    return `${SETTING_LABELS[name].toLowerCase()} ${valueLabel(name, text)}`;
  });
  return `Grid ${number}: ${values.join(', ')}${seeds > 1 ? `, seed ${settings.seed}` : ''}`;
}
