// One image of 28 × 28 grey levels as a canvas, as large as its place.

import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { IMAGE_SIZE } from '../../classes.js';
import { paintGrey } from '../../plot/grey-image.js';

/**
 * @param {Uint8Array | undefined} pixels 784; empty as long as they are not here
 * @param {string} [label] what it shows; none where something around it says so
 */
export const smallImage = (pixels, label) =>
  html`<canvas
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    width=${IMAGE_SIZE}
    height=${IMAGE_SIZE}
    ${ref((canvas) => {
      const context = /** @type {HTMLCanvasElement | undefined} */ (canvas)?.getContext('2d');
      if (context && pixels) {
        paintGrey(context, pixels, IMAGE_SIZE);
      }
    })}
  ></canvas>`;
