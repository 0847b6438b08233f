// A row of test images with the network's answers; each opens.

import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { ref } from '../../../vendor/lit-html/directives/ref.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { CLASS_NAMES, IMAGE_SIZE } from '../../classes.js';
import { paintGrey } from '../../plot/grey-image.js';
import { count, percent } from '../format.js';

/** @typedef {import('../mistakes.js').Judged} Judged */

/**
 * @param {Judged[]} images
 * @param {{ shown: number, opened: number | undefined, pixels: (index: number) => Uint8Array | undefined,
 *   open: (index: number) => void, more: () => void }} options shown: how many of them
 */
export function imageList(images, { shown, opened, pixels, open, more }) {
  /** @param {Judged} image */
  const item = ({ index, truth, answer, confidence }) => {
    const grey = pixels(index);
    const words =
      truth === answer ? `${CLASS_NAMES[truth]}, rightly` : `${CLASS_NAMES[truth]}, taken for ${CLASS_NAMES[answer]}`;
    return html`<li>
      <button
        type="button"
        id="image-${index}"
        aria-pressed=${index === opened ? 'true' : 'false'}
        aria-label="Test image ${index}: ${words}, ${percent(confidence)}"
        @click=${() => open(index)}
      >
        <canvas
          width=${IMAGE_SIZE}
          height=${IMAGE_SIZE}
          ${ref((canvas) => {
            const context = /** @type {HTMLCanvasElement | undefined} */ (canvas)?.getContext('2d');
            if (context && grey) {
              paintGrey(context, grey, IMAGE_SIZE);
            }
          })}
        ></canvas>
        <span>${percent(confidence)}</span>
        <span class="hint"
          >${truth === answer ? CLASS_NAMES[truth] : `${CLASS_NAMES[truth]} → ${CLASS_NAMES[answer]}`}</span
        >
      </button>
    </li>`;
  };
  return html`<ul class="image-list">
      ${repeat(images.slice(0, shown), ({ index }) => index, item)}
    </ul>
    ${
      images.length > shown
        ? html`<button type="button" class="quiet" @click=${more}>
            Show more (${count(images.length - shown)} left)
          </button>`
        : nothing
    }`;
}
