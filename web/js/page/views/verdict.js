// Under the curves: under-, well- or over-fitted, and why.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { helpButton, helpText } from '../help.js';
import { verdictBasis, verdictText } from '../verdict.js';

/** @typedef {import('../store.js').State} State */

const HELP =
  'Over-fitted: the loss on pictures that the network was not trained on has risen for at least three epochs beyond what chance does to a mean over so many pictures, while training loss fell. Under-fitted: it still falls, or the network knows its training pictures no better than others. Well-fitted: neither.';

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
    const verdict = state.run?.verdict;
    root.hidden = verdict === undefined;
    if (!verdict) {
      render(nothing, root);
      return;
    }
    const { name, sentence } = verdictText(verdict);
    render(
      html`<p><strong>${name}.</strong> ${helpButton('the verdict', 'verdict-help', helpIsOpen, toggle)} ${sentence}</p>
        ${helpText('verdict-help', helpIsOpen, HELP)}
        ${verdict.code === 'undecided' ? nothing : html`<p class="hint">${verdictBasis(verdict)}</p>`}`,
      root,
    );
  }
  return { update };
}
