// Comma-separated values (RFC 4180). Pure.

/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** @param {string | number} value numbers that are not finite become empty fields */
function field(value) {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : '';
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * @param {(string | number)[][]} rows the first is the head
 * @returns {string}
 */
export const csv = (rows) => rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
