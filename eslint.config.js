import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['build/', 'node_modules/'] },
  js.configs.recommended,
  {
    rules: {
      'no-restricted-properties': [
        'error',
        { property: 'innerHTML', message: 'Text from outside must never become markup.' },
        { property: 'outerHTML', message: 'Text from outside must never become markup.' },
        { property: 'insertAdjacentHTML', message: 'Text from outside must never become markup.' },
      ],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  { files: ['web/js/page/**', 'web/js/plot/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['web/js/worker/**', 'web/service-worker.js'],
    languageOptions: { globals: { ...globals.worker, ...globals.serviceworker } },
  },
  {
    files: ['tools/**', 'data/**', 'tests/**', '*.config.js'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
];
