// The order of the places in the document: what is seen first is also reached first by Tab and read first aloud, so the
// order changes with the width of the window.

const WIDE = '(min-width: 1080px)';
const ORDERS = {
  wide: ['set-up', 'watch', 'try', 'compare'],
  narrow: ['watch', 'try', 'set-up', 'compare'],
};

/** @param {HTMLElement} main the places' parent */
export function orderPlaces(main) {
  const wide = matchMedia(WIDE);
  const apply = () => {
    const places = (wide.matches ? ORDERS.wide : ORDERS.narrow).map(
      (id) => /** @type {HTMLElement} */ (document.getElementById(id)),
    );
    const current = [...main.children].map(({ id }) => id);
    if (places.some(({ id }, i) => id !== current[i])) {
      main.append(...places);
    }
  };
  apply();
  wide.addEventListener('change', apply);
}
