// The rules of the house that a reader could break without noticing.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.join(import.meta.dirname, '../..');

const tracked = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
const read = (/** @type {string} */ file) => fs.readFileSync(path.join(ROOT, file), 'utf8');
const code = tracked.filter((file) => /\.(h|cpp|js|ts|sh|txt|cmake|html|css|md|json)$/.test(file));

/** Every relative import of a module, as a path from the root; types named in comments are none. @param {string} file */
function importsOf(file) {
  const found = [...read(file).matchAll(/^(?:import|export)\s[^;]*?'(\.[^']+)'/gm)].map(([, target]) => target);
  return found.map((target) => path.join(path.dirname(file), /** @type {string} */ (target)));
}

test('only the boundary files of wasm/ include Emscripten', () => {
  const allowed = ['wasm/bindings.cpp', 'wasm/convert.h', 'wasm/guard.h', 'wasm/studio_bindings.cpp'];
  const including = tracked
    .filter((file) => /^(core|wasm)\/.*\.(h|cpp)$/.test(file))
    .filter((file) => /#include\s*<emscripten/.test(read(file)));
  assert.deepEqual(including.sort(), allowed);
});

test('plot and formats import nothing from page or worker', () => {
  for (const file of tracked.filter((name) => /^web\/js\/(plot|formats)\//.test(name))) {
    const wrong = importsOf(file).filter((target) => /^web\/js\/(page|worker)\//.test(target));
    assert.deepEqual(wrong, [], file);
  }
});

test('page and worker meet only in the protocol', () => {
  for (const [side, other] of [
    ['page', 'worker'],
    ['worker', 'page'],
  ]) {
    for (const file of tracked.filter((name) => name.startsWith(`web/js/${side}/`))) {
      const wrong = importsOf(file).filter((target) => target.startsWith(`web/js/${other}/`));
      assert.deepEqual(wrong, [], file);
    }
  }
});

test('views import neither each other nor the client', () => {
  for (const file of tracked.filter((name) => name.startsWith('web/js/page/views/'))) {
    const wrong = importsOf(file).filter((target) => /views\/|worker-client/.test(target));
    assert.deepEqual(wrong, [], file);
  }
});

test('the protocol imports nothing', () => {
  assert.deepEqual(importsOf('web/js/protocol.js'), []);
});

test('no address of a package registry, no home folder', () => {
  const patterns = [/registry\.npm/, /deb\.debian/, /\/root\//, /"resolved"/];
  for (const file of code.filter((name) => name !== 'tests/house/rules.test.js')) {
    const text = read(file);
    for (const pattern of patterns) {
      assert.doesNotMatch(text, pattern, file);
    }
  }
});
