// Files asked for before their turn, so that one is on its way while another is inflated and checked.

/** @typedef {(file: string) => Promise<Uint8Array>} FetchFile  the bytes of a file, or an error */

/** @param {FetchFile} fetchFile */
export function createAhead(fetchFile) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const onTheirWay = new Map();
  return {
    /** Also resolves with the bytes, which can still be taken. @type {FetchFile} */
    ask(file) {
      const bytes = onTheirWay.get(file) ?? fetchFile(file);
      bytes.catch(() => {}); // told when it is taken
      onTheirWay.set(file, bytes);
      return bytes;
    },
    /** What was asked for, once; fetched anew otherwise. @type {FetchFile} */
    take(file) {
      const bytes = onTheirWay.get(file) ?? fetchFile(file);
      onTheirWay.delete(file);
      return bytes;
    },
  };
}
