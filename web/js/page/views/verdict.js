// Under the curves: under-, well- or over-fitted, and why.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { helpButton, helpText } from '../help.js';
import { count } from '../format.js';
import { verdictOf } from '../run.js';
import { verdictBasis, verdictText } from '../verdict.js';

/** @typedef {import('../store.js').State} State */

const HELP =
  'Over-fitted: for at least three epochs the loss on pictures that the network was not trained on has stayed above its lowest by more than chance can do, while training loss fell. Under-fitted: that loss still falls, or the network knows its training pictures no better than others. Well-fitted: neither.';

/** What early stopping would be set to: a tenth set aside, and five epochs of patience. */
const EARLY_STOPPING = { validationShare: 0.1, patience: 5, restoreBest: true };

/**
 * @param {HTMLElement} root
 * @param {{ takeSettings: (settings: import('../../settings.js').Settings) => void }} actions
 */
export function createVerdictView(root, { takeSettings }) {
  let helpIsOpen = false;
  /** @type {State} */
  let shown;
  const toggle = () => {
    helpIsOpen = !helpIsOpen;
    update(shown);
  };
  /** @param {State} state */
  function update(state) {
    shown = state;
    const { run } = state;
    const verdict = run && verdictOf(run);
    const epochInUse = run?.progress?.bestIsBack ? run.progress.bestEpoch : undefined;
    root.hidden = verdict === undefined;
    if (!verdict) {
      render(nothing, root);
      return;
    }
    const { name, sentence } = verdictText(verdict);
    render(
      html`<p><strong>${name}.</strong> ${helpButton('the verdict', 'verdict-help', helpIsOpen, toggle)} ${sentence}</p>
        ${helpText('verdict-help', helpIsOpen, HELP)}
        ${
          verdict.code === 'over-fitted' && !(run.settings.patience > 0 && run.settings.validationShare > 0)
            ? html`<p class="figures">
                <span
                  >Early stopping is made for this: on a tenth of the images, set aside, it sees the turn, ends the run
                  soon after its best epoch (here about ${count(verdict.bestEpoch)}) and takes the weights from
                  there.</span
                >
                <button
                  type="button"
                  class="quiet"
                  @click=${() => takeSettings({ ...run.settings, ...EARLY_STOPPING })}
                >
                  Set it up for the next run
                </button>
              </p>`
            : nothing
        }
        ${verdict.code === 'undecided' ? nothing : html`<p class="hint">${verdictBasis(verdict, epochInUse)}</p>`}`,
      root,
    );
  }
  return { update };
}
