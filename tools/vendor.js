// The run-time packages of the page, and which of their files it uses, each with its licence; `types` are for the type checker
// and stay out of the site.

/** @typedef {{ package: string, files: string[], types: Record<string, string> }} VendorPackage */

/** @type {VendorPackage[]} */
export const VENDOR_PACKAGES = [
  {
    package: 'uplot',
    files: ['LICENSE', 'dist/uPlot.esm.js', 'dist/uPlot.min.css'],
    types: { 'dist/uPlot.d.ts': 'dist/uPlot.esm.d.ts' },
  },
  {
    package: 'lit-html',
    files: [
      'LICENSE',
      'lit-html.js',
      'directive.js',
      'directive-helpers.js',
      'async-directive.js',
      'directives/live.js',
      'directives/repeat.js',
      'directives/ref.js',
      'directives/guard.js',
    ],
    types: {
      'lit-html.d.ts': 'lit-html.d.ts',
      'directive.d.ts': 'directive.d.ts',
      'async-directive.d.ts': 'async-directive.d.ts',
      'directives/live.d.ts': 'directives/live.d.ts',
      'directives/repeat.d.ts': 'directives/repeat.d.ts',
      'directives/ref.d.ts': 'directives/ref.d.ts',
      'directives/guard.d.ts': 'directives/guard.d.ts',
    },
  },
  {
    package: 'idb-keyval',
    files: ['LICENCE', 'dist/index.js'],
    types: { 'dist/index.d.ts': 'dist/index.d.ts' },
  },
  {
    package: 'image-size',
    files: [
      'LICENSE',
      ...['bmp', 'gif', 'heif', 'jpg', 'png', 'svg', 'utils', 'webp'].map((kind) => `dist/esm/types/${kind}.js`),
    ],
    types: Object.fromEntries(
      ['bmp', 'gif', 'heif', 'jpg', 'png', 'svg', 'webp', 'interface'].map((kind) => [
        `dist/esm/types/${kind}.d.ts`,
        `dist/esm/types/${kind}.d.ts`,
      ]),
    ),
  },
  {
    package: '@noble/hashes',
    files: ['LICENSE', 'sha2.js', '_md.js', '_u64.js', 'utils.js'],
    types: { 'sha2.d.ts': 'sha2.d.ts', '_md.d.ts': '_md.d.ts', 'utils.d.ts': 'utils.d.ts' },
  },
];
