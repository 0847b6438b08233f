// The confusion matrix as a table of buttons: each opens its images. One of them takes part in the tab order; arrows move on.

import { html } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { percent } from '../format.js';

const SIZE = CLASS_NAMES.length;

/** @typedef {{ truth: number, answer: number }} Cell */

/** Which cell a key leads to. @type {Record<string, (cell: Cell) => Cell>} */
const KEYS = {
  ArrowLeft: ({ truth, answer }) => ({ truth, answer: Math.max(0, answer - 1) }),
  ArrowRight: ({ truth, answer }) => ({ truth, answer: Math.min(SIZE - 1, answer + 1) }),
  ArrowUp: ({ truth, answer }) => ({ truth: Math.max(0, truth - 1), answer }),
  ArrowDown: ({ truth, answer }) => ({ truth: Math.min(SIZE - 1, truth + 1), answer }),
  Home: ({ truth }) => ({ truth, answer: 0 }),
  End: ({ truth }) => ({ truth, answer: SIZE - 1 }),
};

/** How many, in a class of the style sheet. @param {number} count @param {Cell} cell */
function kindOf(count, { truth, answer }) {
  if (truth === answer) {
    return 'right';
  }
  return count >= 100 ? 'many' : count >= 20 ? 'some' : count === 0 ? 'none' : '';
}

/**
 * @param {ArrayLike<number>} confusion 100 counts, rows are true classes
 * @param {{ shares: boolean, chosen: Cell | undefined, focused: Cell, choose: (cell: Cell) => void,
 *   focus: (cell: Cell) => void }} options shares: of the row, in per cent, instead of counts
 */
export function confusionTable(confusion, { shares, chosen, focused, choose, focus }) {
  const count = (/** @type {Cell} */ { truth, answer }) => confusion[truth * SIZE + answer] ?? 0;
  const rowSum = (/** @type {number} */ truth) =>
    CLASS_NAMES.reduce((sum, _, answer) => sum + count({ truth, answer }), 0);
  const text = (/** @type {Cell} */ cell) =>
    shares ? percent(count(cell) / Math.max(1, rowSum(cell.truth))) : String(count(cell));
  const same = (/** @type {Cell | undefined} */ a, /** @type {Cell} */ b) =>
    a?.truth === b.truth && a.answer === b.answer;
  const onKey = (/** @type {KeyboardEvent} */ event, /** @type {Cell} */ cell) => {
    const next = KEYS[event.key]?.(cell);
    if (next) {
      event.preventDefault();
      focus(next);
      document.getElementById(`cell-${next.truth}-${next.answer}`)?.focus();
    }
  };
  /** @param {Cell} cell */
  const button = (cell) => {
    const { truth, answer } = cell;
    const what =
      truth === answer ? `${CLASS_NAMES[truth]}, right` : `${CLASS_NAMES[truth]} taken for ${CLASS_NAMES[answer]}`;
    return html`<button
      type="button"
      id="cell-${truth}-${answer}"
      tabindex=${same(focused, cell) ? 0 : -1}
      aria-pressed=${same(chosen, cell) ? 'true' : 'false'}
      aria-label="${what}: ${text(cell)}"
      @click=${() => choose(cell)}
      @focus=${() => focus(cell)}
      @keydown=${(/** @type {KeyboardEvent} */ event) => onKey(event, cell)}
    >
      ${text(cell)}
    </button>`;
  };
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
              ${CLASS_NAMES.map(
                (_, answer) =>
                  html`<td class=${kindOf(count({ truth, answer }), { truth, answer })}>
                    ${button({ truth, answer })}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
