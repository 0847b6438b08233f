// Whether a part of the page can be seen, so that nothing is asked for or drawn that nobody looks at.

/** Begun this far outside of the window, so that nobody scrolls to something empty. */
const AHEAD = '100% 0px';

/**
 * @param {HTMLElement} element
 * @param {() => void} seen called when it comes into sight; a hidden tab, or one that is closed, is out of sight
 * @returns {() => boolean} whether it is in sight
 */
export function followVisibility(element, seen) {
  let isSeen = false;
  new IntersectionObserver(
    (entries) => {
      const before = isSeen;
      isSeen = entries.at(-1)?.isIntersecting ?? false;
      if (isSeen && !before) {
        seen();
      }
    },
    { rootMargin: AHEAD },
  ).observe(element);
  return () => isSeen;
}
