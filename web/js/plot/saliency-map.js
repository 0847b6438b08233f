// Which pixels an answer hangs on, as a picture: blue where more ink would speak against it, orange where for it.

const FOR = [213, 94, 0]; // Okabe and Ito's vermilion and blue, as for the curves
const AGAINST = [0, 114, 178];

/**
 * @param {CanvasRenderingContext2D} context of a canvas of 28 × 28
 * @param {Float32Array} saliency 784 slopes; their largest size is full colour
 */
export function paintSaliency(context, saliency) {
  const largest = saliency.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0) || 1;
  const image = new ImageData(28, 28);
  saliency.forEach((slope, i) => {
    const strength = Math.abs(slope) / largest;
    const colour = slope > 0 ? FOR : AGAINST;
    for (let channel = 0; channel < 3; ++channel) {
      image.data[4 * i + channel] = 255 + /** @type {number} */ (colour[channel] - 255) * strength;
    }
    image.data[4 * i + 3] = 255;
  });
  context.putImageData(image, 0, 0);
}
