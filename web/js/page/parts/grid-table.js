// What came out of an experiment grid: a table that is a heat map too; a cell opens its runs.

import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { SETTING_LABELS } from '../../settings.js';
import { duration, lossText, percent } from '../format.js';
import { GRID_MEASURES, gridCells, valueLabel } from '../grid.js';

/** @typedef {import('../grid-state.js').Grid} Grid */
/** @typedef {import('../grid-state.js').Axis} Axis */
/** @typedef {ReturnType<typeof gridCells>[number]} Cell */
/** measure: of GRID_MEASURES. @typedef {{ measure: string, choose: (measure: string) => void, openRuns: (ids: string[]) => void }} Shown */

const HEAT_STEPS = 8;

/** @param {string} measure @param {number} value */
function measureText(measure, value) {
  if (Number.isNaN(value)) {
    return '–';
  }
  switch (measure) {
    case 'testLoss':
      return lossText(value);
    case 'seconds':
      return duration(value);
    default:
      return percent(value);
  }
}

/**
 * @param {Cell} cell
 * @param {string} what
 * @param {Shown} options
 */
const cellContent = (cell, what, { measure, openRuns }) => {
  const { ids, runs, ended, diverged, values, mean, lowest, highest, heat } = cell;
  const heatClass = Number.isNaN(mean) ? '' : `heat heat-${Math.round(heat * HEAT_STEPS)}`;
  const text = measureText(measure, mean);
  const spread = values > 1 ? `${measureText(measure, lowest)} – ${measureText(measure, highest)}` : '';
  return html`<td class=${heatClass}>
    ${
      ids.length === 0
        ? html`<span class="hint">${ended > 0 ? 'not made' : 'waits'}</span>`
        : html`<button type="button" class="quiet" @click=${() => openRuns(ids)}>
            ${text}<span class="hidden-label">, ${what}: show its runs</span>
          </button>`
    }
    ${spread ? html`<span class="hint">${spread}</span>` : nothing}
    ${diverged > 0 ? html`<span class="hint">${diverged} of ${runs} diverged</span>` : nothing}
    ${ended > 0 && ended < runs ? html`<span class="hint">${ended} of ${runs} made</span>` : nothing}
  </td>`;
};

/**
 * @param {Grid} grid
 * @param {Shown} options
 */
export const gridTable = (grid, options) => {
  const { choose } = options;
  const [rows, columns] = /** @type {[Axis, Axis | undefined]} */ (grid.axes);
  const heads = columns
    ? columns.texts.map((text) => `${SETTING_LABELS[columns.name]} ${valueLabel(columns.name, text)}`)
    : ['All else as set up'];
  const validated = grid.jobs.some(({ settings }) => settings.validationShare > 0);
  const measures = Object.entries(GRID_MEASURES).filter(([key]) => key !== 'validationAccuracy' || validated);
  // What was chosen for an earlier grid may be nothing that this one has.
  const measure = measures.some(([key]) => key === options.measure) ? options.measure : 'testAccuracy';
  const cells = gridCells(grid, measure);
  return html`<div class="overlay-controls">
      <span class="choice-row"
        ><label for="grid-measure">Shown</label>
        <select
          id="grid-measure"
          @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}
        >
          ${measures.map(
            ([key, { name }]) => html`<option value=${key} .selected=${live(key === measure)}>${name}</option>`,
          )}
        </select></span
      >
      <span class="hint">
        The mean of ${grid.seeds === 1 ? 'one seed' : `${grid.seeds} seeds, lowest – highest`}; the stronger the colour,
        the better.
        ${measure === 'testAccuracy' ? 'To choose by the test images flatters what is chosen: set a validation part aside for that.' : ''}
      </span>
    </div>
    <div class="scroll" tabindex="0" role="region" aria-label="Table of the grid">
      <table class="grid-table">
        <thead>
          <tr>
            <th scope="col">${SETTING_LABELS[rows.name]}</th>
            ${heads.map((head) => html`<th scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.texts.map(
            (text, r) =>
              html`<tr>
                <th scope="row">${valueLabel(rows.name, text)}</th>
                ${heads.map((head, c) =>
                  cellContent(
                    /** @type {Cell} */ (cells[r * heads.length + c]),
                    `${SETTING_LABELS[rows.name]} ${valueLabel(rows.name, text)}, ${head}`,
                    { ...options, measure },
                  ),
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
};
