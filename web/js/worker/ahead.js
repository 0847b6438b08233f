// Files asked for before their turn, so that one is on its way while another is inflated and checked.

/** @typedef {(file: string) => Promise<Uint8Array>} FetchFile  the bytes of a file, or an error */

/** @param {FetchFile} fetchFile */
export function createAhead(fetchFile) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const onTheirWay = new Map();
  return {
    /** @param {string} file */
    ask(file) {
      if (!onTheirWay.has(file)) {
        const bytes = fetchFile(file);
        bytes.catch(() => {}); // told when it is taken
        onTheirWay.set(file, bytes);
      }
    },
    /** What was asked for, once; fetched anew otherwise. @type {FetchFile} */
    take(file) {
      const bytes = onTheirWay.get(file) ?? fetchFile(file);
      onTheirWay.delete(file);
      return bytes;
    },
  };
}
