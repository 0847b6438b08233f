// The widths of the hidden layers, one field each, with buttons to add and remove layers.

import { html, nothing } from '../../vendor/lit-html/lit-html.js';
import { formatCount, LIMITS, parameterCount } from '../setting-readers.js';

/**
 * The widths that a text lists, whatever the limits say of them: what is too large must be there to be made smaller.
 * @param {string} text
 * @returns {number[] | undefined} nothing while it is no list of numbers
 */
export function listedWidths(text) {
  const parts = text.split(/[,;\s]+/).filter((part) => part !== '');
  return parts.every((part) => /^\d{1,6}$/.test(part)) ? parts.map(Number) : undefined;
}

/**
 * @param {number[] | undefined} widths nothing is shown if they could not be read
 * @param {(widths: number[]) => void} set
 */
export function layerEditor(widths, set) {
  if (!widths) {
    return nothing;
  }
  /** @param {number} i @param {HTMLInputElement} input */
  const setWidth = (i, input) => {
    const width = Number(input.value);
    if (input.value.trim() !== '' && Number.isInteger(width) && width >= 0) {
      set(widths.map((w, j) => (j === i ? width : w))); // out of range: the field's error says so
    } else {
      input.value = String(widths[i]); // no number at all goes back to what it was
    }
  };
  /** @param {number} i */
  const remove = (i) => {
    set(widths.filter((_, j) => j !== i));
    // The button that was pressed is gone in the next frame: the focus goes on to a neighbour.
    const next = widths.length > 1 ? `remove-layer-${Math.min(i, widths.length - 2)}` : 'add-layer';
    document.getElementById(next)?.focus();
  };
  return html`<div class="layers">
    ${widths.map(
      (width, i) =>
        html`<div class="layer">
          <label for="layer-${i}">Width ${i + 1}</label>
          <input
            id="layer-${i}"
            type="number"
            min="1"
            max=${LIMITS.width}
            .value=${String(width)}
            @change=${(/** @type {Event} */ event) => setWidth(i, /** @type {HTMLInputElement} */ (event.target))}
          />
          <button type="button" class="quiet" id="remove-layer-${i}" @click=${() => remove(i)}>
            Remove<span class="hidden-text"> layer ${i + 1}</span>
          </button>
        </div>`,
    )}
    <p class="hint">
      <button
        type="button"
        class="quiet"
        id="add-layer"
        aria-disabled=${widths.length >= LIMITS.hiddenLayers}
        @click=${() => widths.length < LIMITS.hiddenLayers && set([...widths, widths.at(-1) ?? 128])}
      >
        Add a layer
      </button>
      ${formatCount(parameterCount(widths))} weights and biases
    </p>
  </div>`;
}
