// The notebook's table: all runs, each with its settings and how it came out; what can be done with one opens below its row.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { guard } from '../../../vendor/lit-html/directives/guard.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { describeSettings } from '../../settings.js';
import { count, duration, epochText, lossText, percent } from '../format.js';
import { sorted } from '../notebook.js';
import { bestPoint, runStatus, verdictOf } from '../run.js';
import { verdictText } from '../verdict.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../notebook.js').Entry} Entry */
/** @typedef {import('../run.js').Run} Run */
/** @typedef {import('../run.js').Point} Point */

/**
 * @typedef {object} NotebookActions
 * @property {(id: string, ticked: boolean) => void} tick
 * @property {(id: string, name: string) => void} rename
 * @property {(id: string, note: string) => void} note
 * @property {(entry: Entry) => void} takeSettings
 * @property {(id: string) => boolean} canOpen whether the run’s weights are kept
 * @property {(entry: Entry) => void} open
 * @property {(id: string) => void} remove
 * @property {() => void} bringBack
 */

/** @type {Record<import('../run.js').RunStatus, string>} */
const STATUS_NAMES = {
  running: 'running',
  paused: 'paused',
  finished: 'finished',
  stopped: 'stopped early',
  diverged: 'diverged',
  lost: 'interrupted',
};

/** The sortable columns after name and settings: key of SORT_KEYS, head. @type {[string, string][]} */
const COLUMNS = [
  ['epochs', 'Epochs'],
  ['best', 'Best test accuracy'],
  ['last', 'Last test accuracy'],
  ['train', 'Last training accuracy'],
  ['loss', 'Last test loss'],
  ['time', 'Time'],
];

/** Rows that are shown before somebody asks for all: as many as one looks over at once. */
const FIRST_ROWS = 10;

/** @param {Run} run */
const statusName = (run) => (run.elsewhere ? 'in another window' : STATUS_NAMES[runStatus(run)]);

/**
 * @param {HTMLElement} root
 * @param {NotebookActions} actions
 */
