// The "Set up" form: the settings of the next run. The report's settings, and the rest on demand.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { repeat } from '../../../vendor/lit-html/directives/repeat.js';
import { formatCount } from '../../setting-readers.js';
import { CHOICES, DEFAULT_TEXTS, readSettings, SETTING_LABELS, settingCounts } from '../../settings.js';
import { helpButton, helpText } from '../help.js';
import { scopeSentence } from '../scope.js';
import { FIRST_SETTINGS, HELP, HINTS, MORE_SETTINGS } from '../setting-texts.js';
import { layerEditor, listedWidths } from '../layer-editor.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../../settings.js').SettingName} SettingName */

const SIZES = [1000, 5000, 10_000, 60_000];

/**
 * Keyed: an option that comes or goes must not hand its selection on to its neighbour.
 * @param {Record<string, string>} choices
 * @param {string} chosen
 */
const options = (choices, chosen) =>
  repeat(
    Object.entries(choices),
    ([value]) => value,
    ([value, text]) => html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`,
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
    const choices = name === 'trainImages' ? sizeChoices(shown) : CHOICES[name];
    return choices
      ? html`<select id=${id} @change=${onInput} aria-describedby=${describedBy}>
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

  /** @param {SettingName} name */
  const field = (name) => {
    const { errors } = readSettings(shown.texts);
    const error = errors[name];
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
      ${name === 'hidden' ? layerEditor(listedWidths(shown.texts.hidden), (widths) => change('hidden', widths.join(', '))) : nothing}
    </div>`;
  };

  const more = () => {
    const changed = MORE_SETTINGS.flatMap(({ names }) => names).filter(
      (name) => settingCounts(name, shown.texts) && shown.texts[name] !== DEFAULT_TEXTS[name],
    );
    return html`<details class="more" id="more-settings">
      <summary>
        More settings${changed.length > 0 ? html`<span class="hint"> · ${changed.length} changed</span>` : nothing}
      </summary>
      ${MORE_SETTINGS.map(({ title, names }) => {
        const counting = names.filter((name) => settingCounts(name, shown.texts));
        return counting.length === 0
          ? nothing
          : html`<fieldset>
              <legend>${title}</legend>
              ${counting.map(field)}
            </fieldset>`;
      })}
    </details>`;
  };

  /** @param {State} state */
  function update(state) {
    shown = state;
    render(
      html`<form novalidate @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
        ${FIRST_SETTINGS.map(field)} ${more()}
        <p class="scope" role="status">${scopeSentence(state)}</p>
      </form>`,
      root,
    );
  }
  return { update };
}
