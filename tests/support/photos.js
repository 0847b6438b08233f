// Photos of clothes, from a folder laid out like the one that the project measures with: JPEG files whose names begin with their
// class, such as ankle-boot-1.jpg.

import fs from 'node:fs';
import path from 'node:path';
import jpeg from 'jpeg-js';
import { CLASS_NAMES } from '../../web/js/classes.js';

/** pixels: red, green, blue, alpha. @typedef {{ file: string, label: number, width: number, height: number, pixels: Uint8Array }} Photo */

/** The beginning of a file's name for each class: “T-shirt/top” is “t-shirt” there. */
const PREFIXES = CLASS_NAMES.map((name) => name.split('/')[0]?.toLowerCase().replaceAll(' ', '-') ?? name);

/**
 * @param {string} folder
 * @returns {Photo[]}
 */
export function readPhotos(folder) {
  return fs
    .readdirSync(folder)
    .filter((file) => /\.jpe?g$/i.test(file))
    .sort()
    .map((file) => {
      const label = PREFIXES.findIndex((prefix) => file.startsWith(prefix));
      if (label < 0) {
        throw new Error(`the name of ${file} does not begin with one of ${PREFIXES.join(', ')}`);
      }
      const { width, height, data } = jpeg.decode(fs.readFileSync(path.join(folder, file)), { useTArray: true });
      return { file, label, width, height, pixels: data };
    });
}
