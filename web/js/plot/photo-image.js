// A photo on a canvas: what counts as background is darkened, and the crop box is drawn over it. Nothing is read back.

/** @typedef {{ left: number, top: number, width: number, height: number }} Box */

const BACKGROUND_OPACITY = 165; // of 255, of the black over what is not garment
const HANDLE = 14; // pixels of the canvas

/** @param {ImageData} image */
function asCanvas(image) {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.putImageData(image, 0, 0);
  return canvas;
}

/** @param {Uint8Array} mask 255: garment, 0: background @param {number} width */
function shade(mask, width) {
  const pixels = new Uint8ClampedArray(mask.length * 4);
  mask.forEach((level, i) => {
    pixels[4 * i + 3] = ((255 - level) * BACKGROUND_OPACITY) / 255;
  });
  return asCanvas(new ImageData(pixels, width));
}

/** @param {CanvasRenderingContext2D} context @param {Box} box in pixels of the canvas */
function paintBox(context, { left, top, width, height }) {
  for (const [colour, line] of /** @type {const} */ ([
    ['black', 4],
    ['white', 2],
  ])) {
    context.strokeStyle = colour;
    context.lineWidth = line;
    context.strokeRect(left, top, width, height);
  }
  for (const x of [left, left + width]) {
    for (const y of [top, top + height]) {
      context.fillStyle = 'white';
      context.fillRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
      context.strokeStyle = 'black';
      context.strokeRect(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE);
    }
  }
}

/**
 * Fills the whole canvas, which has the photo's shape.
 * @param {CanvasRenderingContext2D} context
 * @param {{ image: ImageData, mask: Uint8Array | undefined, maskWidth: number, crop: Box | undefined }} photo
 */
export function paintPhoto(context, { image, mask, maskWidth, crop }) {
  const { width, height } = context.canvas;
  context.fillStyle = 'white'; // behind what is see-through
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(asCanvas(image), 0, 0, width, height);
  if (mask && mask.length > 0) {
    context.drawImage(shade(mask, maskWidth), 0, 0, width, height);
  }
  if (crop) {
    const scale = width / image.width;
    paintBox(context, {
      left: crop.left * scale,
      top: crop.top * scale,
      width: crop.width * scale,
      height: crop.height * scale,
    });
  }
}
