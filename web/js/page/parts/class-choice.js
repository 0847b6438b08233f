// A list of the ten classes to choose one from.

import { html } from '../../../vendor/lit-html/lit-html.js';
import { CLASS_NAMES } from '../../classes.js';

/** @param {string} id @param {(label: number) => void} choose */
export const classChoice = (id, choose) =>
  html`<select
    id=${id}
    @change=${(/** @type {Event} */ event) => choose(Number(/** @type {HTMLSelectElement} */ (event.target).value))}
  >
    ${CLASS_NAMES.map((name, c) => html`<option value=${c}>${name}</option>`)}
  </select>`;
