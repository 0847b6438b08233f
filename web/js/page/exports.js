// What leaves the notebook, as rows of a table. Pure.

import { describeSettings } from '../settings.js';
import { count, epochText, lossText, percent } from './format.js';
import { bestPoint, verdictOf } from './run.js';
import { verdictText } from './verdict.js';

/** @typedef {import('./notebook.js').Entry} Entry */
/** @typedef {import('./run.js').Point} Point */

/** @type {[string, keyof Point][]} */
const CURVES = [
  ['epoch', 'epoch'],
  ['training loss', 'trainLoss'],
  ['training accuracy', 'trainAccuracy'],
  ['test loss', 'testLoss'],
  ['test accuracy', 'testAccuracy'],
  ['validation loss', 'validationLoss'],
  ['validation accuracy', 'validationAccuracy'],
];

/**
 * Every point of every run's curves, a row each; accuracies from 0 to 1.
 * @param {Entry[]} entries
 * @returns {(string | number)[][]} the first row is the head
 */
export function curveRows(entries) {
  const head = ['run', 'settings', 'build', 'images', ...CURVES.map(([name]) => name)];
  return [
    head,
    ...entries.flatMap(({ name, build, dataHash, run }) =>
      run.points.map((point) => [
        name,
        describeSettings(run.settings),
        build,
        dataHash,
        ...CURVES.map(([, key]) => point[key]),
      ]),
    ),
  ];
}

/**
 * A row a run.
 * @param {Entry[]} entries
 * @returns {string[][]} the first row is the head
 */
export function runRows(entries) {
  const head = ['Run', 'Settings', 'Epochs', 'Best test accuracy', 'Last test accuracy', 'Last training accuracy'];
  return [
    [...head, 'Last test loss', 'Verdict', 'Note', 'Build', 'Images'],
    ...entries.map(({ name, note, build, dataHash, run }) => {
      const verdict = verdictOf(run);
      const best = bestPoint(run.points);
      const last = /** @type {Point} */ (run.points.at(-1));
      return [
        name,
        describeSettings(run.settings),
        `${count(run.progress?.epochsDone ?? 0)} of ${count(run.settings.epochs)}`,
        `${percent(best.testAccuracy)} after epoch ${epochText(best.epoch)}`,
        percent(last.testAccuracy),
        percent(last.trainAccuracy),
        lossText(last.testLoss),
        verdict ? verdictText(verdict).name : '–',
        note,
        build,
        dataHash,
      ];
    }),
  ];
}
