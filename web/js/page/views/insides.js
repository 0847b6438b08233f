// What training looks like inside, a curve a layer: does the gradient reach it, do its weights move, are its units alive?

import { html, nothing, render } from '../../../vendor/lit-html/lit-html.js';
import { MOST_POINTS } from '../../plot/chart-frame.js';
import { createOverlayChart } from '../../plot/overlay-chart.js';
import { followVisibility } from '../followed-visibility.js';
import { count } from '../format.js';
import { layerColour, layerCurves, layerName, quantitiesOf } from '../layer-curves.js';

/** @typedef {import('../store.js').State} State */
/** @typedef {import('../run.js').Run} Run */
/** @typedef {import('../run.js').LayerInsides} LayerInsides */
/** @typedef {import('../layer-curves.js').Quantity} Quantity */

/** @param {number} layers */
const legend = (layers) =>
  html`<ul class="layer-legend" aria-label="Colours of the layers">
    ${Array.from(
      { length: layers },
      (_, l) =>
        html`<li>
          <svg class="swatch" viewBox="0 0 28 4" aria-hidden="true">
            <line x1="0" y1="2" x2="28" y2="2" stroke="var(${layerColour(l)})" />
          </svg>
          ${layerName(l, layers)}
        </li>`,
    )}
  </ul>`;

/** @param {LayerInsides[]} layers @param {Quantity[]} quantities */
const table = (layers, quantities) =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Table of layers">
    <table>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          ${quantities.map(({ title }) => html`<th scope="col">${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${layers.map(
          (layer, l) =>
            html`<tr>
              <th scope="row">${layerName(l, layers.length)}</th>
              ${quantities.map(
                ({ field, hiddenOnly, value }) =>
                  html`<td>${hiddenOnly && l === layers.length - 1 ? '–' : value(layer[field])}</td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;

/** A chart with its title and explanation. */
function createLayerChart() {
  const figure = document.createElement('figure');
  const [head, box, caption] = ['div', 'div', 'figcaption'].map((tag) => document.createElement(tag));
  if (!head || !box || !caption) {
    throw new Error('the chart’s parts are incomplete');
  }
  box.className = 'layer-chart';
  figure.append(head, box, caption);
  const chart = createOverlayChart(box, '');
  return {
    figure,
    redraw: chart.redraw,
    /** @param {Quantity} quantity @param {LayerInsides[][]} epochs */
    update(quantity, epochs) {
      const { title, what, see, logarithmic, hiddenOnly, tick } = quantity;
      figure.hidden = hiddenOnly && epochs[0]?.length === 1; // there is no hidden layer
      render(html`<h4>${title}</h4>`, head);
      render(html`${what} ${see}`, caption);
      chart.update(layerCurves(epochs, quantity, MOST_POINTS), {
        name: `${title} of each ${hiddenOnly ? 'hidden layer' : 'layer'}, over the epochs`,
        label: title,
        format: tick,
        logarithmic,
      });
    },
  };
}

/** @param {HTMLElement} root */
export function createInsidesView(root) {
  const charts = [createLayerChart(), createLayerChart(), createLayerChart()];
  const row = document.createElement('div');
  row.className = 'layer-charts';
  row.append(...charts.map(({ figure }) => figure));
  const [head, values] = [document.createElement('div'), document.createElement('div')];
  root.replaceChildren(head, row, values);
  /** @type {Run | undefined} */
  let run;

  const draw = () => {
    if (run && run.insides.length > 0 && isSeen()) {
      const { insides, settings } = run;
      quantitiesOf(settings).forEach((quantity, i) => charts[i]?.update(quantity, insides));
    }
  };
  const isSeen = followVisibility(root, draw);

  return {
    /** @param {State} state */
    update(state) {
      run = state.run;
      const epochs = run?.insides.length ?? 0;
      const layers = run?.insides.at(-1);
      row.hidden = values.hidden = layers === undefined;
      render(
        html`<h3>Layers</h3>
          ${
            layers
              ? html`<p class="lead">
                    A curve a layer of the current run, measured in each epoch on some of its steps and images.
                    ${epochs === 1 ? 'After the second epoch the points become curves.' : nothing}
                  </p>
                  ${legend(layers.length)}`
              : html`<p class="lead">
                  After the first epoch: how large the gradient of each layer is, how far each step moves it, and how
                  many of its units have stopped to react.
                </p>`
          }`,
        head,
      );
      render(
        run && layers
          ? html`<details>
              <summary>Values of the last epoch (epoch ${count(epochs)})</summary>
              ${table(layers, quantitiesOf(run.settings))}
            </details>`
          : nothing,
        values,
      );
      draw();
    },
    redraw: () => charts.forEach((chart) => chart.redraw()),
  };
}
