// A picture file of a person, checked before it is decoded: what is too large for this machine, or no picture, is refused in
// a sentence.

import { BMP } from '../../vendor/image-size/dist/esm/types/bmp.js';
import { GIF } from '../../vendor/image-size/dist/esm/types/gif.js';
import { HEIF } from '../../vendor/image-size/dist/esm/types/heif.js';
import { JPG } from '../../vendor/image-size/dist/esm/types/jpg.js';
import { PNG } from '../../vendor/image-size/dist/esm/types/png.js';
import { SVG } from '../../vendor/image-size/dist/esm/types/svg.js';
import { WEBP } from '../../vendor/image-size/dist/esm/types/webp.js';
import { count } from './format.js';

export const MOST_MEGABYTES = 8;
export const MOST_MEGAPIXELS = 16;
const LARGEST_SIDE = 512; // pixels of the picture that is worked with, as the core takes them
const HEAD = 4096; // bytes in which an SVG file says what it is
const KINDS = [JPG, PNG, WEBP, GIF, BMP, HEIF];
const UNREADABLE = 'This browser cannot read this picture: it is damaged, or of a kind that it does not know.';

/** Throws an Error with a sentence where the file's size alone says no. @param {number} bytes */
export function checkFileSize(bytes) {
  if (bytes === 0) {
    throw new Error('This file is empty: it has 0 bytes.');
  }
  if (bytes > MOST_MEGABYTES * 2 ** 20) {
    const size = (Math.ceil((bytes / 2 ** 20) * 10) / 10).toFixed(1);
    throw new Error(`This picture has ${size} MB: ${MOST_MEGABYTES} at most. Make it smaller and try again.`);
  }
}

/**
 * Throws an Error with a sentence for what is no picture, and for one with too many pixels. Only the head of the file is read.
 * @param {Uint8Array} bytes the whole file
 */
export function checkPicture(bytes) {
  if (isOf(SVG, bytes.subarray(0, HEAD))) {
    throw new Error('SVG files are not taken: save the picture as PNG or JPEG and try again.');
  }
  const kind = KINDS.find((each) => isOf(each, bytes));
  if (!kind) {
    throw new Error('This file is no picture that the page knows: JPEG, PNG, WebP, GIF, BMP, AVIF or HEIC.');
  }
  /** @type {{ width: number, height: number }} */
  let size;
  try {
    size = kind.calculate(bytes);
  } catch {
    throw new Error(UNREADABLE);
  }
  const pixels = size.width * size.height;
  if (!(pixels > 0)) {
    throw new Error(UNREADABLE);
  }
  if (pixels > MOST_MEGAPIXELS * 1e6) {
    throw new Error(
      `This picture has ${count(size.width)} × ${count(size.height)} pixels: ${MOST_MEGAPIXELS} million at most. Make it smaller and try again.`,
    );
  }
}

/** @param {{ validate: (bytes: Uint8Array) => boolean }} kind @param {Uint8Array} bytes */
function isOf(kind, bytes) {
  try {
    return kind.validate(bytes);
  } catch {
    return false; // it begins like one, and breaks off
  }
}

/**
 * The size in which a picture is worked with: its shape, the longer side no longer than LARGEST_SIDE.
 * @param {number} width
 * @param {number} height
 */
export function workingSize(width, height) {
  const scale = Math.min(1, LARGEST_SIDE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * @param {CanvasImageSource} source
 * @param {number} width of the source
 * @param {number} height
 */
export function smallPicture(source, width, height) {
  const size = workingSize(width, height);
  const canvas = Object.assign(document.createElement('canvas'), size);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, size.width, size.height);
  return context.getImageData(0, 0, size.width, size.height);
}

/**
 * The picture of a file, the right way up (as its EXIF data says), see-through where it is. Rejects with a sentence.
 * @param {Blob} file
 */
export async function readPhoto(file) {
  checkFileSize(file.size);
  checkPicture(new Uint8Array(await file.arrayBuffer()));
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new Error(UNREADABLE);
  });
  const picture = smallPicture(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  return picture;
}
