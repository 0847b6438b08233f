// Train, Pause/Resume, Step, Reset: what moves a run.

import { html, render } from '../../../vendor/lit-html/lit-html.js';
import { allowed } from '../allowed.js';

/** @typedef {import('../store.js').State} State */

/**
 * @param {HTMLElement} root
 * @param {{ train: () => void, pause: () => void, resume: () => void, step: () => void, reset: () => void }} actions
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
    const can = allowed(state);
    const resumes = Boolean(state.run) && !can.pause;
    render(
      html`<div class="buttons" role="group" aria-label="Run">
        ${button('Train', can.train, actions.train, 'primary')}
        ${resumes ? button('Resume', can.resume, actions.resume) : button('Pause', can.pause, actions.pause)}
        ${button('Step', can.step, actions.step)} ${button('Reset', can.reset, actions.reset)}
      </div>`,
      root,
    );
  };
  return { update };
}
