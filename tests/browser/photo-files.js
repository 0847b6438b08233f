// Pictures as files, made here: no photo of anybody is needed to see how the page takes them.

import zlib from 'node:zlib';
import jpeg from 'jpeg-js';

/** @typedef {[red: number, green: number, blue: number, alpha: number]} Colour */
/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} PictureFile */

const BYTES = 4; // a pixel

/** @param {number} width @param {number} height @param {(x: number, y: number) => Colour} colourAt */
function paint(width, height, colourAt) {
  const pixels = Buffer.alloc(width * height * BYTES);
  for (let y = 0; y < height; ++y) {
    for (let x = 0; x < width; ++x) {
      pixels.set(colourAt(x, y), BYTES * (y * width + x));
    }
  }
  return pixels;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The check sum of a PNG chunk (RFC 1952's). @param {Buffer} bytes */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/**
 * A PNG file. Without pixels its head alone, which says its size.
 * @param {number} width
 * @param {number} height
 * @param {((x: number, y: number) => Colour) | undefined} [colourAt]
 * @returns {PictureFile}
 */
export function png(width, height, colourAt) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8); // bits a channel; red, green, blue, alpha
  const chunks = [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', header)];
  if (colourAt) {
    const rows = paint(width, height, colourAt);
    const row = width * BYTES;
    const filtered = Array.from({ length: height }, (_, y) => [Buffer.alloc(1), rows.subarray(y * row, (y + 1) * row)]);
    chunks.push(chunk('IDAT', zlib.deflateSync(Buffer.concat(filtered.flat()))), chunk('IEND', Buffer.alloc(0)));
  }
  return { name: 'picture.png', mimeType: 'image/png', buffer: Buffer.concat(chunks) };
}

/**
 * A JPEG file whose EXIF data say that it must be turned by 90° clockwise to stand upright (orientation 6).
 * @param {number} width as stored, before it is turned
 * @param {number} height
 * @param {(x: number, y: number) => Colour} colourAt
 * @returns {PictureFile}
 */
export function lyingJpeg(width, height, colourAt) {
  const { data } = jpeg.encode({ width, height, data: paint(width, height, colourAt) }, 95);
  const tiff = Buffer.from([
    ...Buffer.from('MM\0*\0\0\0\x08', 'latin1'), // most significant byte first; the directory follows at once
    ...[0, 1], // one entry:
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0], // orientation, a short, one of them: 6
    ...[0, 0, 0, 0], // no other directory
  ]);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const marker = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return {
    name: 'lying.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.concat([data.subarray(0, 2), marker, exif, data.subarray(2)]),
  };
}

const INK = /** @type {Colour} */ ([150, 30, 40, 255]);

/**
 * A T-shirt in the middle of a picture, dark red on a ground.
 * @param {number} width
 * @param {number} height
 * @param {Colour} [ground]
 */
export const tShirt =
  (width, height, ground = [235, 235, 230, 255]) =>
  (/** @type {number} */ x, /** @type {number} */ y) => {
    const [u, v] = [(2 * x) / width - 1, y / height];
    const isBody = Math.abs(u) < 0.35 && v > 0.2 && v < 0.85;
    const isSleeve = Math.abs(u) < 0.62 && v > 0.2 && v < 0.42;
    return isBody || isSleeve ? INK : ground;
  };
