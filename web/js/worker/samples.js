// What the page shows of the images: the first few of each class, and the true classes of the test images.

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

/** The true class of every test image. @param {import('./module-session.js').Session} session */
export function testLabels(session) {
  const { test } = unwrap(session.dataCounts());
  return Uint8Array.from({ length: test }, (_, i) => unwrap(session.image('test', i)).label);
}
