// Light or dark: as the system says, or as chosen here, which is remembered.

import { remember, remembered } from './remembered.js';

const KEY = 'theme';
const CHOICES = ['system', 'light', 'dark'];

/**
 * @param {HTMLSelectElement} select
 * @param {() => void} changed the colours are others now
 */
export function followTheme(select, changed) {
  const apply = (/** @type {string} */ choice) => {
    document.documentElement.dataset['theme'] = CHOICES.includes(choice) ? choice : 'system';
    changed();
  };
  select.value = remembered(KEY, 'system');
  apply(select.value);
  select.addEventListener('change', () => {
    remember(KEY, select.value);
    apply(select.value);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
  addEventListener('beforeprint', () => apply('light')); // paper is white
  addEventListener('afterprint', () => apply(select.value));
}
