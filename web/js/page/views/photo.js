// A photo to be classified: how it comes in, where its garment lies, and what was made of it, step by step.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { IMAGE_SIZE } from '../../classes.js';
import { paintPhoto } from '../../plot/photo-image.js';
import { firstBox } from '../crop.js';
import { listenForCrop } from '../crop-input.js';
import { helpButton, helpText } from '../help.js';
import { createFileChooser } from '../parts/file-chooser.js';
import { smallImage } from '../parts/small-image.js';
import { canUseCamera } from '../photo-actions.js';
import { MOST_MEGABYTES, MOST_MEGAPIXELS } from '../photo-file.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../photo.js').Photo} Photo */
/** @typedef {import('../photo.js').Framing} Framing */
/** @typedef {import('../photo-actions.js').PhotoNews} PhotoNews */

const LONGER_SIDE = 560; // pixels of the canvas
const PIXELS = IMAGE_SIZE * IMAGE_SIZE;

/**
 * @param {HTMLElement} root
 * @param {{ open: (file: File) => void, current: () => Photo | undefined, frame: (framing: Partial<Framing>) => void,
 *   openCamera: () => void, closeCamera: () => void, takePicture: (video: HTMLVideoElement) => void }} actions
 *   current: keys and pointer come faster than the page is drawn
 */
export function createPhotoView(root, actions) {
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', 'Photo');
  canvas.setAttribute('aria-describedby', 'photo-hint');
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const video = Object.assign(document.createElement('video'), { autoplay: true, muted: true, playsInline: true });
  video.setAttribute('aria-label', 'What the camera sees');
  const chooser = createFileChooser('Photo to open', 'image/*', actions.open);
  /** @type {Photo | undefined} */
  let photo;
  /** @type {PhotoNews} */
  let news = { message: undefined, isReading: false, camera: undefined };
  let helpIsOpen = false;

  listenForCrop(canvas, {
    photo: () => {
      const now = actions.current();
      return now && { width: now.image.width, height: now.image.height, crop: now.crop };
    },
    change: (crop) => actions.frame({ crop }),
  });

  /** @param {Photo} its */
  const paint = ({ image, crop, steps }) => {
    const scale = LONGER_SIDE / Math.max(image.width, image.height);
    const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * scale)));
    if (canvas.width !== width || canvas.height !== height) {
      Object.assign(canvas, { width, height });
    }
    canvas.classList.toggle('cropped', crop !== undefined);
    paintPhoto(context, { image, mask: steps?.mask, maskWidth: steps?.width ?? 0, crop });
  };

  const sources = (/** @type {string} */ openName) =>
    html`<button type="button" @click=${() => chooser.click()}>${openName}</button> ${
        canUseCamera() ? html`<button type="button" @click=${actions.openCamera}>Camera</button>` : nothing
      }`;

  const invitation = () =>
    html`<p class="photo-place">Open a photo of one garment, drop it anywhere on this page, or paste it.</p>
      <div class="buttons">${sources('Open a photo')}</div>
      <p class="hint">
        Nothing leaves this machine: the photo is read by this page, and sent nowhere. ${MOST_MEGABYTES} MB and
        ${MOST_MEGAPIXELS} megapixels at most.
      </p>`;

  const cameraPart = () =>
    html`${video}
      <div class="buttons">
        <button type="button" @click=${() => actions.takePicture(video)}>Take the picture</button>
        <button type="button" @click=${actions.closeCamera}>Cancel</button>
      </div>
      <p class="hint">What the camera sees stays on this machine.</p>`;

  /** @param {import('../photo.js').PhotoSteps} steps */
  const stepsPart = ({ width, mask, item, views }) =>
    html`<ol class="image-steps">
      <li>${smallImage(mask, 'The garment found', width)}<span aria-hidden="true">found</span></li>
      <li>${smallImage(item, 'Its greys', width)}<span aria-hidden="true">its greys</span></li>
      ${[0, 1, 2].map(
        (i) =>
          html`<li>
            ${smallImage(views.slice(i * PIXELS, (i + 1) * PIXELS), `What the network sees, view ${i + 1}`)}
            <span aria-hidden="true">view ${i + 1}</span>
          </li>`,
      )}
    </ol>`;

  /** @param {Photo} its */
  const photoPart = ({ image, crop, bias, steps }) =>
    html`${canvas}
      <p class="hidden-text" id="photo-hint">
        ${crop ? 'By keyboard: the arrow keys move the box; with Shift they change its size.' : ''}
      </p>
      <div class="buttons">
        ${sources('Open another')}
        <button
          type="button"
          aria-pressed=${crop !== undefined}
          @click=${() => actions.frame({ crop: actions.current()?.crop ? undefined : firstBox(image) })}
        >
          Crop
        </button>
      </div>
      ${crop ? html`<p class="hint">Draw a box around the garment. All else is background.</p>` : nothing}
      <div class="photo-bias">
        <label for="photo-bias">Garment</label>
        <input
          id="photo-bias"
          type="range"
          min="-1"
          max="1"
          step="0.1"
          .value=${live(String(bias))}
          @input=${(/** @type {Event} */ event) =>
            actions.frame({ bias: Number(/** @type {HTMLInputElement} */ (event.target).value) })}
        />
        ${helpButton('How the garment is found', 'photo-help', helpIsOpen, () => {
          helpIsOpen = !helpIsOpen;
          update();
        })}
      </div>
      ${helpText(
        'photo-help',
        helpIsOpen,
        'How much of the photo counts as garment; the rest is darkened. It is found by its colours: those of the border against those of the middle, and no network takes part. Its greys are fitted to 28 × 28 in three ways, and the answer is the mean over these and their mirror images.',
      )}
      ${steps?.content === 'garment' ? stepsPart(steps) : nothing}`;

  const update = () => {
    if (photo) {
      paint(photo);
    }
    if (video.srcObject !== (news.camera ?? null)) {
      video.srcObject = news.camera ?? null;
    }
    render(
      html`<p class="lead">One garment, on a plain ground.</p>
        ${news.camera ? cameraPart() : photo ? photoPart(photo) : invitation()} ${chooser}
        <div role="status">${news.isReading ? html`<p class="hint">Reading…</p>` : nothing}</div>
        <div role="alert">${news.message ? html`<p class="error">${news.message}</p>` : nothing}</div>`,
      root,
    );
  };

  return {
    /** @param {State} state */
    update: (state) => {
      ({ photo } = state);
      update();
    },
    /** @param {PhotoNews} its */
    showNews: (its) => {
      news = its;
      update();
    },
  };
}
