// Train, Pause/Resume, Step, Reset: what moves a run.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';

/** @typedef {import('../store.js').State} State */

/**
 * @typedef {{ train: boolean, pause: boolean, resume: boolean, step: boolean, reset: boolean, undoReset: boolean }} Allowed
 */

/**
 * @param {HTMLElement} root
 * @param {{ train: () => void, pause: () => void, resume: () => void, step: () => void, reset: () => void,
 *   undoReset: () => void, allowed: (state: State) => Allowed }} actions
 */
export function createControlsView(root, actions) {
  // aria-disabled, not disabled: a button that turns itself off must not lose the keyboard's focus.
  /** @param {string} label @param {boolean} enabled @param {() => void} press @param {string} [kind] */
  const button = (label, enabled, press, kind = '') =>
    html`<button type="button" class=${kind} aria-disabled=${!enabled} @click=${() => enabled && press()}>
      ${label}
    </button>`;

  /** @param {State} state */
  const update = (state) => {
    const allowed = actions.allowed(state);
    const resumes = Boolean(state.run) && !allowed.pause;
    render(
      html`<div class="buttons" role="group" aria-label="Run">
        ${button('Train', allowed.train, actions.train, 'primary')}
        ${resumes ? button('Resume', allowed.resume, actions.resume) : button('Pause', allowed.pause, actions.pause)}
        ${button('Step', allowed.step, actions.step)} ${button('Reset', allowed.reset, actions.reset)}
        ${
          allowed.undoReset
            ? html`<button type="button" class="quiet" @click=${actions.undoReset}>Bring the run back</button>`
            : nothing
        }
      </div>`,
      root,
    );
  };
  return { update };
}
