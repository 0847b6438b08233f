// Tables in Markdown. Pure.

/** Nothing in a cell is markup, ends the cell, or begins a line. @param {string} text */
const cell = (text) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * @param {string[][]} rows the first is the head
 * @returns {string}
 */
export function markdownTable([head = [], ...rows]) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(' | ')} |\n`;
  return [head.map(cell), head.map(() => '---'), ...rows.map((row) => row.map(cell))].map(line).join('');
}
