// Which classes the current run takes for which.

import { html, render } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { epochText } from '../format.js';
import { pointInUse } from '../run.js';

/** @typedef {import('../store.js').State} State */

/** @param {Float64Array} confusion 100 counts, rows are true classes */
function confusionTable(confusion) {
  const size = CLASS_NAMES.length;
  const cell = (/** @type {number} */ truth, /** @type {number} */ answer) => confusion[truth * size + answer] ?? 0;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of answers">
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col">True class</th>
          ${CLASS_NAMES.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${CLASS_NAMES.map(
          (name, truth) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${CLASS_NAMES.map((_, answer) => {
                const n = cell(truth, answer);
                const kind = truth === answer ? 'right' : n >= 100 ? 'many' : n >= 20 ? 'some' : n === 0 ? 'none' : '';
                return html`<td class=${kind}>${n}</td>`;
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** @param {HTMLElement} root */
export function createMistakesView(root) {
  /** @param {State} state */
  const update = ({ run }) => {
    const confusion = run?.confusion;
    const answered = run && pointInUse(run);
    render(
      html`<h3>What is taken for what</h3>
        ${
          confusion && answered && answered.epoch > 0
            ? html`<p class="lead">
                  All test images with the weights of epoch ${epochText(answered.epoch)}: a row is the true class, a
                  column the network’s answer. The diagonal is right; marked cells are the frequent mistakes.
                </p>
                ${confusionTable(confusion)}`
            : html`<p class="lead">After the first epoch: how often each class is taken for each other one.</p>`
        }`,
      root,
    );
  };
  return { update };
}
