// Until the first run: a sheet of real garments with their names, so that a visitor knows what the network will see.

import { html, render } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { CLASS_NAMES, IMAGE_SIZE } from '../../classes.js';
import { paintGrey } from '../../plot/grey-image.js';

/** @typedef {import('../store.js').State} State */

const COLUMNS = 3;

/** @param {HTMLElement} root */
export function createSamplesView(root) {
  /** @type {Uint8Array[][] | undefined} */
  let painted;

  /** @param {Uint8Array[]} images @param {HTMLCanvasElement} canvas */
  const paint = (images, canvas) => {
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    images.forEach((pixels, i) => {
      const left = (i % COLUMNS) * IMAGE_SIZE;
      paintGrey(context, pixels, IMAGE_SIZE, left, Math.floor(i / COLUMNS) * IMAGE_SIZE);
    });
  };

  /** @param {State} state */
  const update = ({ run, samples }) => {
    root.hidden = run !== undefined;
    if (painted && painted === samples) {
      return;
    }
    painted = samples;
    render(
      html`<p class="lead">The ten kinds of clothes, as the network gets them: 28 × 28 grey pixels each.</p>
        <div class="sheet">
          ${CLASS_NAMES.map((name, c) => {
            const images = samples?.[c] ?? [];
            return html`<figure>
              <canvas
                role="img"
                aria-label="Examples of ${name}"
                width=${COLUMNS * IMAGE_SIZE}
                height=${2 * IMAGE_SIZE}
                ${ref((canvas) => canvas && paint(images, /** @type {HTMLCanvasElement} */ (canvas)))}
              ></canvas>
              <figcaption>${name}</figcaption>
            </figure>`;
          })}
        </div>`,
      root,
    );
  };
  return { update };
}
