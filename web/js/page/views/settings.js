// The "Set up" form: the settings of the next run.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import {
  ACTIVATIONS,
  completeSettings,
  differingSettings,
  formatCount,
  GRADIENTS,
  LIMITS,
  parameterCount,
  readSettings,
  SETTING_LABELS,
} from '../../settings.js';
import { helpButton, helpText } from '../help.js';

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
  gradient: 'how the error is carried back',
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
    'Exact is the chain rule. “As in the report” divides by the batch size again at every hidden layer, as a student report once did: those layers then hardly learn.',
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
    const set = (/** @type {(number | string)[]} */ next) => change('hidden', next.join(', '));
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
              @change=${(/** @type {Event} */ event) =>
                set(widths.map((w, j) => (j === i ? /** @type {HTMLInputElement} */ (event.target).value : w)))}
            />
            <button type="button" class="quiet" @click=${() => set(widths.filter((_, j) => j !== i))}>
              Remove<span class="hidden-text"> layer ${i + 1}</span>
            </button>
          </div>`,
      )}
      <p class="hint">
        <button
          type="button"
          class="quiet"
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

  /** What a change of the fields applies to. */
  const scope = () => {
    const settings = completeSettings(shown.texts);
    if (!shown.run || !settings) {
      return nothing;
    }
    const differing = differingSettings(settings, shown.run.settings).map((name) => SETTING_LABELS[name]);
    if (differing.length > 0) {
      return html`${differing.join(', ')}: applies to the next run.`;
    }
    return settings.epochs === shown.run.settings.epochs ? nothing : html`Epochs: applies when you press Resume.`;
  };

  /** @param {State} state */
  function update(state) {
    shown = state;
    const { errors } = readSettings(state.texts);
    render(
      html`<form novalidate @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        ${ORDER.map((name) => field(name, errors[name]))}
        <p class="scope" role="status">${scope()}</p>
      </form>`,
      root,
    );
  }
  return { update };
}
