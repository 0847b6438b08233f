// Ten bars: what the network makes of the drawing.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { percent } from '../format.js';
import { isUntrained } from '../run.js';

/** @typedef {import('../store.js').State} State */

/** Why there are no scores, or nothing when there are. @param {State} state */
function scoresNotice({ pad, run }) {
  switch (pad.result?.content ?? 'blank') {
    case 'blank':
      return 'Nothing drawn.';
    case 'too-small':
      return 'Nothing to classify: only a dot so far.';
    case 'uniform':
      return 'Nothing to classify: one even patch.';
    default:
      return !run || run.lost || isUntrained(run) ? 'Untrained: press Train first.' : undefined;
  }
}

/** @param {HTMLElement} root */
export function createScoresView(root) {
  /** @param {State} state */
  const update = (state) => {
    const notice = scoresNotice(state);
    const scores = notice ? undefined : state.pad.result?.scores;
    const best = scores && scores.length > 0 ? scores.indexOf(Math.max(...scores)) : -1;
    render(
      html`<p class="answer" role="status">
          ${notice ?? (best >= 0 ? html`Looks like: <strong>${CLASS_NAMES[best]}</strong>` : nothing)}
        </p>
        <ul class="scores" aria-label="Class scores">
          ${CLASS_NAMES.map((name, c) => {
            const score = scores?.[c];
            return html`<li class=${c === best ? 'best' : ''}>
              <span class="score-name">${name}</span>
              <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width=${((score ?? 0) * 100).toFixed(2)} height="8"></rect>
              </svg>
              <span class="score-value">${score === undefined ? '–' : percent(score)}</span>
            </li>`;
          })}
        </ul>`,
      root,
    );
  };
  return { update };
}
