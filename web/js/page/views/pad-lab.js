// Below the pad: the steps of a drawing, and the training images that are most like what the network is shown.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';
import { drawingSteps } from '../parts/drawing-steps.js';
import { smallImage } from '../parts/small-image.js';

/** @typedef {import('../../protocol.js').NearImage} NearImage */

/** @param {HTMLElement} root */
export function createPadLabView(root) {
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
      html`${steps()}
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
