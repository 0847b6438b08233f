// Which of the two the network is shown, the drawing or the photo; the other one is out of sight.

import { html, render } from '../../../vendor/lit-html/lit-html.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../subject.js').Subject} Subject */

/** @type {[Subject, string][]} */
const NAMES = [
  ['drawing', 'Draw'],
  ['photo', 'Photo'],
];

/**
 * @param {HTMLElement} root
 * @param {Record<Subject, HTMLElement>} places
 * @param {(subject: Subject) => void} choose
 */
export function createSubjectView(root, places, choose) {
  /** @param {State} state */
  const update = ({ subject }) => {
    for (const [each] of NAMES) {
      places[each].hidden = each !== subject;
    }
    render(
      html`<div class="buttons" role="group" aria-label="Shown to the network">
        ${NAMES.map(
          ([each, name]) =>
            html`<button type="button" aria-pressed=${each === subject} @click=${() => choose(each)}>${name}</button>`,
        )}
      </div>`,
      root,
    );
  };
  return { update };
}
