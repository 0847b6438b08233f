// Pointer and keyboard on a photo, turned into a crop box. Knows no pixels of the photo but its size.

import { ARROWS } from './arrow-keys.js';
import { boxBetween, draggedBox, gripAt, movedBox, resizedBox } from './crop.js';

/** @typedef {import('./crop.js').Box} Box */
/** @typedef {import('./crop.js').Size} Size */

const GRIP_REACH = 14; // CSS pixels around a corner
const KEY_STEPS = 50; // from one side of the photo to the other

/**
 * @param {HTMLElement} element shows the whole photo
 * @param {{ photo: () => (Size & { crop: Box | undefined }) | undefined, change: (box: Box) => void }} options
 *   photo: without a crop box nothing is listened to
 */
export function listenForCrop(element, { photo, change }) {
  /** @type {{ id: number, grip: import('./crop.js').Grip | undefined, box: Box, x: number, y: number } | undefined} */
  let drag;

  /** @param {PointerEvent} event @param {Size} size */
  const position = ({ clientX, clientY }, { width }) => {
    const place = element.getBoundingClientRect();
    const scale = width / place.width;
    return { x: (clientX - place.left) * scale, y: (clientY - place.top) * scale, scale };
  };

  element.addEventListener('pointerdown', (event) => {
    const size = photo();
    if (!size?.crop || drag || event.button !== 0) {
      return;
    }
    const { x, y, scale } = position(event, size);
    drag = { id: event.pointerId, grip: gripAt(size.crop, x, y, GRIP_REACH * scale), box: size.crop, x, y };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener('pointermove', (event) => {
    const size = photo();
    if (!size?.crop || event.pointerId !== drag?.id) {
      return;
    }
    const { x, y } = position(event, size);
    change(
      drag.grip ? draggedBox(size, drag.box, drag.grip, drag.x, drag.y, x, y) : boxBetween(size, drag.x, drag.y, x, y),
    );
  });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
    element.addEventListener(type, (event) => {
      if (event.pointerId === drag?.id) {
        drag = undefined;
      }
    });
  }

  element.addEventListener('keydown', (event) => {
    const size = photo();
    const arrow = ARROWS[event.key];
    if (!size?.crop || !arrow) {
      return;
    }
    event.preventDefault();
    const step = Math.max(1, Math.round(Math.max(size.width, size.height) / KEY_STEPS));
    const move = event.shiftKey ? resizedBox : movedBox;
    change(move(size, size.crop, arrow[0] * step, arrow[1] * step));
  });
}
