// Precision, recall and F1 of each class, and how many errors are among the upper-body classes.

import { html } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { count, percent } from '../format.js';
import { classMeasures, errorCounts, UPPER_BODY } from '../mistakes.js';

/** @param {number} value from 0 to 1 */
const share = (value) => (Number.isNaN(value) ? '–' : percent(value));

/** @param {ArrayLike<number>} confusion */
export function classMeasuresTable(confusion) {
  const measures = classMeasures(confusion);
  const { all, upperBody } = errorCounts(confusion);
  const inGroups = [...UPPER_BODY, ...CLASS_NAMES.map((_, c) => c).filter((c) => !UPPER_BODY.includes(c))];
  return html`<h3>Class by class</h3>
    <p class="lead">
      Precision: how often its answer is right. Recall: how many of the class are found. F1 is their harmonic mean.
      ${
        all > 0
          ? html`Of ${count(all)} errors ${count(upperBody)} (${percent(upperBody / all)}) take one of the four
            upper-body classes for another: they are listed first.`
          : ''
      }
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="Table of classes">
      <table>
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col">Images</th>
            <th scope="col">Precision</th>
            <th scope="col">Recall</th>
            <th scope="col">F1</th>
          </tr>
        </thead>
        <tbody>
          ${inGroups.map((c, i) => {
            const { images = 0, precision = NaN, recall = NaN, f1 = NaN } = measures[c] ?? {};
            return html`<tr class=${i === UPPER_BODY.length ? 'next-group' : ''}>
              <th scope="row">${CLASS_NAMES[c]}</th>
              <td>${count(images)}</td>
              <td>${share(precision)}</td>
              <td>${share(recall)}</td>
              <td>${share(f1)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>`;
}
