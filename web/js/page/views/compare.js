// Below the instrument: the runs of this visit side by side, and which classes the current run mixes up.

import { html, render } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { describeSettings } from '../../settings.js';
import { count, duration, epochText, percent } from '../format.js';
import { pointInUse } from '../run.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').RunSummary} RunSummary */

/** @type {Record<import('../run.js').RunStatus, string>} */
const STATUS_NAMES = {
  running: 'running',
  paused: 'paused',
  finished: 'finished',
  stopped: 'stopped early',
  diverged: 'diverged',
  lost: 'lost with its process',
};

/** @param {RunSummary[]} summaries */
const runTable = (summaries) =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Table of runs">
    <table class="wide">
      <thead>
        <tr>
          <th scope="col">Run</th>
          <th scope="col">Settings</th>
          <th scope="col">Epochs</th>
          <th scope="col">Test accuracy at the best epoch</th>
          <th scope="col">Last test accuracy</th>
          <th scope="col">Last training accuracy</th>
          <th scope="col">Time</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        ${[...summaries].reverse().map(
          ({ number, settings, epochs, best, last, seconds, status }) =>
            html`<tr>
              <td>${number}</td>
              <td class="text">${describeSettings(settings)}</td>
              <td>${count(epochs)} of ${count(settings.epochs)}</td>
              <td><strong>${percent(best.testAccuracy)}</strong> at epoch ${epochText(best.epoch)}</td>
              <td>${percent(last.testAccuracy)}</td>
              <td>${percent(last.trainAccuracy)}</td>
              <td>${duration(seconds)}</td>
              <td>${STATUS_NAMES[status]}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

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
export function createCompareView(root) {
  /** @param {State} state */
  const update = ({ summaries, run }) => {
    const confusion = run?.confusion;
    const answered = run && pointInUse(run);
    render(
      html`<section>
          <h3>Runs of this visit</h3>
          ${
            summaries.length > 0
              ? html`<p class="lead">
                    Each run keeps its row: change one setting, train again, and compare. The best epoch is that of the
                    lowest validation loss; without a validation part it is chosen by the test accuracy itself, which
                    flatters it a little.
                  </p>
                  ${runTable(summaries)}`
              : html`<p class="lead">Nothing to compare yet. Train once, change one setting, train again.</p>`
          }
        </section>
        <section>
          <h3>What is taken for what</h3>
          ${
            confusion && answered && answered.epoch > 0
              ? html`<p class="lead">
                    All test images with the weights of epoch ${epochText(answered.epoch)}: a row is the true class, a
                    column the network’s answer. The diagonal is right; marked cells are the frequent mistakes.
                  </p>
                  ${confusionTable(confusion)}`
              : html`<p class="lead">After the first epoch: how often each class is taken for each other one.</p>`
          }
        </section>`,
      root,
    );
  };
  return { update };
}
