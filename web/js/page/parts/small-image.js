// One image of grey levels as a canvas, as large as its place.

import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { IMAGE_SIZE } from '../../classes.js';
import { paintGrey } from '../../plot/grey-image.js';

/**
 * @param {Uint8Array | undefined} pixels of 28 rows where no width is given; empty as long as they are not here
 * @param {string} [label] what it shows; none where something around it says so
 * @param {number} [width]
 */
export const smallImage = (pixels, label, width = IMAGE_SIZE) =>
  html`<canvas
    role=${label ? 'img' : nothing}
    aria-label=${label ?? nothing}
    width=${width}
    height=${(pixels?.length ?? width * IMAGE_SIZE) / width}
    ${ref((canvas) => {
      const context = /** @type {HTMLCanvasElement | undefined} */ (canvas)?.getContext('2d');
      if (context && pixels) {
        paintGrey(context, pixels, width);
      }
    })}
  ></canvas>`;
