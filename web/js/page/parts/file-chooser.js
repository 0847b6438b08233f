// The browser's own way to choose a file, without its button: another one presses it.

/**
 * @param {string} label of the field, which nobody sees
 * @param {string} accept which files are offered
 * @param {(file: File) => void} open
 */
export function createFileChooser(label, accept, open) {
  const chooser = Object.assign(document.createElement('input'), { type: 'file', accept, hidden: true });
  chooser.setAttribute('aria-label', label);
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    chooser.value = ''; // the same file may be opened again
    if (file) {
      open(file);
    }
  });
  return chooser;
}
