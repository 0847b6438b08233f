// Pictures that are dropped on the page or pasted into it. A file dropped anywhere must not make the browser leave the page.

/** @param {DataTransfer | null} transfer */
const pictureIn = (transfer) =>
  [...(transfer?.files ?? [])].find(({ type }) => type.startsWith('image/')) ?? transfer?.files[0];

/** @param {DataTransfer | null} transfer */
const hasFiles = (transfer) => transfer?.types.includes('Files') ?? false;

/** @param {(file: File) => void} open */
export function listenForPictures(open) {
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
}
