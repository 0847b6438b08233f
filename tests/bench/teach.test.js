// Ten drawings of a class, taught by hand, help with the others of that class.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const DOODLES = path.join(import.meta.dirname, '../../../shared/doodles');

test('ten drawings of a class, taught by hand, raise its accuracy on the others, over all classes', (t) => {
  if (!fs.existsSync(DOODLES)) {
    t.skip('no drawings to measure with: the folder ../shared/doodles is not there');
    return;
  }
  const script = path.join(import.meta.dirname, 'teach.js');
  const text = execFileSync(process.execPath, [script, '--json', '--doodles', DOODLES], { stdio: 'pipe' }).toString();
  t.diagnostic(text);
  const { before, after, restBefore, restAfter } = JSON.parse(text);
  assert.ok(after >= before + 0.2, `of the class taught: ${before} before, ${after} after`);
  assert.ok(restAfter >= restBefore - 0.05, `of all other classes: ${restBefore} before, ${restAfter} after`);
});
