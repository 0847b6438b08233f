// The "?" beside a term: a button that opens two sentences under it. Not a tooltip, which only a mouse finds.

import { html, nothing } from '../../vendor/lit-html/lit-html.js';

/**
 * @param {string} term
 * @param {string} id of the text
 * @param {boolean} open
 * @param {() => void} toggle
 */
export function helpButton(term, id, open, toggle) {
  return html`<button type="button" class="help" aria-expanded=${open} aria-controls=${id} @click=${toggle}>
    <span aria-hidden="true">?</span><span class="hidden-text">Explain: ${term}</span>
  </button>`;
}

/**
 * @param {string} id
 * @param {boolean} open
 * @param {string} text
 */
export function helpText(id, open, text) {
  return html`<p class="help-text" id=${id} ?hidden=${!open}>${open ? text : nothing}</p>`;
}
