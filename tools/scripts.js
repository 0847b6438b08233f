// The page's scripts. They are written as many small modules, and a visitor would wait longer for the requests of a tree of a
// hundred than for what is in them: so they are staged beside the packages that they import, which is how tests under Node run
// them, and then put together into one file for each thing that the page loads.

import fs from 'node:fs';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { copy, filesBelow } from './files.js';
import { VENDOR_PACKAGES } from './vendor.js';

const ROOT = path.join(import.meta.dirname, '..');
const MODULES = path.join(ROOT, 'build/modules');
const VENDOR_TYPES = path.join(ROOT, 'build/vendor');

/**
 * What is loaded by its name; what several of a set have in common becomes files of its own. They lie as deep as the entries,
 * so that addresses relative to a script stay right. The worker shares none with the page: it starts by itself.
 */
const SETS = [
  { folder: 'js/page', entries: ['start-worker.js', 'main.js', 'lab.js'] },
  { folder: 'js/worker', entries: ['worker.js'] },
];

/** The modules as they are written, in build/modules, and the types of the packages for the checker, in build/vendor. */
export function stageModules() {
  fs.rmSync(MODULES, { recursive: true, force: true });
  for (const file of filesBelow(path.join(ROOT, 'web/js'))) {
    copy(path.join(ROOT, 'web/js', file), path.join(MODULES, 'js', file));
  }
  for (const { package: name, files, types } of VENDOR_PACKAGES) {
    const source = path.join(ROOT, 'node_modules', name);
    for (const file of files.filter((it) => it.endsWith('.js'))) {
      copy(path.join(source, file), path.join(MODULES, 'vendor', name, file));
    }
    for (const [file, as] of Object.entries(types)) {
      copy(path.join(source, file), path.join(VENDOR_TYPES, name, as));
    }
  }
}

/**
 * Files of scripts, minified, for the site.
 * @param {string} site its folder
 * @returns {Record<string, string[]>} of each entry, such as js/page/main.js, the files that it cannot start without
 */
export function bundleScripts(site) {
  /** @type {Record<string, string[]>} */
  const imported = {};
  for (const { folder, entries } of SETS) {
    const { metafile } = buildSync({
      absWorkingDir: MODULES,
      entryPoints: entries.map((entry) => path.join(folder, entry)),
      outdir: site,
      outbase: '.',
      chunkNames: `${folder}/[name]-[hash]`,
      external: ['../../wasm/*'], // made by the build of the core
      bundle: true,
      splitting: true,
      format: 'esm',
      minify: true,
      legalComments: 'none', // the site's folder of each package holds its licence
      logLevel: 'warning',
      metafile: true,
    });
    for (const { entryPoint, imports } of Object.values(metafile.outputs)) {
      if (entryPoint) {
        const names = imports.filter(({ kind, external }) => kind === 'import-statement' && !external);
        imported[entryPoint] = names.map((it) => path.relative(site, path.resolve(MODULES, it.path)));
      }
    }
  }
  return imported;
}

/**
 * A page that names all that its scripts import, so that a browser asks for it at once instead of finding out file by file.
 * @param {string} html
 * @param {Record<string, string[]>} imported see bundleScripts
 */
export function withPreloads(html, imported) {
  const entries = [...html.matchAll(/<script type="module" src="([^"]+)">/g)].map(([, src]) => src ?? '');
  const files = new Set(entries.flatMap((entry) => imported[entry] ?? []));
  const links = [...files].map((file) => `<link rel="modulepreload" href="${file}" />`);
  return html.replace('<script type="module"', [...links, '<script type="module"'].join('\n    '));
}
