// Pictures that are dropped on the page or pasted into it. A file dropped anywhere must not make the browser leave the page.

/** @param {DataTransfer | null} transfer */
const pictureIn = (transfer) =>
  [...(transfer?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? transfer?.files[0];

/** @param {DataTransfer | null} transfer */
const hasFiles = (transfer) => transfer?.types.includes('Files') ?? false;

/** Listens at once. What comes before anybody can open it waits; of several, the last. */
export function listenForPictures() {
  /** @type {File | undefined} */
  let waiting;
  /** @type {(file: File) => void} */
  let open = (file) => {
    waiting = file;
  };

  document.addEventListener('dragover', (event) => {
    if (hasFiles(event.dataTransfer)) {
      event.preventDefault();
    }
  });
  document.addEventListener('drop', (event) => {
    if (hasFiles(event.dataTransfer)) {
      event.preventDefault();
      const file = pictureIn(event.dataTransfer);
      if (file) {
        open(file);
      }
    }
  });
  document.addEventListener('paste', (event) => {
    const file = pictureIn(event.clipboardData);
    if (file) {
      event.preventDefault();
      open(file);
    }
  });

  return {
    /** @param {(file: File) => void} opener opens them from now on */
    openWith: (opener) => {
      open = opener;
      if (waiting) {
        open(waiting);
        waiting = undefined;
      }
    },
  };
}
