// What the network is shown: the drawing on the pad, or the photo. Pure.

/** @typedef {import('./store.js').State} State */
/** @typedef {import('../protocol.js').Answer} Answer */
/** @typedef {'drawing' | 'photo'} Subject */

/** Why there is nothing to classify, or that there is something. @typedef {'blank' | 'too-small' | 'uniform' | 'no-photo' | 'looking' | 'nothing' | 'there'} Content */

/**
 * pixels: 784 grey levels of each view, of which the answer is the mean; isOwn: not a test image.
 * @typedef {{ content: Content, pixels: Uint8Array | undefined, answer: Answer | undefined, isOwn: boolean }} Shown
 */

/** @param {State} state @returns {Shown} */
export function shownToNetwork({ subject, pad, photo }) {
  if (subject === 'photo') {
    const { steps, answer } = photo ?? {};
    const content = !photo ? 'no-photo' : !steps ? 'looking' : steps.content === 'garment' ? 'there' : 'nothing';
    return { content, pixels: content === 'there' ? steps?.views : undefined, answer, isOwn: true };
  }
  const { result, base } = pad;
  const content = !result ? 'blank' : result.content === 'drawn' ? 'there' : result.content;
  return { content, pixels: content === 'there' ? result?.seen : undefined, answer: result?.answer, isOwn: !base };
}
