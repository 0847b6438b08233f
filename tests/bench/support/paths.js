// Where the benchmarks find things, and where they put them: never into build/site.

import path from 'node:path';

export const ROOT = path.join(import.meta.dirname, '../../..');
export const BENCH = path.join(ROOT, 'tests/bench');
export { MODULES, SITE } from '../../support/site.js';
export const BUILT = path.join(ROOT, 'build/bench');
export const IMAGES = path.join(BUILT, 'images');
export const PEERS = path.join(BUILT, 'peers');
