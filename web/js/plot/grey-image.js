// Grey pictures on a canvas. The picture is only shown: nothing is ever read back from the canvas.

/**
 * Grey levels as the colours of a canvas. Pure.
 * @param {Uint8Array} grey one byte a pixel
 * @returns {Uint8ClampedArray<ArrayBuffer>} red, green, blue, opacity a pixel
 */
function greyToRgba(grey) {
  const pixels = new Uint32Array(grey.length);
  grey.forEach((level, i) => {
    pixels[i] = 0xff000000 | (level * 0x010101); // little-endian, as every machine that runs a browser
  });
  return new Uint8ClampedArray(pixels.buffer);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Uint8Array} grey
 * @param {number} width
 * @param {number} [left]
 * @param {number} [top]
 */
export function paintGrey(context, grey, width, left = 0, top = 0) {
  context.putImageData(new ImageData(greyToRgba(grey), width, grey.length / width), left, top);
}
