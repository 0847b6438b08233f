// The photo that is looked at: its picture, where its garment may lie, and what was made of it. Pure; the garment is found in
// C++ only.

/** @typedef {import('../protocol.js').PhotoSteps} PhotoSteps */
/** @typedef {import('../protocol.js').Answer} Answer */
/** @typedef {import('./crop.js').Box} Box */

/** crop: all else is background. bias: −1 … 1, above 0 more of the photo counts as garment. @typedef {{ crop: Box | undefined, bias: number }} Framing */

/**
 * image: at most 512 pixels a side. steps: of the framing of that time; none before the first came back. answer: to these
 * steps, or for a moment to those before.
 * @typedef {Framing & { image: ImageData, steps: PhotoSteps | undefined, answer: Answer | undefined }} Photo
 */

/**
 * @typedef {(
 *   | { type: 'photo-opened', image: ImageData }
 *   | { type: 'photo-framed', framing: Partial<Framing> }
 *   | { type: 'photo-seen', image: ImageData, steps: PhotoSteps }
 *   | { type: 'answer-arrived', pixels: Uint8Array, answer: Answer }
 * )} PhotoAction
 */

/**
 * @param {Photo | undefined} photo
 * @param {PhotoAction} action
 * @returns {Photo | undefined}
 */
export function reducePhoto(photo, action) {
  switch (action.type) {
    case 'photo-opened':
      return { image: action.image, crop: undefined, bias: 0, steps: undefined, answer: undefined };
    case 'photo-framed':
      return photo && { ...photo, ...action.framing };
    case 'photo-seen':
      return photo?.image === action.image ? { ...photo, steps: action.steps } : photo;
    case 'answer-arrived':
      return photo && photo.steps?.views === action.pixels ? { ...photo, answer: action.answer } : photo;
  }
}
