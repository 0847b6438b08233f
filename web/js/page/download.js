// Saving a file from the page.

/**
 * @param {string} name of the file; what a file's name cannot hold is replaced
 * @param {Blob} content
 */
export function download(name, content) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name.replace(/[^\p{L}\p{N} ._-]/gu, '_');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // the browser may read it a little later
}
