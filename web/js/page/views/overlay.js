// The ticked runs' curves over each other: loss and accuracy, linear or logarithmic, smoothed if wanted.

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { thin } from '../../plot/curve-data.js';
import { createColours, MOST_POINTS } from '../../plot/chart-frame.js';
import { chartPicture } from '../../plot/chart-picture.js';
import { createOverlayChart } from '../../plot/overlay-chart.js';
import { smooth } from '../../plot/overlay-data.js';
import { isValidated } from '../run.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../notebook.js').Entry} Entry */
/** @typedef {import('../run.js').Point} Point */
/** @typedef {import('../../plot/overlay-chart.js').NamedCurve} NamedCurve */

const COLOURS = 8; // of runs, in the style sheet; then they begin again with another dash
const SOLID = /** @type {number[]} */ ([]);

/**
 * Which curves of a run: their name, dash (and what that looks like), and fields.
 * @type {Record<string, { name: string, look: string, dash: number[], loss: keyof Point, accuracy: keyof Point }>}
 */
const KINDS = {
  train: { name: 'training', look: 'solid', dash: SOLID, loss: 'trainLoss', accuracy: 'trainAccuracy' },
  test: { name: 'test', look: 'dashed', dash: [7, 5], loss: 'testLoss', accuracy: 'testAccuracy' },
  validation: {
    name: 'validation',
    look: 'dotted',
    dash: [2, 4],
    loss: 'validationLoss',
    accuracy: 'validationAccuracy',
  },
};
/** @type {Record<string, { name: string, kinds: string[] }>} */
const SHOWN = {
  both: { name: 'training and test', kinds: ['train', 'test'] },
  test: { name: 'test', kinds: ['test'] },
  train: { name: 'training', kinds: ['train'] },
  validation: { name: 'validation', kinds: ['validation'] },
};
/** @type {Record<string, string>} */
const SMOOTHING = { 0: 'off', 0.5: 'a little', 0.8: 'more', 0.95: 'most' };

/** @param {number} slot of the ticked runs */
const colourOf = (slot) => `--run-${(slot % COLOURS) + 1}`;

/** The second eight runs have every stroke cut once more. @param {number[]} dash @param {number} slot */
const dashOf = (dash, slot) => (slot < COLOURS ? dash : [...(dash.length > 0 ? dash : [12, 4]), 2, 4]);

/**
 * @param {HTMLElement} root
 * @param {{ untick: () => void }} actions
 */
export function createOverlayView(root, { untick }) {
  let which = 'both';
  let scale = 'linear';
  let smoothing = '0';
  /** @type {State} */
  let state;

  const [controls, legend, lossBox, accuracyBox] = ['controls', 'legend', 'loss', 'accuracy'].map((name) => {
    const part = document.createElement('div');
    part.className = `overlay-${name}`;
    return part;
  });
  if (!controls || !legend || !lossBox || !accuracyBox) {
    throw new Error('the overlay’s parts are incomplete');
  }
  root.replaceChildren(controls, legend, lossBox, accuracyBox);
  const charts = {
    loss: createOverlayChart(lossBox, 'Loss of the ticked runs'),
    accuracy: createOverlayChart(accuracyBox, 'Accuracy of the ticked runs'),
  };

  /**
   * @param {string} id
   * @param {string} label
   * @param {Record<string, string>} choices
   * @param {string} chosen
   * @param {(value: string) => void} choose
   */
  const select = (id, label, choices, chosen, choose) =>
    html`<span class="choice-row"
      ><label for=${id}>${label}</label>
      <select
        id=${id}
        @change=${(/** @type {Event} */ event) => {
          choose(/** @type {HTMLSelectElement} */ (event.target).value);
          update(state);
        }}
      >
        ${Object.entries(choices).map(
          ([value, name]) => html`<option value=${value} .selected=${live(value === chosen)}>${name}</option>`,
        )}
      </select></span
    >`;

  /** @param {Entry[]} entries @param {'loss' | 'accuracy'} quantity @returns {NamedCurve[]} */
  const curves = (entries, quantity) =>
    entries.flatMap(({ name, run }, slot) =>
      (SHOWN[which]?.kinds ?? []).flatMap((key) => {
        const kind = /** @type {typeof KINDS[string]} */ (KINDS[key]);
        const points = thin(key === 'validation' ? run.points.filter(isValidated) : run.points, MOST_POINTS);
        return points.length === 0
          ? []
          : [
              {
                label: `${name}, ${kind.name}`,
                colour: colourOf(slot),
                dash: dashOf(kind.dash, slot),
                epochs: points.map(({ epoch }) => epoch),
                values: smooth(
                  points.map((point) => point[kind[quantity]]),
                  Number(smoothing),
                ),
              },
            ];
      }),
    );

  /** @param {State} next */
  function update(next) {
    state = next;
    const chosen = chosenEntries();
    root.hidden = chosen.length === 0;
    if (root.hidden) {
      return;
    }
    render(
      html`<h3>Curves of ${chosen.length === 1 ? 'one run' : `${chosen.length} runs`}</h3>
        ${select(
          'overlay-which',
          'Curves',
          Object.fromEntries(Object.entries(SHOWN).map(([key, { name }]) => [key, name])),
          which,
          (value) => {
            which = value;
          },
        )}
        ${select('overlay-scale', 'Loss', { linear: 'linear', logarithmic: 'logarithmic' }, scale, (value) => {
          scale = value;
        })}
        ${select('overlay-smoothing', 'Smoothing', SMOOTHING, smoothing, (value) => {
          smoothing = value;
        })}
        <button type="button" class="quiet" @click=${untick}>Untick all</button>
        ${smoothing === '0' ? nothing : html`<p class="hint">Smoothed curves lag behind what was measured.</p>`}`,
      controls,
    );
    render(
      html`<ul>
        ${chosen.map(
          ({ name }, slot) =>
            html`<li>
              <svg class="swatch" viewBox="0 0 28 4" aria-hidden="true">
                <line
                  x1="0"
                  y1="2"
                  x2="28"
                  y2="2"
                  stroke="var(${colourOf(slot)})"
                  stroke-dasharray=${slot < COLOURS ? 'none' : '12 4 2 4'}
                />
              </svg>
              ${name}
            </li>`,
        )}
        ${(SHOWN[which]?.kinds ?? []).map((key) => html`<li class="hint">${KINDS[key]?.look}: ${KINDS[key]?.name}</li>`)}
      </ul>`,
      legend,
    );
    charts.loss.update(curves(chosen, 'loss'), {
      label: 'Loss',
      format: (value) => String(Number(value.toPrecision(3))),
      logarithmic: scale === 'logarithmic',
    });
    charts.accuracy.update(curves(chosen, 'accuracy'), {
      label: 'Accuracy',
      format: (value) => `${Math.round(value * 100)} %`,
      logarithmic: false,
    });
  }

  /** The ticked runs, in the order of their colours. */
  const chosenEntries = () => {
    const { entries, ticked } = state.notebook;
    return ticked.flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
  };

  return {
    update,
    /** The charts as they are, as a PNG. @param {string} title */
    picture: (title) => {
      const colours = createColours();
      return chartPicture({
        title,
        legend: curves(chosenEntries(), 'loss').map(({ label, colour, dash }) => ({
          name: label,
          colour: colours.of(colour)(),
          dash,
        })),
        charts: [charts.loss.canvas(), charts.accuracy.canvas()].filter((canvas) => canvas !== undefined),
        colours: { ground: colours.of('--ground')(), text: colours.of('--text')() },
      });
    },
    redraw: () => {
      charts.loss.redraw();
      charts.accuracy.redraw();
    },
  };
}
