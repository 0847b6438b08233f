// What a drawing can start from: a garment that the core draws, or a test image.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { count } from '../format.js';
import { classChoice } from '../parts/class-choice.js';

/** @typedef {import('../store.js').State} State */

/**
 * @param {HTMLElement} root
 * @param {{ sketch: (label: number) => void, loadTestImage: (index: number | undefined) => void }} actions
 */
export function createStartingPointsView(root, { sketch, loadTestImage }) {
  let label = 0;
  let typed = '';
  let testImages = 0;

  const numberIsBad = () =>
    typed !== '' && (!/^\d{1,6}$/.test(typed) || (testImages > 0 && Number(typed) >= testImages));

  /** @param {() => void} act */
  const onSubmit = (act) => (/** @type {Event} */ event) => {
    event.preventDefault();
    act();
  };
  const load = () => {
    if (!numberIsBad()) {
      loadTestImage(typed === '' ? undefined : Number(typed));
    }
  };

  const draw = () =>
    render(
      html`<form class="one-line" @submit=${onSubmit(() => sketch(label))}>
          <button type="submit">Draw one for me</button>
          <label class="hidden-text" for="sketch-class">Class to draw</label>
          ${classChoice('sketch-class', (chosen) => {
            label = chosen;
          })}
        </form>
        <form class="one-line" @submit=${onSubmit(load)}>
          <button type="submit">Load a test image</button>
          <label class="hidden-text" for="test-image-number">Image number</label>
          <input
            id="test-image-number"
            inputmode="numeric"
            autocomplete="off"
            placeholder="any number"
            .value=${live(typed)}
            aria-invalid=${numberIsBad()}
            @input=${(/** @type {Event} */ event) => {
              typed = /** @type {HTMLInputElement} */ (event.target).value.trim();
              draw();
            }}
          />
        </form>
        ${
          numberIsBad()
            ? html`<p class="error" role="alert">
                Image number must be a whole number from 0 to ${count(Math.max(testImages, 1) - 1)}.
              </p>`
            : nothing
        }`,
      root,
    );

  return {
    /** @param {State} state */
    update: ({ subject, data }) => {
      root.hidden = subject === 'photo';
      testImages = data?.test ?? 0;
      draw();
    },
  };
}
