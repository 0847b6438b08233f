// A person's own pictures, each with the class that they say it has, as a file that other browsers can read. Pure.

import { CLASS_NAMES, IMAGE_SIZE } from '../classes.js';

/** id: unique. pixels: 784 grey levels, as the network gets them. @typedef {{ id: string, label: number, pixels: Uint8Array }} OwnPicture */

export const MOST_PICTURES = 500;
export const MOST_FILE_BYTES = 2e6;
const FORMAT = 'own-pictures';
const PIXELS = IMAGE_SIZE * IMAGE_SIZE;

/** @param {Uint8Array} bytes */
const toBase64 = (bytes) => btoa(String.fromCharCode(...bytes));

/** @param {string} text @returns {Uint8Array} */
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** @param {OwnPicture[]} pictures */
export function writePictures(pictures) {
  const items = pictures.map(({ label, pixels }) => ({ class: CLASS_NAMES[label], pixels: toBase64(pixels) }));
  return `${JSON.stringify({ format: FORMAT, version: 1, size: IMAGE_SIZE, pictures: items }, undefined, 1)}\n`;
}

/**
 * The pictures of such a file. Throws an Error with a sentence for any other.
 * @param {string} text
 * @returns {Omit<OwnPicture, 'id'>[]}
 */
export function readPictures(text) {
  /** @type {any} */
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    throw new Error('This file is not one that this page saves: it is no JSON.');
  }
  if (file?.format !== FORMAT || !Array.isArray(file.pictures)) {
    throw new Error('This file is not one that this page saves: it holds no pictures.');
  }
  return file.pictures.map((/** @type {any} */ item, /** @type {number} */ i) => {
    const label = CLASS_NAMES.indexOf(item?.class);
    if (label < 0) {
      throw new Error(`Picture ${i + 1} of this file has no class of the ten.`);
    }
    /** @type {Uint8Array} */
    let pixels;
    try {
      pixels = fromBase64(String(item.pixels));
    } catch {
      throw new Error(`Picture ${i + 1} of this file cannot be read.`);
    }
    if (pixels.length !== PIXELS) {
      throw new Error(`Picture ${i + 1} of this file has ${pixels.length} pixels, not ${PIXELS}.`);
    }
    return { label, pixels };
  });
}

/** @param {Omit<OwnPicture, 'id'>} a @param {Omit<OwnPicture, 'id'>} b */
const areSame = (a, b) => a.label === b.label && a.pixels.every((level, i) => level === b.pixels[i]);

/**
 * Those that are not there yet.
 * @template {Omit<OwnPicture, 'id'>} Picture
 * @param {OwnPicture[]} present
 * @param {Picture[]} more
 */
export const newPictures = (present, more) =>
  more.filter((picture, i) => ![...present, ...more.slice(0, i)].some((other) => areSame(other, picture)));
