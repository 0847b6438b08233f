// Under the curves: under-, well- or over-fitted, and why.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { helpButton, helpText } from '../help.js';
import { verdictOf } from '../run.js';
import { verdictBasis, verdictText } from '../verdict.js';

/** @typedef {import('../store.js').State} State */

const HELP =
  'Over-fitted: for at least three epochs the loss on pictures that the network was not trained on has stayed above its lowest by more than chance can do, while training loss fell. Under-fitted: that loss still falls, or the network knows its training pictures no better than others. Well-fitted: neither.';

/** @param {HTMLElement} root */
export function createVerdictView(root) {
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
        ${verdict.code === 'undecided' ? nothing : html`<p class="hint">${verdictBasis(verdict, epochInUse)}</p>`}`,
      root,
    );
  }
  return { update };
}
