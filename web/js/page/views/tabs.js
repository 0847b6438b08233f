// The tabs of Compare: one panel at a time, by mouse, touch, or the arrow keys.

import { html, render } from '../../../vendor/lit-html/lit-html.js';

/** The id of each panel, and its tab's name. @type {[string, string][]} */
const TABS = [
  ['notebook', 'Notebook'],
  ['grid', 'Grid'],
  ['mistakes', 'Mistakes'],
  ['insides', 'Inside'],
  ['how', 'How it works'],
];
/** Which tab a key leads to. @type {Record<string, (index: number) => number>} */
const KEYS = {
  ArrowRight: (index) => (index + 1) % TABS.length,
  ArrowLeft: (index) => (index + TABS.length - 1) % TABS.length,
  Home: () => 0,
  End: () => TABS.length - 1,
};

/** @param {HTMLElement} root */
export function createTabs(root) {
  let chosen = 0;

  /** @param {number} index */
  const choose = (index) => {
    chosen = index;
    TABS.forEach(([panel], i) => {
      /** @type {HTMLElement} */ (document.getElementById(panel)).hidden = i !== index;
    });
    update();
    // A panel does no work for nobody's eyes: it begins now.
    document.getElementById(TABS[index]?.[0] ?? '')?.dispatchEvent(new Event('shown'));
  };

  /** @param {KeyboardEvent} event */
  const onKey = (event) => {
    const next = KEYS[event.key]?.(chosen);
    if (next !== undefined) {
      event.preventDefault();
      choose(next);
      document.getElementById(`tab-${TABS[next]?.[0]}`)?.focus();
    }
  };

  const update = () =>
    render(
      TABS.map(
        ([panel, name], i) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${panel}"
            aria-controls=${panel}
            aria-selected=${i === chosen ? 'true' : 'false'}
            tabindex=${i === chosen ? 0 : -1}
            @click=${() => choose(i)}
            @keydown=${onKey}
          >
            ${name}
          </button>`,
      ),
      root,
    );
  update();
  return {
    /** @param {string} panel */
    show: (panel) => choose(TABS.findIndex(([id]) => id === panel)),
  };
}