export function createNotebookView(root, actions) {
  let sortKey = 'number';
  let falling = true; // the newest first
  let showsAll = false;
  /** @type {string | undefined} the entry whose details are open */
  let opened;
  /** @type {State} */
  let shown;

  /** @param {string} key */
  const sortBy = (key) => {
    falling = key === sortKey ? !falling : key !== 'name' && key !== 'loss';
    sortKey = key;
    update(shown);
  };

  /** @param {string} id */
  const toggleDetails = (id) => {
    opened = opened === id ? undefined : id;
    update(shown);
  };

  /** @param {string} key @param {string} name */
  const sortHead = (key, name) =>
    html`<th scope="col" aria-sort=${key === sortKey ? (falling ? 'descending' : 'ascending') : 'none'}>
      <button type="button" class="sort" @click=${() => sortBy(key)}>
        ${name}<span aria-hidden="true">${key === sortKey ? (falling ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>`;

  /** @param {Entry} entry */
  const details = (entry) => {
    const { id, name, note, build, dataHash, createdAt, run } = entry;
    const fit = verdictOf(run);
    const verdict = fit && verdictText(fit);
    const best = bestPoint(run.points);
    const value = (/** @type {Event} */ event) =>
      /** @type {HTMLInputElement | HTMLTextAreaElement} */ (event.target).value;
    return html`<tr class="details" id="details-${id}">
      <td colspan=${COLUMNS.length + 4}>
        <p>${describeSettings(run.settings)}</p>
        <p>
          Best test accuracy ${percent(best.testAccuracy)} after epoch ${epochText(best.epoch)}, of
          ${count(run.progress?.epochsDone ?? 0)} of ${count(run.settings.epochs)} epochs.
          ${verdict ? html`<strong>${verdict.name}.</strong> ${verdict.sentence}` : nothing}
        </p>
        <p class="hint">
          ${new Date(createdAt).toLocaleString()} · build
          ${build}${build === shown.build ? nothing : ', not the one that is open: its numbers may differ a little'} ·
          images ${dataHash}
        </p>
        <div class="entry-fields">
          <label for="name-${id}">Name</label>
          <input
            id="name-${id}"
            type="text"
            maxlength="80"
            autocomplete="off"
            ?disabled=${run.elsewhere}
            .value=${live(name)}
            @change=${(/** @type {Event} */ event) => actions.rename(id, value(event).trim() || `Run ${entry.number}`)}
          />
          <label for="note-${id}">Note</label>
          <textarea
            id="note-${id}"
            rows="2"
            maxlength="2000"
            ?disabled=${run.elsewhere}
            .value=${live(note)}
            @input=${(/** @type {Event} */ event) => actions.note(id, value(event))}
          ></textarea>
        </div>
        <div class="entry-buttons">
          <button type="button" @click=${() => actions.takeSettings(entry)}>Use these settings</button>
          ${
            actions.canOpen(id) && !run.elsewhere && id !== shown.run?.id
              ? html`<button type="button" @click=${() => actions.open(entry)}>Open this run again</button>`
              : nothing
          }
          <button
            type="button"
            class="quiet"
            ?disabled=${run.elsewhere || id === shown.run?.id}
            @click=${() => actions.remove(id)}
          >
            Delete
          </button>
          ${run.elsewhere ? html`<span class="hint">This run goes on in another window: change it there.</span>` : nothing}
          ${id === shown.run?.id ? html`<span class="hint">The run on the page stays until another begins.</span>` : nothing}
        </div>
      </td>
    </tr>`;
  };

  /** @param {Entry} entry @param {boolean} ticked */
  const row = ({ id, name, run }, ticked) => {
    const last = /** @type {Point} */ (run.points.at(-1));
    const best = bestPoint(run.points);
    const isOpen = opened === id;
    return html`<tr class=${ticked ? 'ticked' : ''}>
      <td>
        <input
          type="checkbox"
          aria-label="Compare ${name}"
          .checked=${live(ticked)}
          @change=${(/** @type {Event} */ event) =>
            actions.tick(id, /** @type {HTMLInputElement} */ (event.target).checked)}
        />
      </td>
      <th scope="row">
        <button
          type="button"
          class="entry"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls="details-${id}"
          @click=${() => toggleDetails(id)}
        >
          ${name}
        </button>
      </th>
      <td class="text">${describeSettings(run.settings)}</td>
      <td>${count(run.progress?.epochsDone ?? 0)}</td>
      <td>${percent(best.testAccuracy)} <span class="hint">(${epochText(best.epoch)})</span></td>
      <td>${percent(last.testAccuracy)}</td>
      <td>${percent(last.trainAccuracy)}</td>
      <td>${lossText(last.testLoss)}</td>
      <td>${duration(run.seconds)}</td>
      <td>${statusName(run)}</td>
    </tr>`;
  };

  /** The first rows in the order chosen, and further down those that are compared or open. @param {Entry[]} entries */
  const rowsOf = (entries) =>
    showsAll
      ? entries
      : entries.filter(
          ({ id }, place) =>
            place < FIRST_ROWS || shown.notebook.ticked.includes(id) || id === opened || id === shown.run?.id,
        );

  const allOrFew = () => {
    showsAll = !showsAll;
    update(shown);
  };

  const table = () => {
    const { entries, ticked } = shown.notebook;
    const rows = rowsOf(sorted(entries, sortKey, falling));
    return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of runs">
        <table class="wide runs">
          <thead>
            <tr>
              <th scope="col"><span class="hidden-label">Compare</span></th>
              ${sortHead('number', 'Run')}
              <th scope="col">Settings</th>
              ${COLUMNS.map(([key, name]) => sortHead(key, name))}
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((entry) =>
              // By place, not by key: to write other numbers into 200 rows takes half as long as to move them.
              guard(
                [
                  entry,
                  ticked.includes(entry.id),
                  opened === entry.id && actions.canOpen(entry.id),
                  opened === entry.id,
                  shown.run?.id,
                  shown.build,
                ],
                () => [row(entry, ticked.includes(entry.id)), opened === entry.id ? details(entry) : nothing],
              ),
            )}
          </tbody>
        </table>
      </div>
      ${
        entries.length > FIRST_ROWS
          ? html`<p class="figures">
              <button type="button" class="quiet" aria-expanded=${showsAll ? 'true' : 'false'} @click=${allOrFew}>
                ${showsAll ? `Show ${FIRST_ROWS} of ${entries.length} runs` : `Show all ${entries.length} runs`}
              </button>
            </p>`
          : nothing
      }`;
  };

  /** @param {State} state */
  function update(state) {
    shown = state;
    const { entries, removed, storage, reason } = state.notebook;
    render(
      html`${
        storage === 'not-kept'
          ? html`<p class="error" role="alert">
              Not saved: ${reason}. Training goes on; the runs stay until the page is closed. Tick those that matter and
              take them with you as files.
            </p>`
          : nothing
      }
      ${
        entries.length > 0
          ? html`<p class="lead">
                Every run keeps its row${storage === 'kept' ? ', also when the page is closed' : ''}. Tick runs to lay
                their curves over each other; press a run’s name for its verdict, a note, or its settings. The best
                epoch is that of the lowest validation loss; without a validation part it is chosen by the test accuracy
                itself, which flatters it a little.
              </p>
              ${table()}`
          : html`<p class="lead">Nothing to compare yet. Train once, change one setting, train again.</p>`
      }
      ${
        removed
          ? html`<p class="figures">
              <span>${removed.name} was deleted.</span>
              <button type="button" class="quiet" @click=${actions.bringBack}>Bring it back</button>
            </p>`
          : nothing
      }`,
      root,
    );
  }
  return { update, refresh: () => shown && update(shown) };
}
