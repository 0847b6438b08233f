// Copying and listing for the tools that put the page together.

import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes the folder that is needed.
 * @param {string} from
 * @param {string} to
 */
export function copy(from, to) {
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.copyFileSync(from, to);
}

/**
 * Every file below a folder, relative to it, in a fixed order.
 * @param {string} folder
 */
export function filesBelow(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}
