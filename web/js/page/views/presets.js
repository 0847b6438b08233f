// Presets: a list of buttons, and what the chosen one is, how long it will take here, and how far it has come.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { PRESET_GROUPS, presetOf, PRESETS } from '../../presets.js';
import { allowed } from '../allowed.js';
import { count, roughDuration } from '../format.js';
import { PLAN_LENGTHS, planSeconds, planSettings } from '../plan.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../plan-state.js').Plan} Plan */
/** @typedef {import('../plan-state.js').PlanLength} PlanLength */
/** @typedef {import('../../presets.js').Preset} Preset */

/**
 * @typedef {object} PresetActions
 * @property {(key: string) => void} choosePreset
 * @property {(length: PlanLength) => void} chooseLength
 * @property {() => void} start
 * @property {() => void} stopAfterThis
 * @property {() => void} undoPreset
 * @property {() => void} showCurves
 */

/** What the plan will train, in a few words. @param {Plan} plan */
function amount(plan) {
  const runs = planSettings(plan);
  const [first] = runs;
  const epochs = first ? `${count(first.epochs)} ${first.epochs === 1 ? 'epoch' : 'epochs'}` : '';
  return runs.length > 1 ? `${runs.length} runs of ${epochs}` : epochs;
}

/** @param {Plan} plan */
function timeText(plan) {
  if (plan.phase === 'measuring') {
    return 'Measuring how fast this machine is …';
  }
  const seconds = planSeconds(plan);
  return seconds === undefined
    ? `${amount(plan)}.`
    : `${amount(plan)}: about ${roughDuration(seconds)} on this machine.`;
}

/**
 * @param {HTMLElement} root
 * @param {PresetActions} actions
 */
export function createPresetsView(root, actions) {
  let isFirst = true;
  /**
   * Removes what stood there until the presets were loaded, in the same task that draws them: nobody's key can fall between.
   * @returns {{ isOpen: boolean, hasFocus: boolean }}
   */
  const takePlaceholder = () => {
    isFirst = false;
    const taken = {
      isOpen: root.querySelector('details')?.open ?? false,
      hasFocus: root.contains(document.activeElement),
    };
    root.replaceChildren();
    return taken;
  };
  /** The list folds itself away: what was chosen, and Start, are then in sight. @param {string} key */
  const choose = (key) => {
    const list = root.querySelector('details');
    if (list) {
      list.open = false;
      list.querySelector('summary')?.focus();
    }
    actions.choosePreset(key);
  };

  /** @param {[string, Preset][]} presets @param {string | undefined} current */
  const buttons = (presets, current) =>
    presets.map(
      ([key, { name }]) =>
        html`<button type="button" aria-pressed=${key === current ? 'true' : 'false'} @click=${() => choose(key)}>
          ${name}
        </button>`,
    );

  /** A button that is gone once it was pressed hands its focus on. @param {() => void} act */
  const leaving = (act) => () => {
    root.querySelector('summary')?.focus({ preventScroll: true });
    act();
  };

  /** @param {Plan} plan @param {State} state */
  const offer = (plan, state) => {
    const free = allowed(state).train;
    const choose = (/** @type {Event} */ event) =>
      actions.chooseLength(/** @type {PlanLength} */ (/** @type {HTMLSelectElement} */ (event.target).value));
    return html`<div class="choice-row">
        <label for="plan-length">Length</label>
        <select id="plan-length" @change=${choose}>
          ${Object.entries(PLAN_LENGTHS).map(
            ([value, text]) => html`<option value=${value} .selected=${live(value === plan.length)}>${text}</option>`,
          )}
        </select>
      </div>
      <p role="status">${timeText(plan)}</p>
      <p>
        <button
          type="button"
          id="plan-start"
          ?disabled=${!free || plan.phase !== 'offered'}
          @click=${leaving(actions.start)}
        >
          ${planSettings(plan).length > 1 ? 'Start these runs' : 'Start this run'}
        </button>
        ${free ? nothing : html`<span class="hint">A run is under way: pause it first.</span>`}
      </p>`;
  };

  /** @param {Plan} plan */
  const progress = (plan) => {
    const { begun, phase, cut } = plan;
    const runs = cut ? begun.length : planSettings(plan).length;
    if (phase === 'running') {
      return html`<p class="figures" role="status">
        <span
          >${runs > 1 ? `Run ${count(Math.max(1, begun.length))} of ${count(runs)} is under way.` : 'Under way.'}</span
        >
        ${
          begun.length < runs
            ? html`<button type="button" class="quiet" @click=${leaving(actions.stopAfterThis)}>
                Stop after this one
              </button>`
            : nothing
        }
      </p>`;
    }
    return html`<p class="figures" role="status">
      <span>${runs > 1 ? 'Done: both runs are in the notebook.' : 'Done: the run is in the notebook.'}</span>
      <button type="button" class="quiet" @click=${actions.showCurves}>Show the curves</button>
    </p>`;
  };

  /** @param {State} state */
  const update = (state) => {
    const { texts, plan, textsBeforePreset, data } = state;
    const current = plan?.key ?? presetOf(texts);
    const chosen = current === undefined ? undefined : PRESETS[current];
    const available = Object.entries(PRESETS).filter(([, { runs }]) =>
      runs.every((run) => Number(run.texts.trainImages ?? 0) <= (data?.available ?? 60_000)),
    );
    const undo = () => {
      actions.undoPreset();
      root.querySelector('summary')?.focus(); // the button is gone in the next frame
    };
    const placeholder = isFirst ? takePlaceholder() : undefined;
    render(
      html`<details class="presets">
          <summary>Presets<span class="hint"> · ${chosen?.name ?? 'your own settings'}</span></summary>
          ${Object.entries(PRESET_GROUPS).map(
            ([group, title]) =>
              html`<fieldset>
                <legend>${title}</legend>
                <div class="preset-list">
                  ${buttons(
                    available.filter(([, preset]) => preset.group === group),
                    current,
                  )}
                </div>
              </fieldset>`,
          )}
        </details>
        ${
          plan && chosen
            ? html`<div class="plan">
                <h3>${chosen.name}</h3>
                <p>${chosen.about}</p>
                ${plan.phase === 'measuring' || plan.phase === 'offered' ? offer(plan, state) : progress(plan)}
              </div>`
            : nothing
        }
        ${
          textsBeforePreset
            ? html`<button type="button" class="quiet" id="undo-preset" @click=${undo}>
                Back to the settings before
              </button>`
            : nothing
        }`,
      root,
    );
    if (placeholder?.isOpen) {
      root.querySelector('details')?.setAttribute('open', '');
    }
    if (placeholder?.hasFocus) {
      root.querySelector('summary')?.focus({ preventScroll: true });
    }
  };
  return { update };
}
