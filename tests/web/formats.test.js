// Files that leave the page: nothing in them is taken for more than it is.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv } from '../../web/js/formats/csv.js';
import { markdownTable } from '../../web/js/formats/markdown.js';

test('CSV quotes what would end a field, and leaves out what is no number', () => {
  assert.equal(
    csv([
      ['a', 'b,c', 'say "x"', 'two\nlines'],
      [1, -0.5, NaN, Infinity],
    ]),
    'a,"b,c","say ""x""","two\nlines"\r\n1,-0.5,,\r\n',
  );
});

test('a text that a spreadsheet would run stays a text in CSV', () => {
  for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx']) {
    assert.equal(csv([[text]]), `'${text}\r\n`);
  }
  assert.equal(csv([['=a"b']]), `"'=a""b"\r\n`);
});

test('a Markdown cell holds text, not markup, and stays in its row', () => {
  const table = markdownTable([['Run'], ['<img src=x> | *a* [b](c)\n# d `e` \\']]);
  assert.equal(table, '| Run |\n| --- |\n| &lt;img src=x> \\| \\*a\\* \\[b\\](c) # d \\`e\\` \\\\ |\n');
});
