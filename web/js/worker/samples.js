// The first few training images of each class, for the sheet that the page opens with.

import { unwrap } from './module-session.js';

/**
 * @param {import('./module-session.js').Session} session
 * @param {number} perClass
 * @param {number} classes
 * @returns {Uint8Array[][]} one list of images (784 grey levels each) a class; shorter when there are not enough
 */
export function firstOfEachClass(session, perClass, classes) {
  /** @type {Uint8Array[][]} */
  const found = Array.from({ length: classes }, () => []);
  const { train } = unwrap(session.dataCounts());
  for (let i = 0; i < train && found.some((images) => images.length < perClass); ++i) {
    const { pixels, label } = unwrap(session.image('train', i));
    const images = found[label];
    if (images && images.length < perClass) {
      images.push(pixels);
    }
  }
  return found;
}
