// What the page asks for at once, instead of finding out file by file.

import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SITE } from '../support/site.js';

test('the page names every file that its scripts import', () => {
  const page = fs.readFileSync(path.join(SITE, 'index.html'), 'utf8');
  const scripts = [...page.matchAll(/<script type="module" src="([^"]+)">/g)].map(([, src]) => String(src));
  const imported = scripts.flatMap((script) => {
    const text = fs.readFileSync(path.join(SITE, script), 'utf8');
    return [...text.matchAll(/\bimport(?:[^"'()]*from)?"(\.\/[^"]+)"/g)].map(([, from]) =>
      path.posix.join(path.posix.dirname(script), String(from)),
    );
  });
  assert.ok(imported.length > 0);
  for (const file of imported) {
    assert.ok(page.includes(`<link rel="modulepreload" href="${file}" />`), file);
  }
});
