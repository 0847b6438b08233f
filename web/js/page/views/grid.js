// The experiment grid: what to vary, and how far it has come.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { CHOICES, SETTING_LABELS } from '../../settings.js';
import { count, duration, roughDuration } from '../format.js';
import { gridSecondsLeft, gridSettings, gridShare, listedValues, MOST_SEEDS, SUGGESTED_VALUES } from '../grid.js';
import { hasEnded } from '../grid-state.js';
import { gridTable } from '../parts/grid-table.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../grid-state.js').Grid} Grid */
/** @typedef {import('../grid-state.js').Axis} Axis */
/** @typedef {import('../../settings.js').SettingName} SettingName */

/**
 * @typedef {object} GridViewActions
 * @property {(axes: Axis[], seeds: number, workers: number) => string | undefined} start
 * @property {() => void} pause
 * @property {() => void} resume
 * @property {() => void} cancel
 * @property {(ids: string[]) => void} openRuns
 */

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;

/**
 * @param {HTMLElement} root
 * @param {GridViewActions} actions
 * @param {number} mostWorkers
 */
export function createGridView(root, actions, mostWorkers) {
  /** What stands in the form: for each of the two settings its name, a typed list, or the chosen ones of a few. */
  /** @type {{ name: SettingName | '', list: string, chosen: string[] }[]} */
  const fields = [
    { name: 'learningRate', list: SUGGESTED_VALUES.learningRate ?? '', chosen: [] },
    { name: 'batchSize', list: SUGGESTED_VALUES.batchSize ?? '', chosen: [] },
  ];
  let seeds = 2;
  let workers = mostWorkers;
  let measure = 'testAccuracy';
  /** @type {string | undefined} */
  let problem;
  /** @type {State} */
  let shown;

  const changed = () => {
    problem = undefined;
    update(shown);
  };

  /** @returns {Axis[]} */
  const axes = () =>
    fields.flatMap(({ name, list, chosen }) =>
      name === '' ? [] : [{ name, texts: CHOICES[name] ? chosen : listedValues(list) }],
    );

  /** @param {number} i */
  const axisFields = (i) => {
    const field = /** @type {(typeof fields)[number]} */ (fields[i]);
    const title = i === 0 ? 'Rows' : 'Columns';
    const names = gridSettings(shown.texts);
    if (field.name !== '' && !names.includes(field.name)) {
      // It has no effect with what stands in the form now.
      Object.assign(field, { name: i === 0 ? 'learningRate' : '', list: SUGGESTED_VALUES.learningRate, chosen: [] });
    }
    const rename = (/** @type {Event} */ event) => {
      field.name = /** @type {SettingName | ''} */ (valueOf(event));
      field.list = field.name === '' ? '' : (SUGGESTED_VALUES[field.name] ?? shown.texts[field.name]);
      field.chosen = field.name === '' ? [] : Object.keys(CHOICES[field.name] ?? {});
      changed();
    };
    const choices = field.name === '' ? undefined : CHOICES[field.name];
    const toggle = (/** @type {string} */ value, /** @type {boolean} */ on) => {
      const others = Object.keys(choices ?? {});
      field.chosen = others.filter((it) => (it === value ? on : field.chosen.includes(it)));
      changed();
    };
    return html`<div class="grid-axis">
      <label for="grid-name-${i}">${title}</label>
      <select id="grid-name-${i}" @change=${rename}>
        ${i === 1 ? html`<option value="" .selected=${live(field.name === '')}>nothing more</option>` : nothing}
        ${names.map(
          (name) => html`<option value=${name} .selected=${live(name === field.name)}>${SETTING_LABELS[name]}</option>`,
        )}
      </select>
      ${
        field.name === ''
          ? nothing
          : choices
            ? html`<fieldset class="grid-choices">
                <legend class="hidden-label">${title}: values</legend>
                ${Object.entries(choices).map(
                  ([value, text]) =>
                    html`<label
                      ><input
                        type="checkbox"
                        .checked=${live(field.chosen.includes(value))}
                        @change=${(/** @type {Event} */ event) =>
                          toggle(value, /** @type {HTMLInputElement} */ (event.target).checked)}
                      />${text}</label
                    >`,
                )}
              </fieldset>`
            : html`<label for="grid-values-${i}" class="hidden-label">${title}: values</label>
                <input
                  id="grid-values-${i}"
                  type="text"
                  autocomplete="off"
                  spellcheck="false"
                  aria-describedby="grid-hint"
                  .value=${live(field.list)}
                  @input=${(/** @type {Event} */ event) => {
                    field.list = valueOf(event);
                    changed();
                  }}
                />`
      }
    </div>`;
  };

  /** @param {string} id @param {string} label @param {number} most @param {number} chosen @param {(n: number) => void} choose */
  const numberField = (id, label, most, chosen, choose) =>
    html`<span class="choice-row"
      ><label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(/** @type {Event} */ event) => {
          choose(Number(valueOf(event)));
          changed();
        }}
      >
        ${Array.from(
          { length: most },
          (_, i) => html`<option value=${i + 1} .selected=${live(i + 1 === chosen)}>${i + 1}</option>`,
        )}
      </select></span
    >`;

  const form = () => {
    const busy = shown.grid?.status === 'running' || shown.grid?.status === 'paused';
    const runs = axes().reduce((product, { texts }) => product * texts.length, seeds);
    const start = (/** @type {Event} */ event) => {
      event.preventDefault();
      problem = busy ? undefined : actions.start(axes(), seeds, workers);
      update(shown);
    };
    return html`<form class="grid-form" novalidate @submit=${start}>
      ${axisFields(0)} ${axisFields(1)}
      <p class="hint" id="grid-hint">
        Values are separated by semicolons. Everything else is as in “Set up”; the seeds count up from the one there.
      </p>
      <div class="grid-amounts">
        ${numberField('grid-seeds', 'Seeds each', MOST_SEEDS, seeds, (n) => (seeds = n))}
        ${numberField('grid-workers', 'Runs at once', mostWorkers, workers, (n) => (workers = n))}
        <button type="submit" ?disabled=${busy}>Start ${count(runs)} ${runs === 1 ? 'run' : 'runs'}</button>
      </div>
      ${problem ? html`<p class="error" role="alert">Not started: ${problem}</p>` : nothing}
    </form>`;
  };

  /** @param {Grid} grid */
  const progress = (grid) => {
    const ended = grid.jobs.filter((job) => hasEnded(job) && !job.failed).length;
    const left = gridSecondsLeft(grid);
    const runs = `${count(ended)} of ${count(grid.jobs.length)} runs`;
    const words = {
      running: `Grid ${grid.number}: ${runs} made.`,
      paused: `Grid ${grid.number}: paused, ${runs} made.`,
      done: `Grid ${grid.number}: ${ended === grid.jobs.length ? `all ${count(ended)} runs` : runs} made in ${duration(grid.busySeconds)}. They are in the notebook.`,
      cancelled: `Grid ${grid.number}: cancelled, ${runs} made. Those are in the notebook.`,
    };
    const failed = grid.jobs.filter((job) => job.failed).length;
    return html`<p class="status" role="status">${words[grid.status]}</p>
      ${
        grid.status === 'running' || grid.status === 'paused'
          ? html`<progress aria-label="Grid progress" max="1" .value=${gridShare(grid)}></progress>
              <p class="figures">
                <button type="button" @click=${grid.status === 'running' ? actions.pause : actions.resume}>
                  ${grid.status === 'running' ? 'Pause the grid' : 'Resume the grid'}
                </button>
                <button type="button" @click=${actions.cancel}>Cancel the grid</button>
                ${left === undefined ? nothing : html`<span>about ${roughDuration(left)} left</span>`}
              </p>`
          : nothing
      }
      ${
        failed > 0
          ? html`<p class="error">
              ${count(failed)} could not be made: their workers stopped, most often for want of memory.
            </p>`
          : nothing
      }`;
  };

  /** @param {State} state */
  function update(state) {
    shown = state;
    const { grid } = state;
    render(
      html`<p class="lead">
          Every combination of the values of one or two settings, with several seeds: what differs by more than the
          seeds do is no accident. Each run gets its row in the notebook.
        </p>
        ${form()}
        ${
          grid
            ? html`${progress(grid)}
              ${gridTable(grid, {
                measure,
                choose: (chosen) => {
                  measure = chosen;
                  update(shown);
                },
                openRuns: actions.openRuns,
              })}`
            : nothing
        }`,
      root,
    );
  }
  return { update };
}
