// The "Set up" form: the settings of the next run.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import {
  ACTIVATIONS,
  formatCount,
  GRADIENTS,
  LIMITS,
  parameterCount,
  readSettings,
  SETTING_LABELS,
} from '../../settings.js';
import { helpButton, helpText } from '../help.js';
import { scopeSentence } from '../scope.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../../settings.js').SettingName} SettingName */

const SIZES = [1000, 5000, 10_000, 60_000];

/** @type {SettingName[]} */
const ORDER = ['trainImages', 'hidden', 'activation', 'learningRate', 'batchSize', 'epochs', 'seed', 'gradient'];

/** @type {Record<SettingName, string>} */
const HINTS = {
  trainImages: 'of 28 × 28 pixels',
  hidden: 'widths, input side first',
  activation: 'after each hidden layer',
  learningRate: 'above 0, at most 100',
  batchSize: 'images a step, 1 to 4,096',
  epochs: 'passes over the images, 1 to 10,000',
  seed: '0 to 4,294,967,295',
  gradient: 'how each layer’s error is worked out',
};

/** @type {Record<SettingName, string>} */
const HELP = {
  trainImages:
    'The network learns from this many pictures. Fewer train faster, but the network then knows them by heart sooner.',
  hidden:
    'Between the 784 pixels and the ten answers lie layers of units; each number here is one layer’s width. Empty means none: ten straight-line boundaries.',
  activation:
    'What each unit does with its sum: ReLU passes what is above zero, Sigmoid squeezes everything between 0 and 1. Without one, many layers could do no more than a single one.',
  learningRate:
    'How far the weights move at each step. Too small learns slowly, too large makes the loss jump or run away.',
  batchSize:
    'How many images each step looks at before it moves the weights. Smaller batches make more, noisier steps an epoch.',
  epochs: 'One epoch shows the network every training image once. Raise it after the end to go on with the same run.',
  seed: 'The start of all chance in a run: first weights, order of images. The same seed and settings give the same run to the last bit, on every machine.',
  gradient:
    'Exact is the chain rule. “As in the report” repeats a slip of the course report that this page grew from: it divides by the batch size again at every hidden layer, and those layers hardly learn.',
};

/** @param {Record<string, string>} choices @param {string} chosen */
const options = (choices, chosen) =>
  Object.entries(choices).map(
    ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
  );

/** @param {State} state */
function sizeChoices({ data, texts }) {
  const available = data ? data.available : 10_000;
  const sizes = SIZES.filter((size) => size <= available || String(size) === texts.trainImages);
  return Object.fromEntries(sizes.map((size) => [String(size), formatCount(size)]));
}

/**
 * @param {HTMLElement} root
 * @param {{ change: (name: SettingName, text: string) => void }} actions
 */
export function createSettingsView(root, { change }) {
  /** @type {Set<SettingName>} */
  const openHelp = new Set();
  /** @type {State} */
  let shown;

  /** @param {SettingName} name */
  const toggleHelp = (name) => {
    if (!openHelp.delete(name)) {
      openHelp.add(name);
    }
    update(shown);
  };

  /** @param {SettingName} name @param {string | undefined} error */
  const control = (name, error) => {
    const id = `setting-${name}`;
    const value = shown.texts[name];
    const describedBy = `${id}-hint${error ? ` ${id}-error` : ''}`;
    const onInput = (/** @type {Event} */ event) =>
      change(name, /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value);
    const choices =
      name === 'trainImages'
        ? sizeChoices(shown)
        : name === 'activation'
          ? ACTIVATIONS
          : name === 'gradient'
            ? GRADIENTS
            : undefined;
    return choices
      ? html`<select id=${id} .value=${live(value)} @change=${onInput} aria-describedby=${describedBy}>
          ${options(choices, value)}
        </select>`
      : html`<input
          id=${id}
          type="text"
          inputmode=${name === 'hidden' ? 'text' : 'decimal'}
          autocomplete="off"
          spellcheck="false"
          .value=${live(value)}
          @input=${onInput}
          aria-describedby=${describedBy}
          aria-invalid=${error ? 'true' : 'false'}
        />`;
  };

  const layers = () => {
    const { settings } = readSettings(shown.texts);
    const widths = settings.hidden;
    if (!widths) {
      return nothing;
    }
    const set = (/** @type {number[]} */ next) => change('hidden', next.join(', '));
    /** @param {number} i @param {HTMLInputElement} input */
    const setWidth = (i, input) => {
      // What is no width goes back to what it was; the text field above is where anything can be typed.
      const width = Number(input.value);
      const good = Number.isInteger(width) && width >= 1 && width <= LIMITS.width;
      input.value = String(good ? width : widths[i]);
      set(widths.map((w, j) => (j === i && good ? width : w)));
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
              .value=${live(String(width))}
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
  };

  /** @param {SettingName} name @param {string | undefined} error */
  const field = (name, error) => {
    const id = `setting-${name}`;
    return html`<div class="field">
      <div class="field-row">
        <label for=${id}>${SETTING_LABELS[name]}</label>
        ${helpButton(SETTING_LABELS[name], `${id}-help`, openHelp.has(name), () => toggleHelp(name))}
        ${control(name, error)}
      </div>
      <p class="hint" id="${id}-hint">${HINTS[name]}</p>
      ${helpText(`${id}-help`, openHelp.has(name), HELP[name])}
      ${error ? html`<p class="error" id="${id}-error" role="alert">${error}</p>` : nothing}
      ${name === 'hidden' ? layers() : nothing}
    </div>`;
  };

  /** @param {State} state */
  function update(state) {
    shown = state;
    const { errors } = readSettings(state.texts);
    render(
      html`<form novalidate @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        ${ORDER.map((name) => field(name, errors[name]))}
        <p class="scope" role="status">${scopeSentence(state)}</p>
      </form>`,
      root,
    );
  }
  return { update };
}
