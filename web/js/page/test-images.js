// Test images by number, asked of the worker once each.

/** @typedef {import('./worker-client.js').WorkerClient} WorkerClient */

/**
 * @param {WorkerClient} client
 * @param {() => void} onNews called when an image has come
 */
export function createTestImages(client, onNews) {
  /** @type {Map<number, Uint8Array | undefined>} */
  const images = new Map();
  return {
    /** Its 784 grey levels, now or after onNews. @param {number} index */
    pixels(index) {
      if (!images.has(index)) {
        images.set(index, undefined);
        client.request({ type: 'test-image', index }).then(
          ({ pixels }) => {
            images.set(index, pixels);
            onNews();
          },
          () => images.delete(index), // asked for again when it is shown the next time
        );
      }
      return images.get(index);
    },
  };
}
