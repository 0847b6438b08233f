// Which build of the module trains, on how many threads, and the choice of their number.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { ALL } from '../thread-actions.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {NonNullable<State['engine']>} Engine */

/** @param {number} threads */
const onThreads = (threads) => (threads === 1 ? 'one thread' : `${threads} threads`);

/** @param {Engine} engine @param {boolean} coresOffered */
function sentence({ build, threads, mostThreads }, coresOffered) {
  if (build === 'single') {
    return coresOffered
      ? 'The build for one thread trains. From the next visit on, all cores can.'
      : 'The build for one thread trains: this browser, or this machine, offers no more.';
  }
  return threads === mostThreads
    ? `The build for many threads trains, on ${onThreads(threads)}: all that this machine has.`
    : `The build for many threads trains, on ${onThreads(threads)} of ${mostThreads}.`;
}

/**
 * @param {HTMLElement} root
 * @param {{ choose: (choice: string) => void }} actions
 */
export function createThreadsView(root, { choose }) {
  const onChange = (/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value);

  /** @param {Engine} engine */
  const select = ({ choice, mostThreads }) =>
    html`<select id="threads-choice" aria-describedby="threads-hint" @change=${onChange}>
      <option value=${ALL} .selected=${live(choice === ALL)}>all (${mostThreads})</option>
      ${Array.from({ length: mostThreads }, (_, i) => String(i + 1)).map(
        (count) => html`<option value=${count} .selected=${live(choice === count)}>${count}</option>`,
      )}
    </select>`;

  return {
    /** @param {State} state */
    update: ({ engine, coresOffered }) =>
      render(
        engine
          ? html`<h3>This machine</h3>
              ${
                engine.mostThreads > 1
                  ? html`<div class="choice-row"><label for="threads-choice">Threads</label> ${select(engine)}</div>`
                  : nothing
              }
              <p class="hint" id="threads-hint">
                ${sentence(engine, coresOffered)} Results are the same on any number, to the bit.
              </p>`
          : nothing,
        root,
      ),
  };
}
