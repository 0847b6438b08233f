// The box that a person draws around the garment of a photo: made, moved and resized, always inside the photo. Pure.

/** In pixels of the photo; whole numbers. @typedef {{ left: number, top: number, width: number, height: number }} Box */
/** @typedef {{ width: number, height: number }} Size */
/** Which part of a box was taken hold of. @typedef {'inside' | 'left-top' | 'right-top' | 'left-bottom' | 'right-bottom'} Grip */

export const LEAST_SIDE = 8; // pixels

/** @param {number} value @param {number} least @param {number} most */
const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

/** A new box in a photo: a tenth of each side inside. @param {Size} photo @returns {Box} */
export function firstBox({ width, height }) {
  const [left, top] = [Math.round(width / 10), Math.round(height / 10)];
  return { left, top, width: width - 2 * left, height: height - 2 * top };
}

/**
 * The box between two points, inside the photo and not smaller than LEAST_SIDE (or the photo, where that is smaller still).
 * @param {Size} photo
 * @param {number} x0 the corner that stays
 * @param {number} y0
 * @param {number} x1 the corner that moves
 * @param {number} y1
 * @returns {Box}
 */
export function boxBetween(photo, x0, y0, x1, y1) {
  const [left, width] = span(x0, x1, photo.width);
  const [top, height] = span(y0, y1, photo.height);
  return { left, top, width, height };
}

/** @param {number} from @param {number} to @param {number} size @returns {[start: number, length: number]} */
function span(from, to, size) {
  const least = Math.min(LEAST_SIDE, size);
  const still = clamp(Math.round(from), 0, size);
  const moved = clamp(Math.round(to), 0, size);
  const length = Math.max(Math.abs(moved - still), least);
  const start = moved < still ? still - length : still;
  return [clamp(start, 0, size - length), length];
}

/** @param {Size} photo @param {Box} box @param {number} dx @param {number} dy @returns {Box} */
export function movedBox(photo, box, dx, dy) {
  return {
    ...box,
    left: clamp(Math.round(box.left + dx), 0, photo.width - box.width),
    top: clamp(Math.round(box.top + dy), 0, photo.height - box.height),
  };
}

/** The box with its right and bottom sides elsewhere. @param {Size} photo @param {Box} box @param {number} dx @param {number} dy */
export function resizedBox(photo, { left, top, width, height }, dx, dy) {
  const right = Math.max(left + width + dx, left + Math.min(LEAST_SIDE, photo.width - left));
  const bottom = Math.max(top + height + dy, top + Math.min(LEAST_SIDE, photo.height - top));
  return boxBetween(photo, left, top, right, bottom);
}

/**
 * What a press at a point takes hold of; nothing outside the box.
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @param {number} reach how far from a corner still counts, in pixels of the photo
 * @returns {Grip | undefined}
 */
export function gripAt({ left, top, width, height }, x, y, reach) {
  const corners = /** @type {const} */ ([
    ['left-top', left, top],
    ['right-top', left + width, top],
    ['left-bottom', left, top + height],
    ['right-bottom', left + width, top + height],
  ]);
  const [nearest] = corners
    .map(([grip, cornerX, cornerY]) => ({ grip, distance: Math.max(Math.abs(x - cornerX), Math.abs(y - cornerY)) }))
    .sort((a, b) => a.distance - b.distance);
  if (nearest && nearest.distance <= reach) {
    return nearest.grip;
  }
  return x >= left && x <= left + width && y >= top && y <= top + height ? 'inside' : undefined;
}

/**
 * The box while its grip is drawn from where the press began to (x, y).
 * @param {Size} photo
 * @param {Box} box as it was at the press
 * @param {Grip} grip
 * @param {number} x0
 * @param {number} y0
 * @param {number} x
 * @param {number} y
 * @returns {Box}
 */
export function draggedBox(photo, box, grip, x0, y0, x, y) {
  if (grip === 'inside') {
    return movedBox(photo, box, x - x0, y - y0);
  }
  const isLeft = grip.startsWith('left');
  const isTop = grip.endsWith('top');
  const [right, bottom] = [box.left + box.width, box.top + box.height];
  return boxBetween(
    photo,
    isLeft ? right : box.left,
    isTop ? bottom : box.top,
    (isLeft ? box.left : right) + x - x0,
    (isTop ? box.top : bottom) + y - y0,
  );
}
