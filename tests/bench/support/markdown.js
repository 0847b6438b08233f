// Tables that can be read as they are and pasted into a document.

/** @param {(string | number)[][]} rows the first is the head */
export const table = ([head = [], ...rows]) =>
  [head, head.map(() => '--:'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
