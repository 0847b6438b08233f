// How a drawing becomes what the network sees, one picture a step.

import { html } from '../../../vendor/lit-html/lit-html.js';
import { IMAGE_SIZE } from '../../classes.js';
import { smallImage } from './small-image.js';

/** @typedef {import('../../protocol.js').DrawingData} DrawingData */

/**
 * A rectangle of a grey picture, row by row.
 * @param {Uint8Array} picture
 * @param {number} pictureWidth
 * @param {{ left: number, top: number, width: number, height: number }} box
 */
function cutOut(picture, pictureWidth, { left, top, width, height }) {
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; ++y) {
    const start = (top + y) * pictureWidth + left;
    pixels.set(picture.subarray(start, start + width), y * width);
  }
  return pixels;
}

/** Left and right changed places. @param {Uint8Array} image 28 × 28 */
const mirrored = (image) =>
  Uint8Array.from(image, (_, i) => image[i - (i % IMAGE_SIZE) + IMAGE_SIZE - 1 - (i % IMAGE_SIZE)] ?? 0);

/** @param {DrawingData} drawing that has been fitted */
export function drawingSteps({ picture, box, seen }) {
  const [left = 0, top = 0, width = 1, height = 1] = box;
  const side = Math.sqrt(picture.length);
  const step = (/** @type {ReturnType<typeof smallImage>} */ image, /** @type {string} */ name) =>
    html`<li>${image}<span aria-hidden="true">${name}</span></li>`;
  return html`<ol class="image-steps">
      ${step(smallImage(picture, 'As drawn', side), 'drawn')}
      ${step(smallImage(cutOut(picture, side, { left, top, width, height }), 'Cut out', width), 'cut out')}
      ${step(smallImage(seen, 'Fitted to 28 × 28'), 'fitted')}
      ${step(smallImage(mirrored(seen), 'Mirrored'), 'mirrored')}
    </ol>
    <p class="hint">
      What is drawn is cut out; its longer side is made 28 pixels long and the shorter one centred. The answer is the
      mean of what the network says of this and of its mirror image.
    </p>`;
}
