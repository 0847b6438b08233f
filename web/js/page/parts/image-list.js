// A row of test images with the network's answers; each opens.

import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { CLASS_NAMES } from '../../classes.js';
import { count, percent } from '../format.js';
import { smallImage } from './small-image.js';

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
        ${smallImage(grey)}
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
