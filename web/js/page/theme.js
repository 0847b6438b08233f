// Light or dark: as the system says, or as chosen here, which is remembered.

const KEY = 'theme';
const CHOICES = ['system', 'light', 'dark'];

function remembered() {
  try {
    return localStorage.getItem(KEY) ?? 'system';
  } catch {
    return 'system'; // storage is denied: the choice lasts until the page is closed
  }
}

/**
 * @param {HTMLSelectElement} select
 * @param {() => void} changed the colours are others now
 */
export function followTheme(select, changed) {
  const apply = (/** @type {string} */ choice) => {
    document.documentElement.dataset['theme'] = CHOICES.includes(choice) ? choice : 'system';
    changed();
  };
  select.value = remembered();
  apply(select.value);
  select.addEventListener('change', () => {
    try {
      localStorage.setItem(KEY, select.value);
    } catch {
      // Not remembered then.
    }
    apply(select.value);
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed);
}
