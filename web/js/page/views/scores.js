// Ten bars: what the network makes of the drawing, or of the photo.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { percent } from '../format.js';
import { isUntrained } from '../run.js';
import { shownToNetwork } from '../subject.js';

/** @typedef {import('../store.js').State} State */

/** @type {Record<import('../subject.js').Content, string | undefined>} */
const NOTICES = {
  blank: 'Nothing drawn.',
  'too-small': 'Nothing to classify: only a dot so far.',
  uniform: 'Nothing to classify: one even patch.',
  'no-photo': 'No photo yet.',
  looking: 'Looking for the garment…',
  nothing: 'No garment stands out from its background.',
  there: undefined,
};

/** What networks have seen none of, as their preset teaches it. */
const UNSEEN = /** @type {const} */ ({
  drawing: ['drawnShare', 'drawings'],
  photo: ['photoShare', 'photos as people take them'],
});

/** Why there are no scores, or nothing when there are. @param {State} state */
function scoresNotice(state) {
  const { run } = state;
  const notice = NOTICES[shownToNetwork(state).content];
  return notice ?? (!run || run.lost || isUntrained(run) ? 'Untrained: press Train first.' : undefined);
}

const OTHERS_FROM = 0.01; // a smaller score is not worth a word

/** The answer and the two after it, in words. @param {import('../../protocol.js').Answer} answer @param {number[]} order best first */
function sentence({ scores, unlike }, order) {
  const named = (/** @type {number} */ c) => html`${CLASS_NAMES[c]} ${percent(scores[c] ?? 0)}`;
  const [best = 0, second = 0, third = 0] = order;
  const others = [second, third].filter((c) => (scores[c] ?? 0) >= OTHERS_FROM);
  const likely = html`<strong>${CLASS_NAMES[best]}</strong>`;
  return html`${unlike ? html`Unlike any of the ten; nearest: ${likely}` : html`Looks like: ${likely}`}${
    others.length > 0
      ? html`<span class="hint"
          >then ${named(others[0] ?? 0)}${others.length > 1 ? html` and ${named(others[1] ?? 0)}` : nothing}</span
        >`
      : nothing
  }`;
}

/** @param {HTMLElement} root */
export function createScoresView(root) {
  /** @param {State} state */
  const update = (state) => {
    const notice = scoresNotice(state);
    const shown = shownToNetwork(state);
    const answer = notice ? undefined : shown.answer;
    const [share, unseen] = UNSEEN[state.subject];
    const knowsNone = state.run?.settings[share] === 0;
    const scores = answer?.scores;
    const order = CLASS_NAMES.map((_, c) => c).sort((a, b) => (scores?.[b] ?? 0) - (scores?.[a] ?? 0));
    const best = scores && scores.length > 0 ? order.slice(0, 3) : [];
    render(
      html`<p class="answer" role="status">
          ${notice ?? (answer && best.length > 0 ? sentence(answer, order) : nothing)}
        </p>
        <ul class="scores" aria-label="Class scores">
          ${CLASS_NAMES.map((name, c) => {
            const score = scores?.[c];
            return html`<li class=${c === best[0] ? 'best' : best.includes(c) ? 'next' : ''}>
              <span class="score-name">${name}</span>
              <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect width=${((score ?? 0) * 100).toFixed(2)} height="8"></rect>
              </svg>
              <span class="score-value">${score === undefined ? '–' : percent(score)}</span>
            </li>`;
          })}
        </ul>
        ${
          answer && shown.isOwn && knowsNone
            ? html`<p class="hint">
                This network has only seen the data set. The preset “Recognise drawings and photos” teaches it ${unseen}
                too.
              </p>`
            : nothing
        }`,
      root,
    );
  };
  return { update };
}
