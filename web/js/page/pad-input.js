// Pointer and keyboard on the drawing pad, turned into strokes in pad units. Knows no tool and no pixels.

import { ARROWS } from './arrow-keys.js';
import { PAD_SIZE } from './pad.js';

/**
 * @typedef {object} PadInputOptions
 * @property {(x: number, y: number) => void} begin a stroke starts here
 * @property {(points: number[]) => void} extend the stroke goes on: x, y, x, y, …
 * @property {(x: number, y: number, penDown: boolean) => void} cursorMoved the keyboard's pen
 * @property {() => void} undo
 * @property {() => void} redo
 */

const KEY_STEP = 4;
const LONG_KEY_STEP = 16; // with Shift

/**
 * The usual keys for taking back and bringing back.
 * @param {KeyboardEvent} event
 * @returns {'undo' | 'redo' | undefined}
 */
function historyKey({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey || !(ctrlKey || metaKey)) {
    return undefined;
  }
  const letter = key.toLowerCase();
  if (letter === 'z') {
    return shiftKey ? 'redo' : 'undo';
  }
  return letter === 'y' ? 'redo' : undefined;
}

/** @param {number} value */
const clampToPad = (value) => Math.min(PAD_SIZE, Math.max(0, value));

/**
 * @param {HTMLElement} pad the element drawn on; its box is the pad
 * @param {PadInputOptions} options
 */
export function listenToPad(pad, { begin, extend, cursorMoved, undo, redo }) {
  /** @type {number | undefined} the pointer that draws; others are ignored meanwhile */
  let pointer;
  const cursor = { x: PAD_SIZE / 2, y: PAD_SIZE / 2, penDown: false };

  /** @param {PointerEvent} event @returns {[number, number]} */
  const position = (event) => {
    // Measured anew each time: the page may have scrolled or been zoomed since.
    const box = pad.getBoundingClientRect();
    const scale = PAD_SIZE / box.width;
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
  };

  pad.addEventListener('pointerdown', (event) => {
    if (pointer !== undefined || event.button !== 0) {
      return;
    }
    pointer = event.pointerId;
    cursor.penDown = false; // one stroke at a time
    pad.setPointerCapture(pointer);
    begin(...position(event));
  });
  pad.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pointer) {
      return;
    }
    const parts = event.getCoalescedEvents();
    extend((parts.length > 0 ? parts : [event]).flatMap(position));
  });
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel', 'lostpointercapture'])) {
    pad.addEventListener(type, (event) => {
      if (event.pointerId === pointer) {
        pointer = undefined;
      }
    });
  }
  pad.addEventListener('contextmenu', (event) => event.preventDefault());

  pad.addEventListener('keydown', (event) => {
    const arrow = ARROWS[event.key];
    const history = historyKey(event);
    if (history) {
      (history === 'undo' ? undo : redo)();
    } else if (event.key === ' ') {
      cursor.penDown = !cursor.penDown;
      if (cursor.penDown) {
        begin(cursor.x, cursor.y);
      }
    } else if (arrow) {
      const step = event.shiftKey ? LONG_KEY_STEP : KEY_STEP;
      cursor.x = clampToPad(cursor.x + arrow[0] * step);
      cursor.y = clampToPad(cursor.y + arrow[1] * step);
      if (cursor.penDown) {
        extend([cursor.x, cursor.y]);
      }
    } else {
      return;
    }
    event.preventDefault();
    cursorMoved(cursor.x, cursor.y, cursor.penDown);
  });
  pad.addEventListener('focus', () => cursorMoved(cursor.x, cursor.y, cursor.penDown));
  pad.addEventListener('blur', () => {
    cursor.penDown = false;
  });
}
