// Beside the pad: a drawing to start from, the steps of a drawing, and the training images that are most like what the network is shown.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { drawingSteps } from '../parts/drawing-steps.js';
import { smallImage } from '../parts/small-image.js';

/** @typedef {import('../../protocol.js').NearImage} NearImage */

/**
 * @param {HTMLElement} root
 * @param {{ sketch: (label: number) => void }} actions
 */
export function createPadLabView(root, { sketch }) {
  let chosen = 0;
  /** @type {NearImage[]} */
  let nearest = [];
  /** @type {import('../store.js').State | undefined} */
  let shown;
  let stepsAreOpen = false;

  /** The steps of the drawing; they are made only while somebody looks at them. */
  const steps = () => {
    const result = shown?.subject === 'drawing' ? shown.pad.result : undefined;
    return result && result.box.length > 0
      ? html`<details
          class="drawing-steps"
          @toggle=${(/** @type {Event} */ event) => {
            stepsAreOpen = /** @type {HTMLDetailsElement} */ (event.target).open;
            update();
          }}
        >
          <summary>From the drawing to 28 × 28, step by step</summary>
          ${stepsAreOpen ? drawingSteps(result) : nothing}
        </details>`
      : nothing;
  };

  const update = () =>
    render(
      html`<form
          class="test-image"
          ?hidden=${shown?.subject === 'photo'}
          @submit=${(/** @type {Event} */ event) => {
            event.preventDefault();
            sketch(chosen);
          }}
        >
          <button type="submit">Draw one for me</button>
          <label class="hidden-text" for="sketch-class">Class to draw</label>
          <select
            id="sketch-class"
            @change=${(/** @type {Event} */ event) => {
              chosen = Number(/** @type {HTMLSelectElement} */ (event.target).value);
            }}
          >
            ${CLASS_NAMES.map((name, c) => html`<option value=${c}>${name}</option>`)}
          </select>
        </form>
        ${steps()}
        ${
          nearest.length === 0
            ? nothing
            : html`<figure class="nearest">
                <figcaption>Most like it, of the training images</figcaption>
                <ul>
                  ${nearest.map(
                    ({ label, pixels }) =>
                      html`<li>
                        ${smallImage(pixels, CLASS_NAMES[label])}
                        <span aria-hidden="true">${CLASS_NAMES[label]}</span>
                      </li>`,
                  )}
                </ul>
              </figure>`
        }`,
      root,
    );
  update();
  return {
    /** @param {import('../store.js').State} state */
    update: (state) => {
      shown = state;
      update();
    },
    /** @param {NearImage[]} images */
    showNearest: (images) => {
      nearest = images;
      update();
    },
  };
}
